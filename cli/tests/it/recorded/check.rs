//! What is found.

use std::fs;

use super::{folder, operations, record};
use crate::run::manila;

const NOTES: &str = r#"
[catalog]
name = "notes"
case = "SCREAMING_SNAKE_CASE"

[conditions]
internal = "BROKEN"
validation = "INVALID"

[operations."PATCH /notes/{id}"]
groups = ["changes"]

[operations.removeNote]
groups = ["changes"]

[codes.NOT_THERE]
status = 404
operations = ["GET /notes/{id}"]

[codes.TAKEN]
status = 409
operations = ["/notes", "changes"]

[codes.INVALID]
status = 422
operations = ["POST /notes"]

[codes.LIMITED]
statuses = [429, 503]
operations = ["GET /feed/*"]

[codes.BROKEN]
status = 500

[codes.GONE_FOR_GOOD]
status = 410
retired = "2.0"
"#;

/// The findings, as their levels and rules.
fn rules(answers: &[&str], more: &[&str]) -> (i32, Vec<String>) {
    let (code, out, err) = operations("check", NOTES, answers, more);
    assert_eq!(err, "", "{answers:?}");
    let findings = out.lines().filter_map(|line| {
        let (level, rest) = line.split_once(": ")?;
        let rule = rest.rsplit_once('[')?.1.strip_suffix(']')?;
        Some(format!("{level} {rule}"))
    });
    (code, findings.collect())
}

/// The errors alone: what these answers do not provoke is a warning.
fn errors(answers: &[&str], more: &[&str]) -> usize {
    let (code, rules) = rules(answers, more);
    let errors = rules.iter().filter(|rule| rule.starts_with("error "));
    let errors: Vec<_> = errors.collect();
    assert!(
        errors.iter().all(|error| *error == "error undeclared"),
        "{errors:?}"
    );
    assert_eq!(code, i32::from(!errors.is_empty()), "{answers:?}");
    errors.len()
}

#[test]
fn a_code_is_declared_where_its_operations_name_the_one_that_answered() {
    for (answer, expected) in [
        // A set has the code, by a method, a template, a group and a start.
        ("GET /notes/{id} 404 NOT_THERE", 0),
        (r"GET /notes/{x:\d+} 404 NOT_THERE", 0),
        ("GET /notes/:number 404 NOT_THERE", 0),
        ("HEAD /notes/{id} 404 NOT_THERE", 0),
        ("POST /notes 409 TAKEN", 0),
        ("PUT /notes 409 TAKEN", 0),
        ("PATCH /notes/{id} 409 TAKEN", 0),
        ("GET /feed/{day} 429 LIMITED", 0),
        ("GET /feed/{*rest} 503 LIMITED", 0),
        // A set lacks it.
        ("GET /notes/{id} 409 TAKEN", 1),
        ("HEAD /notes/{id} 409 TAKEN", 1),
        ("PUT /notes 422 INVALID", 1),
        ("POST /notes 404 NOT_THERE", 1),
        ("GET /feed/{day} 404 NOT_THERE", 1),
        ("PATCH /notes/{id} 404 NOT_THERE", 1),
        // There is no set.
        ("GET /notes/{*id} 409 TAKEN", 0),
        ("GET /feed 404 NOT_THERE", 0),
        ("DELETE /notes/{id} 404 NOT_THERE", 0),
        ("GET - 404 NOT_THERE", 0),
        // The framework's own, wherever it is.
        ("GET /notes/{id} 500 BROKEN", 0),
        ("POST /notes 400 BAD_REQUEST", 0),
        ("GET - 404 NOT_FOUND", 0),
        ("GET /notes/{id} 413 CONTENT_TOO_LARGE", 0),
        ("GET /notes/{id} 499 HTTP_499", 0),
        // Not in the catalog at all, and no code of HTTP's for this status.
        ("GET /feed 400 NOBODY_KNOWS", 1),
        ("GET - 400 NOBODY_KNOWS", 1),
        ("GET /feed 404 BAD_REQUEST", 1),
        ("GET /feed 404 not_found", 1),
        ("GET /notes/{id} 200", 0),
    ] {
        assert_eq!(errors(&[answer], &[]), expected, "{answer}");
    }
}

#[test]
fn a_name_leads_to_a_route_by_a_document_or_an_argument() {
    let folder = folder(NOTES, &record(&["DELETE /notes/{id} 404 NOT_THERE"]));
    let document = r#"{"openapi":"3.1.0","paths":{
        "/notes/{noteId}":{"delete":{"operationId":"removeNote","tags":["cleaning"]}}}}"#;
    fs::write(folder.path().join("api.json"), document).unwrap();
    let yaml =
        "openapi: 3.1.0\npaths:\n  /notes/{noteId}:\n    delete:\n      operationId: removeNote\n";
    fs::write(folder.path().join("api.yaml"), yaml).unwrap();
    let check = |more: &[&str]| {
        let arguments = [
            "operations",
            "check",
            "--recorded",
            "record.jsonl",
            "errors.toml",
        ];
        manila(folder.path(), &[&arguments, more].concat())
    };
    // `changes` has `removeNote`, which is nowhere: no set.
    assert_eq!(check(&[]).0, 0);
    for more in [
        ["--document", "api.json"],
        ["--document", "api.yaml"],
        ["--map", "removeNote=DELETE /notes/:id"],
        ["--map", "changes=/notes/{id}"],
    ] {
        let (code, out, err) = check(&more);
        assert_eq!((code, &*err), (1, ""), "{more:?}");
        let said =
            "`DELETE /notes/{id}` answered with `NOT_THERE`, whose `operations` do not name it";
        assert!(out.contains(said), "{more:?}: {out}");
    }
    let by_tag = NOTES.replace("\"GET /notes/{id}\"", "\"cleaning\"");
    fs::write(folder.path().join("errors.toml"), by_tag).unwrap();
    let (code, out, _) = check(&["--document", "api.json"]);
    assert_eq!(code, 0, "{out}");
    for (more, said) in [
        (
            ["--map", "removeNote"],
            "write `--map 'NAME=METHOD /TEMPLATE'`",
        ),
        (
            ["--map", "removeNote=DELETE"],
            "write `--map 'NAME=METHOD /TEMPLATE'`",
        ),
        (
            ["--document", "record.jsonl"],
            "record.jsonl cannot be used",
        ),
        (["--document", "missing.json"], "cannot read missing.json"),
    ] {
        let (code, _, err) = check(&more);
        assert_eq!(code, 2, "{more:?}");
        assert!(err.contains(said), "{more:?}: {err}");
    }
}

