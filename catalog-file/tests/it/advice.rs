use std::collections::HashSet;

use manila_catalog_file::{Case, LINTS, Level, examine, read};

use crate::{GOOD, cases::SNAKE};

/// What is advised or refused in a part of a catalog, each with its line and column.
fn found_in(part: &str) -> Vec<String> {
    let found = examine(&format!("{part}{SNAKE}"));
    let found = found.iter();
    found
        .map(|f| format!("{} {}:{}", f.rule, f.line, f.column))
        .collect()
}

/// Parts of catalogs that can be used, and what is to be advised.
const ADVISED: &[(&str, &[&str])] = &[
    ("[codes.a]\nstatus = 400", &["no-message 1:8"]),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A <b>b</b>.'",
        &["markup 3:11"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A <br/> b.'",
        &["markup 3:11"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A <!-- b -->.'",
        &["markup 3:11"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A &amp; b.'",
        &["markup 3:11"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A &#39; b.'",
        &["markup 3:11"],
    ),
    (
        "[codes.a]\nstatus = 400\ntitle = '<i>A</i>'\nmessage = 'A.'",
        &["markup 3:9"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A < b, b > c, d & e; f.'",
        &[],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A.'\n[codes.b]\nstatus = 400\nmessage = 'B?'\n[codes.c]\nstatus = 400\nmessage = 'C'",
        &["full-stop 9:11"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A.'\n[codes.b]\nstatus = 400\nmessage = 'B'",
        &[],
    ),
    (
        "[codes.a]\nstatus = 401\nmessage = 'A.'",
        &["no-client-advice 1:8"],
    ),
    (
        "[codes.a]\nstatus = 429\nmessage = 'A.'",
        &["no-client-advice 1:8"],
    ),
    (
        "[codes.a]\nstatuses = [400, 503]\nmessage = 'A.'",
        &["no-client-advice 1:8"],
    ),
    ("[codes.a]\nstatus = 403\nmessage = 'A.'", &[]),
    (
        "[codes.a]\nstatus = 429\nmessage = 'A.'\nclient = 'B.'\nretry = 'never'",
        &["hopeless-retry 5:9"],
    ),
    (
        "[codes.a]\nstatus = 503\nmessage = 'A.'\nclient = 'B.'\nretry = 'never'",
        &["hopeless-retry 5:9"],
    ),
    (
        "[codes.a]\nstatus = 503\nmessage = 'A.'\nclient = 'B.'\nretry = 'after'",
        &[],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A.'\nowner = 'operator'\nuser_actionable = true\n\
         [codes.b]\nstatus = 400\nmessage = 'B.'\nowner = 'nobody'\nuser_actionable = true\n\
         [codes.c]\nstatus = 400\nmessage = 'C.'\nowner = 'user'\nuser_actionable = false",
        &[
            "owner-disagrees 4:9",
            "owner-disagrees 9:9",
            "owner-disagrees 14:9",
        ],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A.'\nowner = 'caller'\nuser_actionable = true\n\
         [codes.b]\nstatus = 400\nmessage = 'B.'\nowner = 'caller'\nuser_actionable = false\n\
         [codes.c]\nstatus = 400\nmessage = 'C.'\nowner = 'operator'\nuser_actionable = false\n\
         [codes.d]\nstatus = 400\nmessage = 'D.'\nowner = 'operator'",
        &[],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A.'\nallow = { nonsense = 'b' }",
        &["unknown-allow 4:11"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'A.'\nallow = { spelling = 'an error' }",
        &["unknown-allow 4:11"],
    ),
    ("[codes.a]\nstatus = 400\nallow = { no-message = 'b' }", &[]),
    (
        "[codes.a]\nstatus = 401\nallow = { no-message = 'b' }\n[codes.b]\nstatus = 400",
        &["no-client-advice 1:8", "no-message 4:8"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'At most {max}.'",
        &["braces 3:11"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'At most { max_1 } of { $all }.'\ndetails = { all = { type = 'integer' } }",
        &["braces 3:11"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = 'Send {}, {1} or {\"a\": 1}.'",
        &[],
    ),
    (
        "[codes.a]\nstatus = 409\nmessage = 'A.'\nretry = 'after'\n\
         [codes.b]\nstatus = 429\nmessage = 'B.'\nclient = 'C.'\nretry = 'after'\n\
         [codes.c]\nstatus = 409\nmessage = 'C.'\nretry = 'after'\ndetails = { at = { type = 'date-time' } }\n\
         [codes.d]\nstatus = 409\nmessage = 'D.'\nretry = 'after'\ndetails = { by = { type = 'string' } }\n\
         [codes.e]\nstatus = 409\nmessage = 'E.'\nretry = 'backoff'\n\
         [codes.f]\nstatus = 409\nmessage = 'F.'\nretry = 'after'\nclient = 'Wait as Retry-After says.'",
        &["untold-moment 4:9", "untold-moment 18:9"],
    ),
    (
        "[codes.a]\nstatus = 500\nmessage = 'A.'\n[codes.b]\nstatus = 422\nmessage = 'B.'\n\
         [conditions]\nroute_not_found = 'a'\ninternal = 'b'\nconflict = 'b'\nbody_too_large = 'b'\n\
         method_not_allowed = 'b'\nbad_request = 'b'\nunsupported_media_type = 'b'\nnot_acceptable = 'b'\n\
         resource_not_found = 'b'\nunauthenticated = 'b'\nforbidden = 'b'\ngone = 'b'\n\
         precondition_failed = 'b'\nrate_limited = 'b'\nunavailable = 'a'\nupstream_failed = 'a'",
        &["condition-status 8:19", "condition-status 9:12"],
    ),
    (
        "[codes.a]\nstatus = 500\nmessage = 'A.'\n[codes.b]\nstatus = 422\nmessage = 'B.'\n\
         allow = { condition-status = 'the page says so' }\n\
         [conditions]\ninternal = 'b'\nconflict = 'b'\nbody_too_large = 'b'\n\
         method_not_allowed = 'b'\nbad_request = 'b'\nunsupported_media_type = 'b'\nnot_acceptable = 'b'\n\
         resource_not_found = 'b'\nunauthenticated = 'b'\nforbidden = 'b'\n\
         precondition_failed = 'b'\nrate_limited = 'b'\nunavailable = 'a'\nupstream_failed = 'a'\n",
        &["unmapped-condition 8:1"],
    ),
    (
        "[codes.a]\nstatus = 422\nmessage = 'A.'\n[rules]\nlenght = 'a'\nlength = 'a'\nregex = 'a'\nseats = 'a'",
        &["mistyped-rule 5:10", "mistyped-rule 7:9"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = '已经存在。'\n[codes.b]\nstatus = 400\nmessage = 'पहले से है।'\n\
         [codes.c]\nstatus = 400\nmessage = 'موجود؟'\n[codes.d]\nstatus = 400\nmessage = 'It is \"there.\"'\n\
         [codes.e]\nstatus = 400\nmessage = '存在'",
        &["full-stop 15:11"],
    ),
];

#[test]
fn advice_is_given_where_it_belongs() {
    for (part, expected) in ADVISED {
        assert_eq!(found_in(part), *expected, "{part}");
        assert!(read(&format!("{part}{SNAKE}")).is_ok(), "{part}");
    }
}

#[test]
fn a_text_of_300_characters_is_not_long() {
    let found = |length: usize| {
        let text = "ü".repeat(length - 1);
        found_in(&format!("[codes.a]\nstatus = 400\nmessage = '{text}.'"))
    };
    assert_eq!(found(300), [""; 0]);
    assert_eq!(found(301), ["long-text 3:11"]);
}

#[test]
fn each_piece_of_advice_has_a_file_that_gets_it() {
    let given: HashSet<_> = ADVISED
        .iter()
        .flat_map(|(_, expected)| *expected)
        .filter_map(|at| at.split(' ').next())
        .chain(["dead-reference", "empty-page", "long-text"])
        .collect();
    assert_eq!(given, LINTS.iter().map(|rule| rule.id.as_str()).collect());
}

#[test]
fn advice_is_no_error() {
    for rule in LINTS {
        assert!(Case::Kebab.accepts(rule.id.as_str()), "{}", rule.id);
        assert!(rule.summary.ends_with('.'), "{}", rule.id);
        assert_ne!(rule.level, Level::Error, "{}", rule.id);
    }
}

#[test]
fn advice_stands_beside_mistakes_and_not_for_what_a_mistake_hides() {
    for (part, expected) in [
        (
            "[codes.a]\nstatus = 200\n[codes.b]\nstatus = 401\nmessage = 'B.'",
            &[
                "no-message 1:8",
                "status-range 2:10",
                "no-client-advice 3:8",
            ][..],
        ),
        ("[codes.a]\nstatus = 400\nmessage = 5", &["wrong-type 3:11"]),
        (
            "[codes.a]\nstatus = 400\nmesage = 'A.'",
            &["unknown-key 3:1"],
        ),
        (
            "[codes.a]\nstatus = 400\nallow = ['no-message']",
            &["wrong-type 3:9"],
        ),
        (
            "[codes.a]\nstatus = 400\nallow = { no-message = '' }",
            &["text 3:11"],
        ),
        (
            "[codes.a]\nstatus = 400\n[codes.b]\nstatus = ",
            &["syntax 4:10"],
        ),
    ] {
        assert_eq!(found_in(part), expected, "{part}");
    }
}

#[test]
fn advice_says_what_to_write() {
    for (part, expected) in [
        (
            "[codes.a]\nstatus = 400\nmessage = 'At most {max}.'",
            "`{max}` in the message is no placeholder; write `{ $max }`",
        ),
        (
            "[codes.a]\nstatus = 422\nmessage = 'A.'\n[rules]\nlenght = 'a'",
            "`lenght` is no rule that Manila reports; did you mean `length`?",
        ),
        (
            "[codes.a]\nstatus = 422\nmessage = 'A.'\n[rules]\nregex = 'a'",
            "`regex` is no rule that Manila reports; Manila reports it as `pattern`",
        ),
    ] {
        let found = &examine(&format!("{part}{SNAKE}"))[0];
        let told = format!(
            "{}; {}",
            found.message,
            found.help.as_deref().unwrap_or_default()
        );
        assert_eq!(told, expected);
    }
}

#[test]
fn what_advice_says_fits_one_line() {
    for found in examine(GOOD) {
        assert!(!found.message.contains('\n'), "{found:?}");
    }
}

/// What takes quadratic time would keep this test for minutes.
#[test]
fn a_text_that_opens_many_tags_is_judged_in_time() {
    for opened in ["<a", "&a", "<", "&"] {
        let text = opened.repeat(1_000_000);
        let found = found_in(&format!("[codes.a]\nstatus = 400\nmessage = '{text}.'"));
        assert_eq!(found, ["long-text 3:11"]);
    }
}

/// What is advised on a catalog whose code has this; with the address of a reference, or without.
fn advised(documentation: &str, code: &str) -> Vec<String> {
    let text = format!(
        "[catalog]\nname = 'plans'\ncase = 'snake_case'\n{documentation}\n\
         [codes.plan_limit]\nstatus = 402\nmessage = 'A.'\n{code}\n"
    );
    let found = examine(&text);
    found
        .iter()
        .map(|found| format!("{}: {}", found.rule, found.message))
        .collect()
}

const DOCUMENTATION: &str = "documentation = 'https://docs.example/errors/'";

#[test]
fn a_page_that_would_say_nothing_is_told() {
    let empty = "empty-page: the page of `plan_limit` is empty";
    for (documentation, code, expected) in [
        (DOCUMENTATION, "", &[empty][..]),
        (DOCUMENTATION, "server = 'Look.'", &[empty]),
        (DOCUMENTATION, "allow = { empty-page = 'obvious' }", &[]),
        (DOCUMENTATION, "retired = '2.0'", &[]),
        (DOCUMENTATION, "meaning = 'B.'", &[]),
        (DOCUMENTATION, "causes = ['B.']", &[]),
        (DOCUMENTATION, "client = 'B.'", &[]),
        ("", "", &[]),
    ] {
        assert_eq!(advised(documentation, code), expected, "{code}");
    }
}

#[test]
fn an_address_of_the_reference_that_leads_nowhere_is_told() {
    let alive = [
        "See https://docs.example/errors/plan_limit.",
        "See (https://docs.example/errors/plan_limit/), and https://docs.example/errors.",
        "See `https://docs.example/errors/plan_limit.md`, or https://docs.example/errors/plan_limit?a=b#c!",
        "See https://docs.example/errors/ and https://docs.example/errors/llms.txt",
        "See https://docs.example/errors/operations/ and https://docs.example/errors/changes",
        "See https://docs.example/errors/operations/post-v1-apps-id.",
        "See https://docs.example/errors/operations/post-v1-apps-id-2.",
        "See https://docs.example/errors-of-old/gone and https://other.example/errors/gone",
        "See https://docs.example/guides",
    ];
    let dead = [
        (
            "See https://docs.example/errors/plan_limits.",
            "plan_limits",
        ),
        ("`https://docs.example/errors/PLAN_LIMIT`", "PLAN_LIMIT"),
        (
            "<https://docs.example/errors/operations/get-apps>",
            "operations/get-apps",
        ),
        (
            "https://docs.example/errors/operationspost-v1-apps-id",
            "operationspost-v1-apps-id",
        ),
        (
            "https://docs.example/errors/plan_limit/more",
            "plan_limit/more",
        ),
        ("https://docs.example/errors/€", "€"),
    ];
    let code = |key: &str, text: &str| {
        format!("{key} = \"{text}\"\noperations = ['POST /v1/apps/{{id}}']")
    };
    for text in alive {
        assert_eq!(
            advised(DOCUMENTATION, &code("meaning", text)),
            [""; 0],
            "{text}"
        );
    }
    for (text, below) in dead {
        let address = format!("https://docs.example/errors/{below}");
        let expected = format!("dead-reference: `{address}` leads to no code and no operation");
        for key in ["meaning", "client"] {
            assert_eq!(
                advised(DOCUMENTATION, &code(key, text)),
                [&*expected],
                "{text}"
            );
        }
        // Nothing is known of pages that another place has.
        assert_eq!(advised("", &code("meaning", text)), [""; 0], "{text}");
    }
}

#[test]
fn the_page_that_was_meant_is_suggested() {
    let text = format!(
        "[catalog]\nname = 'plans'\ncase = 'snake_case'\n{DOCUMENTATION}\n[codes.plan_limit]\nstatus = 402\n\
         message = 'A.'\nmeaning = 'See https://docs.example/errors/plan_limits.'\n"
    );
    let found = examine(&text);
    assert_eq!(found[0].help.as_deref(), Some("did you mean `plan_limit`?"));
}
