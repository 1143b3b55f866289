//! Codes by the operations that they can come from, and by who has to act.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

const CATALOG: &str = r#"
[catalog]
name = "plans"
case = "snake_case"

[operations."POST /apps"]
title = "Create an app"
groups = ["Apps", "mutations"]

[codes.taken]
status = 409
operations = ["POST /apps"]
owner = "user"

[codes.frozen]
status = 423
operations = ["mutations"]
owner = "operator"

[codes.gone]
status = 410
operations = ["/apps/{id}", "GET /v1/billing/*"]
owner = "nobody"

[codes.silent]
status = 400
"#;

/// What `manila list` prints with these arguments, and how it ends.
fn list(arguments: &[&str]) -> (i32, String, String) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("errors.toml"), CATALOG).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_manila"))
        .args([&["list", "errors.toml"], arguments].concat())
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(output.stdout), text(output.stderr));
    (output.status.code().unwrap(), out, err)
}

/// The names of the codes that are listed.
fn codes(arguments: &[&str]) -> Vec<String> {
    let (code, out, err) = list(arguments);
    assert_eq!((code, &*err), (0, ""), "{arguments:?}");
    let names = out
        .lines()
        .filter_map(|line| line.split_whitespace().nth(2));
    names.map(str::to_owned).collect()
}

#[test]
fn a_code_is_listed_by_an_operation_a_path_and_a_group() {
    for (operation, expected) in [
        ("POST /apps", &["taken", "frozen"][..]),
        ("post /Apps", &["taken", "frozen"]),
        ("/apps", &["taken", "frozen"]),
        ("Apps", &["taken"]),
        ("mutations", &["taken", "frozen"]),
        ("DELETE /apps/{id}", &["gone"]),
        ("/apps/{id}", &["gone"]),
        ("GET /v1/billing/plans", &["gone"]),
        ("GET /v1/billing/plans/7", &["gone"]),
        ("GET /v1/billing/*", &["gone"]),
    ] {
        assert_eq!(codes(&["--operation", operation]), expected, "{operation}");
    }
}

#[test]
fn an_operation_that_no_code_names_is_refused_with_one_that_is_meant() {
    for (operation, help) in [
        ("POST /aps", "; did you mean `POST /apps`?"),
        ("mutation", "; did you mean `mutations`?"),
        ("PUT /apps", "; did you mean `POST /apps`?"),
        ("POST /nothing/of/this/kind", ""),
        ("GET /v1/billing", "; did you mean `GET /v1/billing/*`?"),
    ] {
        let (code, out, err) = list(&["--operation", operation]);
        assert_eq!((code, &*out), (2, ""), "{operation}");
        let said = "no code can come from the operation";
        assert!(err.contains(said), "{operation}: {err}");
        assert!(err.contains(help), "{operation}: {err}");
        assert_eq!(
            err.contains("did you mean"),
            !help.is_empty(),
            "{operation}: {err}"
        );
    }
}

#[test]
fn a_code_is_listed_by_who_has_to_act() {
    for (owner, expected) in [
        ("user", &["taken"][..]),
        ("operator", &["frozen"]),
        ("nobody", &["gone"]),
        ("caller", &[]),
    ] {
        assert_eq!(codes(&["--owner", owner]), expected, "{owner}");
    }
    let (code, _, err) = list(&["--owner", "somebody"]);
    assert_eq!(code, 2);
    assert!(err.contains("unknown owner `somebody`"), "{err}");
}
