//! Exports as catalogs: what the command reads of the JSON that it, or a test of a service, writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use manila::Catalog;
use manila_catalogs::{Codelibra, Cpi, Credicorp, Mxcep, Vibehost};
use serde_json::Value;
use tempfile::TempDir;

use crate::run::manila;

const PUBLISHED: [(&str, &Catalog); 5] = [
    ("vibehost", Vibehost::CATALOG),
    ("mxcep", Mxcep::CATALOG),
    ("credicorp", Credicorp::CATALOG),
    ("codelibra", Codelibra::CATALOG),
    ("cpi", Cpi::CATALOG),
];

manila::catalog! {
    enum Everything = "tests/it/everything.toml"
}

/// A catalog that exists only as Rust.
#[expect(dead_code, reason = "only its catalog is of interest")]
mod before {
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    #[error_code(catalog = "plans", title = "Plans", wire = "number", digits = "status")]
    pub(super) enum ApiError {
        /// The plan includes a number of apps, and all of them are in use.
        #[error("The plan is full.")]
        #[error_code(status = 402, number = 402_001, exit_code = 3, retry = "never")]
        PlanLimit {
            #[error_code(detail)]
            limit: u32,
        },
        #[error("\"Basic\" & Pro are\\gone: \u{e9}\u{2028}.")]
        #[error_code(status = 422, number = 422_001, rule = "email", scope = "violation")]
        Quoted,
        #[error("Nothing was found.")]
        #[error_code(
            status = 404,
            number = 404_001,
            condition = "route_not_found",
            related = "plan_limit"
        )]
        NotFound,
    }
}

/// The same, after a change.
#[expect(dead_code, reason = "only its catalog is of interest")]
mod after {
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    #[error_code(catalog = "plans", title = "Plans", wire = "number", digits = "status")]
    pub(super) enum ApiError {
        /// The plan includes a number of apps, and all of them are in use.
        #[error("The plan is full.")]
        #[error_code(status = 403, number = 403_001, exit_code = 3, retry = "never")]
        PlanLimit {
            #[error_code(detail)]
            limit: u32,
        },
        #[error("Nothing was found.")]
        #[error_code(
            status = 404,
            number = 404_001,
            condition = "route_not_found",
            related = "plan_limit"
        )]
        NotFound,
        #[error_code(status = 429, number = 429_001)]
        #[error("It is overloaded, see <b>status</b>")]
        Overloaded,
    }
}

fn catalogs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogs")
}

#[test]
fn an_enum_is_the_export_of_its_file_byte_for_byte() {
    for (name, catalog) in PUBLISHED {
        let file = catalogs().join(format!("export/{name}.json"));
        let export = fs::read_to_string(file).unwrap();
        assert!(catalog.to_json() == export, "{name}");
    }
}

#[test]
fn an_enum_that_says_everything_is_the_export_of_its_file_too() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let export = Everything::CATALOG.to_json();
    let (code, out, err) = manila(&folder, &["export", "everything.toml"]);
    assert_eq!((code, &*out, &*err), (0, &*export, ""));
    let copy = TempDir::new().unwrap();
    fs::write(copy.path().join("everything.json"), &export).unwrap();
    let (code, out, err) = manila(copy.path(), &["export", "everything.json"]);
    assert_eq!((code, &*out, &*err), (0, &*export, ""));
    let json = copy.path().join("everything.json");
    let (_, of_file, _) = manila(
        &folder,
        &["diff", "everything.toml", json.to_str().unwrap()],
    );
    assert_eq!(of_file, "");
}

#[test]
fn an_export_that_is_read_is_exported_as_it_was() {
    for (name, _) in PUBLISHED {
        let file = format!("export/{name}.json");
        let export = fs::read_to_string(catalogs().join(&file)).unwrap();
        let (code, out, err) = manila(&catalogs(), &["export", &file]);
        assert_eq!((code, &*err), (0, ""), "{name}");
        assert!(out == export, "{name}");
    }
}

#[test]
fn an_export_says_what_its_file_says() {
    for (name, _) in PUBLISHED {
        let export = format!("export/{name}.json");
        for (old, new) in [(name, &*export), (&*export, name)] {
            let same = manila(&catalogs(), &["diff", old, new]);
            assert_eq!(same, (0, String::new(), String::new()), "{old} {new}");
        }
        let (code, out, _) = manila(&catalogs(), &["check", &export]);
        assert_eq!(code, 0, "{out}");
        assert!(out.ends_with("checked, nothing found, 1 note\n"), "{out}");
        for arguments in [&["list"][..], &["list", "--format", "json"]] {
            let of_file = manila(&catalogs(), &[arguments, &[name]].concat());
            let of_export = manila(&catalogs(), &[arguments, &[&*export]].concat());
            assert_eq!(of_file, of_export, "{name}");
        }
    }
}

