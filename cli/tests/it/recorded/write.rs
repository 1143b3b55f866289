//! What is written into a catalog, and what stays.

use std::fs;

use super::{folder, operations, record};
use crate::run::manila;

const HEAD: &str = "# Notes.\ncatalog = { name = \"a\", case = \"snake_case\" }   # why\n";

/// Writes, and holds that nothing is left to write or to find, and that a dry run says the same.
fn written(catalog: &str, answers: &[&str]) -> (String, String) {
    let folder = folder(catalog, &record(answers));
    let path = folder.path();
    let run = |command: &[&str]| {
        let arguments = [
            &["operations"],
            command,
            &["--recorded", "record.jsonl", "errors.toml"],
        ]
        .concat();
        manila(path, &arguments)
    };
    let (code, dry, err) = run(&["write", "--dry-run"]);
    assert_eq!((code, &*err), (0, ""), "{dry}");
    assert_eq!(
        fs::read_to_string(path.join("errors.toml")).unwrap(),
        catalog
    );
    let (code, out, err) = run(&["write"]);
    assert_eq!((code, &*err), (0, ""), "{out}");
    let changes = |text: &str| {
        text.lines()
            .filter(|line| line.contains(" + "))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(changes(&dry), changes(&out));
    let text = fs::read_to_string(path.join("errors.toml")).unwrap();
    assert_eq!(
        run(&["write"]).1,
        "errors.toml has every operation that is recorded\n"
    );
    let (code, found, _) = run(&["check"]);
    assert_eq!(code, 0, "{found}");
    (text, out)
}

#[test]
fn operations_are_added_and_everything_else_stays() {
    let answers = [
        "POST /notes 409 taken",
        r"GET /notes/{id:\d+} 404 not_there",
        "HEAD /notes/:id 404 not_there",
        "DELETE /notes/{id} 404 not_there",
        "PUT /notes/{id} 405 not_allowed",
        "GET - 404 not_there",
        "GET /notes 200",
    ];
    let rest = "\n[codes.not_allowed]\nstatus = 405\n";
    for (before, after) in [
        (
            "[codes.not_there] # here\nstatus = 404 # so\n\n# Taken.\n[codes.taken]\nstatus = 409\n",
            "[codes.not_there] # here\nstatus = 404 # so\noperations = [\"DELETE /notes/{id}\", \"GET /notes/{id}\"]\n\n# Taken.\n[codes.taken]\nstatus = 409\noperations = [\"POST /notes\"]\n",
        ),
        (
            "[codes.not_there]\nstatus = 404\noperations = [\"GET /notes/{noteId}\"] # reads\n\n[codes.taken]\nstatus = 409\noperations = []\n",
            "[codes.not_there]\nstatus = 404\noperations = [\"GET /notes/{noteId}\", \"DELETE /notes/{id}\"] # reads\n\n[codes.taken]\nstatus = 409\noperations = [\"POST /notes\"]\n",
        ),
        (
            "[codes.not_there]\nstatus = 404\noperations = [\n  \"GET /notes/{id}\", # reads\n]\n\n[codes.taken]\nstatus = 409\noperations = [ \"GET /other\" ]\n",
            "[codes.not_there]\nstatus = 404\noperations = [\n  \"GET /notes/{id}\", # reads\n  \"DELETE /notes/{id}\",\n]\n\n[codes.taken]\nstatus = 409\noperations = [ \"GET /other\", \"POST /notes\" ]\n",
        ),
        (
            "[codes.not_there]\nstatus = 404\noperations = [\n  # reads\n  \"GET /notes/{id}\" # of one\n  # the end\n]\n\n[codes.taken]\nstatus = 409\noperations = [\"GET /other\", ]\n",
            "[codes.not_there]\nstatus = 404\noperations = [\n  # reads\n  \"GET /notes/{id}\", # of one\n  # the end\n  \"DELETE /notes/{id}\"\n]\n\n[codes.taken]\nstatus = 409\noperations = [\"GET /other\", \"POST /notes\", ]\n",
        ),
        (
            "[codes.not_there]\nstatus = 404\noperations = [ # none yet\n]\n\n[codes.taken]\nstatus = 409\noperations = [ # x\n]\n",
            "[codes.not_there]\nstatus = 404\noperations = [ # none yet\n    \"DELETE /notes/{id}\",\n    \"GET /notes/{id}\",\n]\n\n[codes.taken]\nstatus = 409\noperations = [ # x\n    \"POST /notes\",\n]\n",
        ),
    ] {
        let (text, _) = written(&format!("{HEAD}{before}{rest}"), &answers);
        assert_eq!(text, format!("{HEAD}{after}{rest}"));
    }
    let before = "codes = { not_there = { status = 404 }, taken = { status = 409, operations = [\"GET /other\"] }, not_allowed = { status = 405 } }\n";
    let after = "codes = { not_there = { status = 404, operations = [\"DELETE /notes/{id}\", \"GET /notes/{id}\"] }, taken = { status = 409, operations = [\"GET /other\", \"POST /notes\"] }, not_allowed = { status = 405 } }\n";
    let (text, out) = written(&format!("{HEAD}{before}"), &answers);
    assert_eq!(text, format!("{HEAD}{after}"));
    assert_eq!(
        out,
        "not_there + `DELETE /notes/{id}`\nnot_there + `GET /notes/{id}`\ntaken + `POST /notes`\n\
         added 3 operations of 2 codes to errors.toml\n"
    );
}

#[test]
fn dotted_keys_and_long_lists_stay_readable() {
    let dotted = format!("{HEAD}[codes]\n# Taken.\ntaken.status = 409 # so\n");
    let (text, _) = written(&dotted, &["POST /notes 409 taken"]);
    assert_eq!(
        text,
        format!("{dotted}taken.operations = [\"POST /notes\"]\n")
    );
    let long = format!("{HEAD}[codes.taken]\nstatus = 409\n");
    let answers: Vec<_> = (0..9)
        .map(|at| format!("POST /notes/number/{at} 409 taken"))
        .collect();
    let answers: Vec<_> = answers.iter().map(String::as_str).collect();
    let (text, _) = written(&long, &answers);
    let list = (0..9).map(|at| format!("    \"POST /notes/number/{at}\",\n"));
    let list: String = list.collect();
    assert_eq!(text, format!("{long}operations = [\n{list}]\n"));
}

#[test]
fn an_operation_is_called_as_the_catalog_calls_it() {
    let catalog = format!(
        "{HEAD}operations.\"POST /notes/{{note_id}}\" = {{ title = \"Change\" }}\n\
         [codes.taken]\nstatus = 409\n[codes.gone]\nstatus = 410\noperations = [\"/old/*\", \"put /notes/{{it}}\"]\n"
    );
    let answers = [
        "POST /notes/:id 409 taken",
        "PUT /notes/:id 409 taken",
        "GET /old/notes 409 taken",
        "GET /old/notes 410 gone",
        "PUT /notes/{x} 410 gone",
    ];
    let (text, _) = written(&catalog, &answers);
    let added = "status = 409\noperations = [\"POST /notes/{note_id}\", \"put /notes/{it}\", \"GET /old/notes\"]\n";
    assert_eq!(text, catalog.replace("status = 409\n", added));
}

#[test]
fn line_ends_stay() {
    let catalog = format!("{HEAD}[codes.taken]\nstatus = 409\n").replace('\n', "\r\n");
    let (text, _) = written(&catalog, &["POST /notes 409 taken"]);
    assert_eq!(text, format!("{catalog}operations = [\"POST /notes\"]\r\n"));
}

#[test]
fn what_is_left_out_is_told() {
    let catalog = format!(
        "{HEAD}[codes.taken]\nstatus = 409\n[codes.old]\nstatus = 410\nmessage = \"Old.\"\nretired = \"2.0\"\n"
    );
    let answers = [
        "POST /notes 400 taken",
        "POST /notes 410 old",
        "POST /notes 400 nobody_knows",
        "POST /notes 400 bad_request",
    ];
    let (code, out, err) = operations("write", &catalog, &answers, &[]);
    assert_eq!((code, &*err), (1, ""));
    assert_eq!(
        out,
        "note: `nobody_knows` is not in the catalog, and is left out\n\
         note: `old` is retired, and is left out\n\
         note: `taken` came with 400, which is none of its statuses\n\
         taken + `POST /notes`\n\
         added 1 operation of 1 code to errors.toml\n"
    );
}

#[test]
fn what_is_no_file_is_not_written() {
    let folder = folder(
        &format!("{HEAD}[codes.taken]\nstatus = 409\n"),
        &record(&["POST /notes 409 taken"]),
    );
    let path = folder.path();
    assert_eq!(
        manila(path, &["export", "errors.toml", "--output", "errors.json"]).0,
        0
    );
    for (catalog, said) in [
        ("errors.json", "errors.json is an export"),
        ("vibehost", "`vibehost.toml` cannot be written; name a file"),
    ] {
        let (code, _, err) = manila(
            path,
            &["operations", "write", "--recorded", "record.jsonl", catalog],
        );
        assert_eq!(code, 2, "{catalog}");
        assert!(err.contains(said), "{catalog}: {err}");
    }
}
