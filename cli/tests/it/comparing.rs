//! What `diff` says of two small files, and how it ends.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// Two catalogs, each the lines behind its `[catalog]`, how `diff` ends, and its first lines: one a
/// change, without what explains it.
struct Case {
    old: &'static str,
    new: &'static str,
    code: i32,
    changes: &'static [&'static str],
}

fn diff(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_manila"))
        .arg("diff")
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    assert_eq!(text(output.stderr), "");
    (output.status.code().unwrap(), text(output.stdout))
}

/// Asserts what is said of the two files, and that it is said of their exports too.
fn check(head: &str, case: &Case) {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    for (name, text) in [("old", case.old), ("new", case.new)] {
        let text = format!("[catalog]\nname = \"plans\"\n{head}\n{text}");
        fs::write(path.join(format!("{name}.toml")), text).unwrap();
        let export = Command::new(env!("CARGO_BIN_EXE_manila"))
            .args([
                "export",
                &format!("{name}.toml"),
                "--output",
                &format!("{name}.json"),
            ])
            .current_dir(path)
            .output()
            .unwrap();
        assert!(export.status.success(), "{export:?}");
    }
    for (old, new) in [
        ("old.toml", "new.toml"),
        ("old.json", "new.json"),
        ("old.toml", "new.json"),
    ] {
        let (code, out) = diff(path, &[old, new]);
        let changes: Vec<_> = out.lines().filter(|line| !line.starts_with(' ')).collect();
        assert_eq!(
            (code, &*changes),
            (case.code, case.changes),
            "{} {}",
            case.old,
            case.new
        );
    }
}

const BY_NUMBER: &str = "case = \"PascalCase\"\nwire = \"number\"";

