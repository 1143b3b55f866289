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
        .chain(["long-text"])
        .collect();
    assert_eq!(given, LINTS.iter().map(|rule| rule.id.as_str()).collect());
}

#[test]
fn advice_is_a_warning() {
    for rule in LINTS {
        assert!(Case::Kebab.accepts(rule.id.as_str()), "{}", rule.id);
        assert!(rule.summary.ends_with('.'), "{}", rule.id);
        assert_eq!(rule.level, Level::Warning, "{}", rule.id);
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
