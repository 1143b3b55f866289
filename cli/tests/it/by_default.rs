//! What the command does where a user says little.

use std::fs;

use tempfile::TempDir;

use crate::run::manila;

fn folder_with_a_catalog() -> TempDir {
    let folder = TempDir::new().unwrap();
    let catalog = "[catalog]\nname = 'plans'\ncase = 'SCREAMING_SNAKE_CASE'\n\
                   [codes.CONFLICT]\nstatus = 409\nmessage = 'It is taken.'\n";
    fs::write(folder.path().join("errors.toml"), catalog).unwrap();
    folder
}

#[test]
fn the_catalog_of_the_folder_is_meant_where_none_is_named() {
    let folder = folder_with_a_catalog();
    let path = folder.path();
    assert_eq!(
        manila(path, &["check"]),
        (
            0,
            "1 catalog checked, nothing found\n".to_owned(),
            String::new()
        )
    );
    let (code, out, _) = manila(path, &["list"]);
    assert_eq!((code, &*out), (0, "plans      409 CONFLICT  Conflict\n"));
    let (code, out, _) = manila(path, &["explain", "CONFLICT"]);
    assert_eq!(code, 0);
    assert!(out.contains("It is taken."), "{out}");
    // The same name in a published catalog is another code.
    assert_eq!(out.matches("  catalog  ").count(), 1, "{out}");
}

#[test]
fn what_the_folder_does_not_have_is_looked_up_in_the_published_catalogs() {
    let folder = folder_with_a_catalog();
    let (code, out, _) = manila(folder.path(), &["explain", "PLAN_LIMIT_EXCEEDED"]);
    assert_eq!(code, 0);
    assert!(out.contains("VibeHost API"), "{out}");
    let named = ["explain", "PLAN_LIMIT_EXCEEDED", "--catalog", "errors.toml"];
    let (code, out, _) = manila(folder.path(), &named);
    assert_eq!((code, &*out), (1, "unknown code `PLAN_LIMIT_EXCEEDED`\n"));
}

#[test]
fn a_folder_without_a_catalog_is_told_how_to_get_one() {
    let folder = TempDir::new().unwrap();
    let (code, out, err) = manila(folder.path(), &["check"]);
    assert_eq!((code, &*out), (2, ""));
    assert_eq!(
        err,
        "error: no catalog is named, and this folder has no errors.toml; name one, or create it with \
         `manila new`\n"
    );
    assert!(manila(folder.path(), &["list"]).1.lines().count() > 500);
}

#[test]
fn http_s_own_codes_are_explained_in_every_spelling() {
    let folder = TempDir::new().unwrap();
    for code in [
        "METHOD_NOT_ALLOWED",
        "method_not_allowed",
        "MethodNotAllowed",
        "methodNotAllowed",
        "method-not-allowed",
        "405",
    ] {
        let (ended, out, _) = manila(folder.path(), &["explain", code]);
        assert_eq!(ended, 0, "{code}");
        let own = out.split("\n\n").last().unwrap();
        for line in [
            &format!("{code}: Method Not Allowed\n"),
            "  status         405\n",
            "  conditions     method_not_allowed\n",
        ] {
            assert!(own.contains(line), "{code}: {own}");
        }
    }
    let (ended, out, _) = manila(folder.path(), &["explain", "HTTP_499"]);
    assert_eq!(ended, 0);
    assert!(out.contains("  status         499\n"), "{out}");
    for unknown in ["HTTP_200", "", "-", "999"] {
        assert_eq!(
            manila(folder.path(), &["explain", "--", unknown]).0,
            1,
            "{unknown}"
        );
    }
}

#[test]
fn a_dash_is_standard_output() {
    let folder = folder_with_a_catalog();
    let path = folder.path();
    let (code, starter, _) = manila(path, &["new", "-", "--name", "shop"]);
    assert_eq!(code, 0);
    assert!(starter.contains("name = \"shop\""), "{starter}");
    let written = manila(path, &["export", "errors.toml"]);
    assert_eq!(
        manila(path, &["export", "errors.toml", "--output", "-"]),
        written
    );
    let files: Vec<_> = fs::read_dir(path).unwrap().collect();
    assert_eq!(files.len(), 1, "{files:?}");
}

#[test]
fn what_is_no_number_is_told_as_toml_would_have_it() {
    let folder = folder_with_a_catalog();
    let path = folder.path();
    for (status, help) in [
        ("'4xx'", "write one, such as 422"),
        ("'409'", "remove the quotes"),
        ("[400, 'x']", "write one, such as 422"),
    ] {
        let key = if status.starts_with('[') {
            "statuses"
        } else {
            "status"
        };
        let catalog = format!(
            "[catalog]\nname = 'a'\ncase = 'snake_case'\n[codes.a]\n{key} = {status}\nmessage = 'A.'\n"
        );
        fs::write(path.join("errors.toml"), catalog).unwrap();
        let (code, out, _) = manila(path, &["check"]);
        assert_eq!(code, 1);
        assert!(out.contains(&format!("= help: {help}\n")), "{out}");
    }
}