#[test]
fn codes_are_the_same_by_number_where_numbers_are_sent() {
    const OLD: &str = "[conditions]\nforbidden = \"Full\"\n[rules]\nmax = \"Full\"\n\
        [codes.Full]\nnumber = 7\nstatus = 402\nmessage = \"It is full.\"\nmeaning = \"The plan.\"\n\
        [codes.Gone]\nnumber = 8\nstatus = 404\nmessage = \"It is gone.\"\nrelated = [\"Full\"]\n\
        [codes.Old]\nnumber = 9\nstatus = 410\ndeprecated = \"1\"\nretired = \"2\"\nreplaced_by = \"Full\"\n";
    for (edits, code, changes) in [
        // Another name, and all that refers to it follows.
        (
            &[("Full", "PlanFull")][..],
            0,
            &["compatible: the name of 7 changed from `Full` to `PlanFull` [renamed]"][..],
        ),
        (
            &[("Full", "PlanFull"), ("It is full.", "It was full.")],
            0,
            &[
                "compatible: the name of 7 changed from `Full` to `PlanFull` [renamed]",
                "compatible: `PlanFull` changed in: message [text]",
            ],
        ),
        (
            &[("Full", "PlanFull"), ("status = 402", "status = 403")],
            1,
            &[
                "breaking: the number 7 of `Full` was given to `PlanFull`, which means something else [reused-number]",
            ],
        ),
        (
            &[("Full", "PlanFull"), ("The plan.", "The disk.")],
            1,
            &[
                "breaking: the number 7 of `Full` was given to `PlanFull`, which means something else [reused-number]",
            ],
        ),
        // Neither has a meaning.
        (
            &[("Gone", "NotFound")],
            0,
            &["compatible: the name of 8 changed from `Gone` to `NotFound` [renamed]"],
        ),
        (
            &[("Gone", "NotFound"), ("It is gone.", "Nothing is there.")],
            1,
            &[
                "breaking: the number 8 of `Gone` was given to `NotFound`, which means something else [reused-number]",
            ],
        ),
        // The same name has another number.
        (
            &[("number = 8", "number = 80")],
            1,
            &["breaking: the number of `Gone` changed from 8 to 80 [number]"],
        ),
        // Its number is another's now.
        (
            &[("number = 8", "number = 80"), ("number = 9", "number = 8")],
            1,
            &[
                "breaking: the number 8 of `Gone` was given to `Old`, which means something else [reused-number]",
                "breaking: `Old` (9) was removed; retire a code instead of deleting it [removed-code]",
                "compatible: `Gone` (80) was added [new-code]",
            ],
        ),
        // A condition and a rule that keep the name and not the number.
        (
            &[(
                "[codes.Full]",
                "[codes.Full]\nnumber = 6\nstatus = 402\n[codes.PlanFull]",
            )],
            1,
            &[
                "breaking: the code for the condition `forbidden` changed from `Full` (7) to `Full` (6) [condition]",
                "breaking: the code for the rule `max` changed from `Full` (7) to `Full` (6) [rule]",
                "compatible: `Full` (6) was added [new-code]",
                "compatible: the name of 7 changed from `Full` to `PlanFull` [renamed]",
                "compatible: `Gone` changed in: related [text]",
                "compatible: the replacement of `Old` changed from `Full` (7) to `Full` (6) [replaced-by]",
            ],
        ),
        (
            &[("forbidden = \"Full\"", "forbidden = \"Gone\"")],
            1,
            &[
                "breaking: the code for the condition `forbidden` changed from `Full` (7) to `Gone` (8) [condition]",
            ],
        ),
    ] {
        let new = edits.iter().fold(OLD.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
        let case = Case {
            old: OLD,
            new: String::leak(new),
            code,
            changes,
        };
        check(BY_NUMBER, &case);
    }
}

const BY_NAME: &str = "case = \"snake_case\"";

#[test]
fn a_rename_where_names_are_sent_is_another_code() {
    check(
        BY_NAME,
        &Case {
            old: "[codes.full]\nnumber = 7\nstatus = 402\n",
            new: "[codes.plan_full]\nnumber = 7\nstatus = 402\n",
            code: 1,
            changes: &[
                "breaking: `full` was removed; retire a code instead of deleting it [removed-code]",
                "compatible: `plan_full` was added [new-code]",
            ],
        },
    );
}

#[test]
fn a_retired_name_comes_back_for_what_it_was_alone() {
    const RETIRED: &str = "[codes.full]\nstatus = 402\nmessage = \"It is full.\"\ndeprecated = \"1\"\nretired = \"2\"\n";
    for (new, code, changes) in [
        (
            "[codes.full]\nstatus = 402\nmessage = \"It is full.\"\ndeprecated = \"1\"\n",
            0,
            &["compatible: `full` is no longer retired [unretired]"][..],
        ),
        (
            "[codes.full]\nstatus = 402\nmessage = \"The disk is full.\"\ndeprecated = \"1\"\n",
            1,
            &[
                "breaking: `full` was retired and comes back with another message [reused-code]",
                "compatible: `full` changed in: message [text]",
            ],
        ),
    ] {
        check(
            BY_NAME,
            &Case {
                old: RETIRED,
                new,
                code,
                changes,
            },
        );
    }
}

#[test]
fn what_a_client_expects_of_a_code_is_kept() {
    const OLD: &str = "[codes.full]\nstatus = 402\nscope = [\"response\", \"job\"]\n";
    for (new, code, changes) in [
        (
            "[codes.full]\nstatus = 402\n",
            1,
            &["breaking: `full` no longer has the scope job [removed-scope]"][..],
        ),
        (
            "[codes.full]\nstatus = 402\nscope = [\"response\", \"job\", \"violation\"]\n",
            0,
            &["compatible: `full` also has the scope violation [new-scope]"],
        ),
        (
            "[codes.full]\nstatus = 404\nscope = [\"response\", \"job\"]\n",
            1,
            &[
                "breaking: the status of `full` changed from 402 to 404, and with it the exit code from 77 to 66 [status]",
            ],
        ),
        (
            "[codes.full]\nstatus = 402\nexit_code = 9\nscope = [\"response\", \"job\"]\n",
            1,
            &["breaking: the exit code of `full` changed from 77 to 9 [exit-code]"],
        ),
    ] {
        check(
            BY_NAME,
            &Case {
                old: OLD,
                new,
                code,
                changes,
            },
        );
    }
}

#[test]
fn the_language_of_the_catalog_is_that_of_who_asks_for_none() {
    const CODE: &str = "[codes.full]\nstatus = 402\n";
    for (old, new, code, changes) in [
        (
            "locales = [\"en\", \"es\"]\n",
            "locales = [\"es\", \"en\"]\n",
            1,
            &["breaking: the language of the catalog changed from `en` to `es` [source-locale]"][..],
        ),
        (
            "locales = [\"en\", \"es\"]\n",
            "locales = [\"en\"]\n",
            0,
            &["compatible: the locale `es` was removed [removed-locale]"],
        ),
        (
            "",
            "locales = [\"en\"]\n",
            0,
            &["compatible: the locale `en` was added [new-locale]"],
        ),
    ] {
        let [old, new] = [old, new].map(|head| String::leak(format!("{head}{CODE}")) as &str);
        check(
            BY_NAME,
            &Case {
                old,
                new,
                code,
                changes,
            },
        );
    }
}