#[test]
fn a_derived_enum_is_checked_like_a_file() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    before::ApiError::CATALOG
        .write_json(path.join("before.json"))
        .unwrap();
    after::ApiError::CATALOG
        .write_json(path.join("after.json"))
        .unwrap();
    let (code, out, err) = manila(path, &["check", "before.json"]);
    assert_eq!((code, &*err), (0, ""));
    assert!(out.ends_with("checked, nothing found, 1 note\n"), "{out}");
    let (code, out, _) = manila(path, &["check", "after.json"]);
    assert_eq!(code, 1, "{out}");
    for part in [
        "warning[markup]: the message contains markup: `<b>`",
        "warning[no-client-advice]: ",
        "in the code `overloaded`",
        "1 catalog checked: 0 errors, 3 warnings",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    let (_, out, _) = manila(path, &["check", "after.json", "--format", "json"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert!(
        found["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["level"] != "note")
            .all(|one| one["code"] == "overloaded"),
        "{out}"
    );
    let (_, out, _) = manila(path, &["check", "after.json", "--format", "github"]);
    assert!(
        out.lines()
            .filter(|line| !line.starts_with("::notice"))
            .all(|line| line.ends_with("%0Ain the code `overloaded`")),
        "{out}"
    );
}

#[test]
fn a_derived_enum_is_compared_like_a_file() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    before::ApiError::CATALOG
        .write_json(path.join("before.json"))
        .unwrap();
    after::ApiError::CATALOG
        .write_json(path.join("after.json"))
        .unwrap();
    let (code, out, err) = manila(path, &["diff", "before.json", "after.json"]);
    assert_eq!((code, &*err), (1, ""), "{out}");
    let changes: Vec<_> = out.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(
        changes,
        [
            "breaking: the number of `plan_limit` changed from 402001 to 403001 [number]",
            "breaking: the status of `plan_limit` changed from 402 to 403 [status]",
            "breaking: `quoted` (422001) was removed; retire a code instead of deleting it [removed-code]",
            "breaking: the code for the rule `email` changed from `quoted` (422001) to none [rule]",
            "compatible: `overloaded` (429001) was added [new-code]",
        ]
    );
}

#[test]
fn every_text_of_a_derived_enum_is_read_as_it_is() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    before::ApiError::CATALOG
        .write_json(path.join("before.json"))
        .unwrap();
    let (code, out, err) = manila(path, &["export", "before.json"]);
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(out, before::ApiError::CATALOG.to_json());
    let export: Value = serde_json::from_str(&out).unwrap();
    let message = before::ApiError::CATALOG.codes()[1].message().unwrap();
    assert_eq!(export["codes"][1]["message"], message);
    assert_eq!(export["digits"], "status");
    let (code, out, _) = manila(path, &["explain", "plan_limit", "--catalog", "before.json"]);
    assert!(code == 0 && out.contains("limit (integer)"), "{out}");
}

#[test]
fn an_export_is_read_from_wherever_a_file_is() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    before::ApiError::CATALOG
        .write_json(path.join("errors.json"))
        .unwrap();
    for arguments in [
        &["init", "--quiet"][..],
        &["add", "."],
        &["commit", "--quiet", "-m", "a"],
    ] {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=t", "-c", "user.email=t@example.org"]);
        assert!(
            git.args(arguments)
                .current_dir(path)
                .status()
                .unwrap()
                .success()
        );
    }
    after::ApiError::CATALOG
        .write_json(path.join("errors.json"))
        .unwrap();
    let (code, out, err) = manila(path, &["diff", "git:HEAD:errors.json", "errors.json"]);
    assert_eq!((code, &*err), (1, ""));
    assert!(out.contains("`overloaded` (429001) was added"), "{out}");

    let mut command = Command::new(env!("CARGO_BIN_EXE_manila"));
    command.args(["diff", "errors.json", "-"]).current_dir(path);
    command.stdin(fs::File::open(path.join("errors.json")).unwrap());
    let output = command.stdout(Stdio::piped()).output().unwrap();
    assert!(
        output.status.success() && output.stdout.is_empty(),
        "{output:?}"
    );
}

/// An export without mistakes.
const GOOD: &str = r#"{
  "schema": 1,
  "name": "plans",
  "case": "snake_case",
  "conditions": { "forbidden": "plan_limit" },
  "codes": [
    { "name": "plan_limit", "statuses": [402], "message": "Full." },
    { "name": "other", "statuses": [400], "message": "Bad.", "related": ["plan_limit"] }
  ]
}
"#;