/// Everything that the catalog declares.
const ALL: [&str; 7] = [
    "GET /notes/{id} 404 NOT_THERE",
    "POST /notes 409 TAKEN",
    "PATCH /notes/{id} 409 TAKEN",
    "POST /notes 422 INVALID",
    "GET /feed/{day} 429 LIMITED",
    "GET /feed/{day} 200",
    "GET - 404 NOT_FOUND",
];

#[test]
fn what_is_declared_and_never_seen_is_a_warning() {
    assert_eq!(rules(&ALL, &["--strict"]), (0, vec![]));
    for (missing, expected) in [
        (0, "warning never-exercised"),
        (2, "warning never-exercised"),
        (3, "warning never-seen"),
        (4, "warning never-seen"),
    ] {
        let mut answers = ALL.to_vec();
        answers.remove(missing);
        assert_eq!(
            rules(&answers, &[]),
            (0, vec![expected.to_owned()]),
            "{missing}"
        );
        assert_eq!(rules(&answers, &["--strict"]).0, 1, "{missing}");
    }
}

#[test]
fn what_does_not_fit_the_catalog_is_told() {
    for (answer, expected) in [
        (
            "GET /feed/{day} 410 GONE_FOR_GOOD",
            &["error undeclared", "warning retired"][..],
        ),
        ("GET /other 410 GONE_FOR_GOOD", &["warning retired"]),
        ("POST /notes 400 INVALID", &["warning other-status"]),
        ("GET /feed/{day} 503 LIMITED", &[]),
        // Of gRPC.
        ("POST /notes 200 INVALID", &[]),
        ("GET /other 418", &["note no-code"]),
        ("GET /other 304", &[]),
    ] {
        let answers = [&ALL[..], &[answer]].concat();
        let (code, found) = rules(&answers, &[]);
        assert_eq!(found, expected, "{answer}");
        assert_eq!(
            code,
            i32::from(expected.contains(&"error undeclared")),
            "{answer}"
        );
    }
    let unknown = NOTES.replace(
        "\"changes\"]\n\n[codes.INVALID]",
        "\"mistyped\"]\n\n[codes.INVALID]",
    );
    let (code, out, _) = operations("check", &unknown, &ALL, &[]);
    assert_eq!(code, 0);
    assert!(
        out.contains("warning: `mistyped` is no operation that is known [unknown-operation]"),
        "{out}"
    );
}

#[test]
fn a_recorder_inside_of_the_envelope_is_told() {
    let inside = ALL.map(|answer| answer.rsplit_once(' ').unwrap().0);
    let inside: Vec<_> = inside
        .into_iter()
        .filter(|answer| answer.split(' ').count() == 3)
        .collect();
    let (_, found) = rules(&inside, &[]);
    assert_eq!(found[0], "warning no-codes");
    assert!(!found.contains(&"note no-code".to_owned()), "{found:?}");
}

#[test]
fn codes_are_known_by_what_is_sent() {
    let numbers = r#"
[catalog]
name = "notes"
case = "PascalCase"
wire = "number"
[codes.NotThere]
number = -404
status = 404
operations = ["GET /notes"]
[codes.Taken]
number = -409
status = 409
operations = ["POST /notes"]
"#;
    for (answer, expected) in [
        ("GET /notes 404 -404", 0),
        ("GET /notes 409 -409", 1),
        ("GET /notes 404 NotThere", 1),
        ("GET /notes 400 -400", 0),
        ("GET /notes 400 -402", 1),
    ] {
        let (code, out, _) = operations("check", numbers, &[answer], &[]);
        assert_eq!(code, expected, "{answer}: {out}");
    }
}

#[test]
fn a_finding_is_told_where_it_is_put_right() {
    let answers = [
        "GET /feed 400 NOBODY_KNOWS",
        "GET /notes/{id} 409 TAKEN",
        "GET /notes/{id} 409 TAKEN",
    ];
    let (_, out, _) = operations("check", NOTES, &answers, &[]);
    for part in [
        "  --> record.jsonl:1:1\n",
        "  --> errors.toml:22:14\n",
        "  seen in record.jsonl:2, 2 times\n",
        "3 responses of 2 operations, 1 with a set of codes: 2 errors, ",
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
}

#[test]
fn an_export_is_checked_like_its_file() {
    let folder = folder(NOTES, &record(&["GET /notes/{id} 409 TAKEN"]));
    let path = folder.path();
    assert_eq!(
        manila(path, &["export", "errors.toml", "--output", "errors.json"]).0,
        0
    );
    let check = |catalog: &str| {
        let (code, out, err) = manila(
            path,
            &["operations", "check", "--recorded", "record.jsonl", catalog],
        );
        let lines = out.lines().filter(|line| !line.starts_with("  -->"));
        (code, lines.map(str::to_owned).collect::<Vec<_>>(), err)
    };
    assert_eq!(check("errors.json"), check("errors.toml"));
}
