//! `manila import`, as a team runs it that has a list already.

mod choices;
mod hostile;
mod left_out;
mod lists;
mod openapi;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::run;

/// What the command prints and how it ends.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

fn manila(folder: &Path, arguments: &[&str]) -> Ended {
    fed(folder, arguments, b"")
}

/// The same with something on standard input.
fn fed(folder: &Path, arguments: &[&str], input: &[u8]) -> Ended {
    let (code, out, err) = run::fed(folder, arguments, input);
    Ended { code, out, err }
}

/// A list, and what becomes of it.
struct Case<'c> {
    format: &'c str,
    list: &'c str,
    arguments: &'c [&'c str],
    code: i32,
    /// What the catalog has, and what is told.
    catalog: &'c [&'c str],
    told: &'c [&'c str],
}

const CASE: Case<'static> = Case {
    format: "csv",
    list: "",
    arguments: &[],
    code: 0,
    catalog: &[],
    told: &[],
};

fn check(case: &Case<'_>) {
    let folder = TempDir::new().unwrap();
    let file = format!("errors.{}", case.format);
    fs::write(folder.path().join(&file), case.list).unwrap();
    let arguments = [&["import", "--from", case.format, &file], case.arguments].concat();
    let Ended { code, out, err } = manila(folder.path(), &arguments);
    let list = case.list;
    assert_eq!(code, case.code, "{list}\n{out}\n{err}");
    for part in case.catalog {
        assert!(out.contains(part), "{part} in\n{out}\n{err}");
    }
    for part in case.told {
        assert!(err.contains(part), "{part} in\n{err}\n{out}");
    }
    if code == 2 {
        assert_eq!(out, "", "{list}");
        return;
    }
    // Whatever was left out, what is written can be used.
    fs::write(folder.path().join("written.toml"), &out).unwrap();
    let Ended { code, err, .. } = manila(folder.path(), &["export", "written.toml"]);
    assert_eq!((code, &*err), (0, ""), "{out}");
}
