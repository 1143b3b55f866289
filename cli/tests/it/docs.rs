//! `manila docs`

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::run::{git, manila};

const CATALOG: &str = "[catalog]\nname = 'plans'\ntitle = 'Plans'\ncase = 'SCREAMING_SNAKE_CASE'\n\
    [codes.CONFLICT]\nstatus = 409\nmessage = 'It is taken.'\nclient = 'Take another.'\n\
    server = 'canary-server'\nsource = ['canary-source']\nfacts = { team = 'canary-fact' }\n\
    [codes.GONE]\nstatus = 410\nmessage = 'It is gone.'\n";

const WITHOUT_GONE: &str = "[catalog]\nname = 'plans'\ntitle = 'Plans'\ncase = 'SCREAMING_SNAKE_CASE'\n\
    [codes.CONFLICT]\nstatus = 409\nmessage = 'It is taken.'\nclient = 'Take another.'\n";

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("errors.toml"), CATALOG).unwrap();
    folder
}

/// Every file below a folder, by its path in it.
fn files(root: &Path) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let path = path.strip_prefix(root).unwrap().to_str().unwrap();
                files.insert(path.replace('\\', "/"));
            }
        }
    }
    files
}

fn written(folder: &Path, arguments: &[&str]) -> String {
    let all: Vec<_> = ["docs", "errors.toml", "--out", "site"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    let (code, out, err) = manila(folder, &all);
    assert_eq!((code, &*err), (0, ""), "{arguments:?}: {out}");
    out
}

#[test]
fn a_site_is_written_once_and_then_up_to_date() {
    let folder = folder();
    let path = folder.path();
    assert_eq!(written(path, &[]), "site: 14 files, 14 written\n");
    let expected = [
        ".manila-docs",
        "CONFLICT.json",
        "CONFLICT.md",
        "CONFLICT/index.html",
        "GONE.json",
        "GONE.md",
        "GONE/index.html",
        "catalog.json",
        "icon.svg",
        "index.html",
        "llms.txt",
        "openapi.json",
        "schema/ok-error.json",
        "script.js",
        "style.css",
    ];
    let found = files(&path.join("site"));
    assert!(found.iter().map(String::as_str).eq(expected), "{found:?}");
    assert_eq!(written(path, &[]), "site: 14 files, 0 written\n");
    assert_eq!(written(path, &["--check"]), "");
    // The catalog of the folder is meant where none is named.
    assert_eq!(manila(path, &["docs", "--out", "site", "--check"]).0, 0);
}

#[test]
fn a_check_names_what_differs_and_writes_nothing() {
    let folder = folder();
    let path = folder.path();
    let check = |arguments: &[&str]| {
        let all: Vec<_> = ["docs", "errors.toml", "--out", "site", "--check"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        manila(path, &all)
    };
    let (code, out, _) = check(&[]);
    assert_eq!(code, 1);
    assert!(out.contains("  missing: CONFLICT.md\n"), "{out}");
    assert!(!path.join("site").exists());

    written(path, &[]);
    let site = path.join("site");
    fs::write(site.join("GONE.md"), "edited").unwrap();
    fs::remove_file(site.join("CONFLICT.json")).unwrap();
    fs::write(site.join("CNAME"), "docs.example").unwrap();
    let again = "site is not up to date; write it anew with the same command, without `--check`\n";
    let expected = format!("  missing: CONFLICT.json\n  different: GONE.md\n{again}");
    assert_eq!(check(&[]), (1, expected, String::new()));
    assert_eq!(fs::read_to_string(site.join("GONE.md")).unwrap(), "edited");

    written(path, &[]);
    fs::write(path.join("errors.toml"), WITHOUT_GONE).unwrap();
    let (_, out, _) = check(&[]);
    for line in [
        "extra: GONE.json",
        "extra: GONE.md",
        "extra: GONE/index.html",
        "different: llms.txt",
    ] {
        assert!(out.contains(line), "{out}");
    }
    // What a checkout does to line ends is no difference.
    written(path, &[]);
    let page = site.join("CONFLICT/index.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace('\n', "\r\n")).unwrap();
    assert_eq!(check(&[]), (0, String::new(), String::new()));
}

#[test]
fn pages_of_codes_that_are_gone_are_removed_and_foreign_files_stay() {
    let folder = folder();
    let path = folder.path();
    written(path, &[]);
    let site = path.join("site");
    fs::write(site.join("CNAME"), "docs.example").unwrap();
    fs::write(site.join("GONE/notes.txt"), "mine").unwrap();
    fs::write(path.join("errors.toml"), WITHOUT_GONE).unwrap();
    let out = written(path, &[]);
    assert!(
        out.contains("3 removed, as nothing in the catalogs leads to them:\n  GONE.json\n  GONE.md\n  GONE/index.html\n"),
        "{out}"
    );
    let found = files(&site);
    assert!(
        found.contains("CNAME") && found.contains("GONE/notes.txt"),
        "{found:?}"
    );
    assert!(!found.contains("GONE.md") && !found.contains("GONE/index.html"));
    // The list of what is the reference's leads to nothing outside.
    fs::write(path.join("precious"), "mine").unwrap();
    let list = site.join(".manila-docs");
    let absolute = path.join("precious");
    let forged = format!(
        "{}../precious\n{}\n",
        fs::read_to_string(&list).unwrap(),
        absolute.display()
    );
    fs::write(&list, forged).unwrap();
    written(path, &[]);
    assert!(path.join("precious").exists());
}

#[test]
fn a_folder_with_other_files_is_written_to_by_force_alone() {
    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("site")).unwrap();
    fs::write(path.join("site/index.html"), "mine").unwrap();
    let (code, out, err) = manila(path, &["docs", "errors.toml", "--out", "site"]);
    assert_eq!((code, &*out), (2, ""));
    assert_eq!(
        err,
        "error: site has files, and none of them is a reference's; nothing was written. Name another folder, or write between these files with `--force`\n"
    );
    assert_eq!(files(&path.join("site")).len(), 1);
    written(path, &["--force"]);
    assert!(
        fs::read_to_string(path.join("site/index.html"))
            .unwrap()
            .contains("<!doctype html>")
    );
}

#[test]
fn the_public_site_has_nothing_for_operators() {
    let folder = folder();
    let path = folder.path();
    let canaries = |site: &Path| {
        let found = files(site).into_iter().filter(|file| {
            let text = fs::read_to_string(site.join(file)).unwrap();
            text.contains("canary")
        });
        found.collect::<Vec<_>>()
    };
    written(path, &[]);
    assert_eq!(canaries(&path.join("site")), [""; 0]);
    written(path, &["--audience", "operators"]);
    let found = canaries(&path.join("site"));
    assert_eq!(
        found,
        [
            "CONFLICT.json",
            "CONFLICT.md",
            "CONFLICT/index.html",
            "catalog.json"
        ]
    );
}

#[test]
fn options_are_on_the_pages() {
    let folder = folder();
    let path = folder.path();
    fs::write(
        path.join("logo.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    )
    .unwrap();
    written(
        path,
        &[
            "--style",
            "problem",
            "--style",
            "json-api",
            "--url",
            "https://docs.example/errors",
            "--title",
            "Example Inc.",
            "--accent",
            "#0a7",
            "--logo",
            "logo.svg",
            "--request-link",
            "https://logs.example/{request_id}",
            "--api-version",
            "3.1",
            "--noindex",
        ],
    );
    let page = fs::read_to_string(path.join("site/CONFLICT/index.html")).unwrap();
    for text in [
        "application/problem+json",
        "application/vnd.api+json",
        "https://docs.example/errors/CONFLICT",
        "Example Inc., version 3.1",
        "../logo.svg",
        "data-request-link=\"https://logs.example/{request_id}\"",
        "noindex",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(!page.contains("{&quot;ok&quot;"));
}

#[test]
fn changes_since_a_revision_are_told() {
    let folder = folder();
    let path = folder.path();
    git(path, &["init", "-q"]);
    git(path, &["add", "errors.toml"]);
    git(path, &["commit", "-qm", "one"]);
    git(path, &["tag", "v1"]);
    fs::write(path.join("errors.toml"), WITHOUT_GONE).unwrap();
    for (older, label) in [
        ("git:v1:errors.toml", "Since v1:"),
        ("1.0.0=git:v1:errors.toml", "Since 1.0.0:"),
        ("1.0.0@2025-01-31=git:v1:errors.toml", "Since 1.0.0:"),
    ] {
        written(path, &["--older", older]);
        let page = fs::read_to_string(path.join("site/changes/index.html")).unwrap();
        assert!(
            page.contains(label) && page.contains("<code>GONE</code> was removed"),
            "{page}"
        );
        assert!(!page.contains("canary"), "{page}");
    }
    written(
        path,
        &[
            "--older",
            "1.0.0@2025-01-31=git:v1:errors.toml",
            "--api-version",
            "2",
            "--date",
            "2026-01-31",
            "--url",
            "https://docs.example",
        ],
    );
    assert!(path.join("site/changes.atom").exists());
}

#[test]
fn several_catalogs_are_folders_under_one_index() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let (code, out, _) = manila(path, &["docs", "vibehost", "cpi", "--out", "site"]);
    assert_eq!(code, 0, "{out}");
    for file in [
        "index.html",
        "vibehost/index.html",
        "vibehost/CONFLICT/index.html",
        "cpi/-403/index.html",
        "cpi/Forbidden/index.html",
        "style.css",
    ] {
        assert!(path.join("site").join(file).exists(), "{file}");
    }
    assert!(!path.join("site/vibehost/style.css").exists());
}

#[test]
fn what_cannot_be_used_is_refused_before_anything_is_written() {
    let folder = folder();
    let path = folder.path();
    for (arguments, expected) in [
        (&["--accent", "blue"][..], "the accent `blue` is no colour"),
        (
            &["--url", "docs.example"],
            "`docs.example` is no address of a site",
        ),
        (&["--request-link", "https://x"], "has no place for the id"),
        (&["--date", "today"], "`today` is no date"),
        (&["--older", "1@x=errors.toml"], "`x` is no date"),
        (&["--older", "cpi"], "the older version is of `cpi`"),
        (&["--older", "missing.toml"], "missing.toml"),
        (
            &["--logo", "missing.png"],
            "cannot read the logo missing.png",
        ),
        (&["errors.toml"], "two catalogs are called `plans`"),
    ] {
        let all: Vec<_> = ["docs", "errors.toml", "--out", "site"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        let (code, out, err) = manila(path, &all);
        assert_eq!((code, &*out), (2, ""), "{arguments:?}");
        assert!(
            err.starts_with("error: ") && err.contains(expected),
            "{arguments:?}: {err}"
        );
        assert!(!path.join("site").exists(), "{arguments:?}");
    }
    fs::write(path.join("file"), "").unwrap();
    let (code, _, err) = manila(path, &["docs", "errors.toml", "--out", "file"]);
    assert_eq!(code, 2, "{err}");
}