#[test]
fn each_mistake_in_an_export_is_found_at_its_place() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("errors.json"), GOOD).unwrap();
    assert_eq!(manila(folder.path(), &["check", "errors.json"]).0, 0);
    for (from, to, rule, place, code) in [
        ("[402]", "[200]", "status-range", "7:42", "plan_limit"),
        ("[402]", "[]", "no-status", "7:41", "plan_limit"),
        ("[402]", "402", "wrong-type", "7:41", "plan_limit"),
        ("[402]", "[70000]", "out-of-range", "7:42", "plan_limit"),
        ("[402]", "[402.5]", "wrong-type", "7:42", "plan_limit"),
        ("\"other\"", "\"Other\"", "spelling", "8:15", "Other"),
        (
            "\"other\"",
            "\"plan_limit\"",
            "duplicate-code",
            "8:15",
            "plan_limit",
        ),
        (
            "[\"plan_limit\"]",
            "[\"nobody\"]",
            "unknown-related",
            "8:74",
            "other",
        ),
        (
            "\"Bad.\"",
            "\"Bad.\", \"retry\": \"later\"",
            "unknown-word",
            "8:71",
            "other",
        ),
        (
            "\"Bad.\"",
            "\"Bad.\", \"name\": \"third\"",
            "duplicate-key",
            "8:70",
            "other",
        ),
        ("\"Bad.\"", "null", "wrong-type", "8:54", "other"),
        ("\"Bad.\"", "\"\\ud800\"", "wrong-type", "8:54", "other"),
        (
            "\"Bad.\"",
            "\"Bad.\", \"details\": [{\"name\": \"a\"}]",
            "missing-key",
            "8:74",
            "other",
        ),
        ("\"name\": \"other\", ", "", "missing-key", "8:5", ""),
        ("\"forbidden\"", "\"forbiden\"", "unknown-word", "5:31", ""),
        (
            "\"plan_limit\" }",
            "\"nobody\" }",
            "unknown-condition-code",
            "5:32",
            "",
        ),
        ("  \"name\": \"plans\",\n", "", "missing-key", "1:1", ""),
        ("snake_case", "snakecase", "unknown-word", "4:11", ""),
        ("Full.\"", "Full.", "syntax", "7:67", ""),
        (
            "\"schema\": 1",
            "\"schema\": 3",
            "unknown-schema",
            "2:13",
            "",
        ),
        ("\"schema\": 1,", "", "not-an-export", "1:1", ""),
    ] {
        assert!(GOOD.contains(from), "{from}");
        fs::write(
            folder.path().join("errors.json"),
            GOOD.replacen(from, to, 1),
        )
        .unwrap();
        let (status, out, _) = manila(folder.path(), &["check", "errors.json", "--format", "json"]);
        let found: Value = serde_json::from_str(&out).unwrap();
        let mut findings = found["findings"].as_array().unwrap().iter();
        let found = findings.find(|found| found["level"] != "note").unwrap();
        let found_at = format!("{}:{}", found["line"], found["column"]);
        assert_eq!(
            (&found["rule"], &*found_at),
            (&rule.into(), place),
            "{to}: {out}"
        );
        assert_eq!(
            found["code"].as_str().unwrap_or_default(),
            code,
            "{to}: {out}"
        );
        assert_eq!(status, 1, "{to}");
    }
}

#[test]
fn json_that_is_no_export_is_refused_with_one_reason() {
    let folder = TempDir::new().unwrap();
    for text in [
        "{}",
        "[]",
        "null",
        "7",
        "\"schema\"",
        "{\"name\": \"x\", \"version\": \"1.0.0\"}",
        "{\"schema\": \"1\"}",
    ] {
        fs::write(folder.path().join("package.json"), text).unwrap();
        let (code, out, _) = manila(folder.path(), &["check", "package.json"]);
        assert_eq!(code, 1, "{text}");
        assert!(
            out.starts_with("error[not-an-export]: this JSON is not the export of a catalog"),
            "{out}"
        );
        assert!(
            out.contains("1 catalog checked: 1 error, 0 warnings"),
            "{out}"
        );
        let (code, out, err) = manila(folder.path(), &["export", "package.json"]);
        assert_eq!((code, &*out), (2, ""), "{text}");
        assert!(
            err.starts_with("error: package.json cannot be used\n\nerror[not-an-export]"),
            "{err}"
        );
    }
    let deep = "[".repeat(100_000);
    for text in ["", "{", "{\"schema\": 1", "{\"schema\": 1} x", &*deep] {
        fs::write(folder.path().join("package.json"), text).unwrap();
        let (code, out, _) = manila(folder.path(), &["check", "package.json"]);
        assert!(code == 1 && out.starts_with("error[syntax]: "), "{out}");
    }
}

#[test]
fn members_of_a_later_version_are_skipped() {
    let folder = TempDir::new().unwrap();
    let text = GOOD.replace(
        "\"schema\": 1,",
        "\"schema\": 1, \"colour\": { \"of\": [\"it\"] },",
    );
    let text = text.replace("\"Bad.\",", "\"Bad.\", \"colour\": null,");
    fs::write(folder.path().join("errors.json"), text).unwrap();
    let (code, out, _) = manila(folder.path(), &["check", "errors.json"]);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn an_export_is_told_by_its_name_or_its_first_character() {
    let folder = TempDir::new().unwrap();
    for (name, rule) in [
        ("errors", None),
        ("errors.JSON", None),
        ("errors.toml", Some("syntax")),
    ] {
        fs::write(folder.path().join(name), GOOD).unwrap();
        let (code, out, _) = manila(folder.path(), &["check", name]);
        assert_eq!(code, i32::from(rule.is_some()), "{name}: {out}");
        assert!(
            out.contains(rule.unwrap_or("nothing found")),
            "{name}: {out}"
        );
    }
}
