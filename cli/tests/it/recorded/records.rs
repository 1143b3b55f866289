//! Records as they come: in several files, broken, empty.

use std::fs;
use std::process::{Command, Stdio};

use super::{folder, record};
use crate::run::{ended, manila};

const CATALOG: &str = "catalog = { name = 'a', case = 'snake_case' }\n\
                       [codes.taken]\nstatus = 409\noperations = ['POST /notes']\n";

#[test]
fn several_records_are_one() {
    let folder = folder(CATALOG, &record(&["POST /notes 409 taken"]));
    let path = folder.path();
    fs::write(
        path.join("second.jsonl"),
        record(&["POST /notes 200", "POST /notes 409 taken"]),
    )
    .unwrap();
    for arguments in [
        &[
            "--recorded",
            "record.jsonl",
            "--recorded",
            "second.jsonl",
            "errors.toml",
        ][..],
        &["--recorded", "record.jsonl", "second.jsonl", "errors.toml"],
        &[
            "errors.toml",
            "--recorded",
            "record.jsonl",
            "--recorded",
            "second.jsonl",
        ],
        // The catalog of the folder.
        &["--recorded", "record.jsonl", "--recorded", "second.jsonl"],
    ] {
        let (code, out, err) = manila(path, &[&["operations", "check"], arguments].concat());
        let said = "3 responses of 1 operation, 1 with a set of codes: nothing found\n";
        assert_eq!((code, &*out, &*err), (0, said, ""), "{arguments:?}");
    }
    let (code, _, err) = manila(
        path,
        &[
            "operations",
            "check",
            "--recorded",
            "record.jsonl",
            "second.jsonl",
        ],
    );
    assert_eq!(code, 2);
    assert_eq!(
        err,
        "error: `second.jsonl` is a record; name the catalog behind the records\n"
    );
}

#[test]
fn a_record_is_read_from_standard_input() {
    let folder = folder(CATALOG, &record(&["POST /notes 409 taken"]));
    let file = fs::File::open(folder.path().join("record.jsonl")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_manila"))
        .args(["operations", "check", "--recorded", "-", "errors.toml"])
        .current_dir(folder.path())
        .stdin(Stdio::from(file))
        .output()
        .unwrap();
    assert_eq!(ended(&output).0, 0);
    let (code, _, err) = manila(
        folder.path(),
        &["operations", "check", "--recorded", "-", "-"],
    );
    assert_eq!(
        (code, &*err),
        (2, "error: standard input can be read only once\n")
    );
}

#[test]
fn a_line_that_is_none_is_told_with_its_place() {
    let line = record(&["POST /notes 409 taken"]);
    for (text, said) in [
        (
            format!("{line}{{\n"),
            "record.jsonl:2: no line of a record: EOF while parsing an object at column 1",
        ),
        (
            format!("{line}\n{line}[]\n"),
            "record.jsonl:4: no line of a record: ",
        ),
        (
            "{\"method\":\"GET\",\"status\":200}\n".to_owned(),
            "record.jsonl:1: no line of a record: missing field `route`",
        ),
        (
            "{\"method\":\"GET\",\"route\":null,\"status\":70000}\n".to_owned(),
            "record.jsonl:1: no line of a record: ",
        ),
        (
            format!("{line}{}", line.trim_end()),
            "record.jsonl:2: no line of a record: it has no end",
        ),
        (
            format!("{line}{}\n", "x".repeat(2 << 20)),
            "record.jsonl:2: no line of a record: it is too long",
        ),
        (
            "\u{1b}[31m\n".to_owned(),
            "record.jsonl:1: no line of a record: ",
        ),
    ] {
        let folder = folder(CATALOG, &text);
        for command in ["check", "write"] {
            let (code, out, err) = manila(
                folder.path(),
                &["operations", command, "--recorded", "record.jsonl"],
            );
            assert_eq!((code, &*out), (2, ""), "{said}");
            assert!(err.contains(said), "{err}");
            assert!(!err.contains('\u{1b}'), "{err:?}");
        }
    }
}

#[test]
fn members_of_a_later_recorder_are_not_read() {
    let line = "{\"method\":\"POST\",\"route\":\"/notes\",\"status\":409,\"code\":\"taken\",\"later\":{\"a\":[1]}}\r\n\r\n";
    let folder = folder(CATALOG, line);
    let (code, out, err) = manila(
        folder.path(),
        &["operations", "check", "--recorded", "record.jsonl"],
    );
    assert_eq!((code, &*err), (0, ""), "{out}");
}

#[test]
fn where_nothing_is_recorded_it_is_said_what_to_do() {
    let folder = folder(CATALOG, "");
    for (file, said) in [
        (
            "record.jsonl",
            "error: nothing is recorded in record.jsonl; set `MANILA_RECORD` to an absolute path",
        ),
        ("missing.jsonl", "error: cannot read missing.jsonl: "),
    ] {
        let (code, _, err) = manila(folder.path(), &["operations", "check", "--recorded", file]);
        assert_eq!(code, 2);
        assert!(err.starts_with(said), "{err}");
        assert!(err.contains("`recorder::layer()`"), "{err}");
    }
}
