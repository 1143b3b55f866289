//! The schema of catalog files, and the catalog that starts with it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::run::manila;

fn files(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    files
}

const STALE: &str =
    "is not up to date with this version of `manila`; update it with `manila schema --output";

#[test]
fn the_schema_is_printed_or_written() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let (code, printed, _) = manila(path, &["schema"]);
    assert_eq!(code, 0);
    assert_eq!(printed, manila_catalog_file::schema());
    assert_eq!(manila(path, &["schema", "--output", "-"]).1, printed);
    assert_eq!(files(path), [""; 0]);
    let (code, out, _) = manila(path, &["schema", "--output", "a.json"]);
    assert_eq!((code, &*out), (0, ""));
    assert_eq!(fs::read_to_string(path.join("a.json")).unwrap(), printed);
}

#[test]
fn a_stale_schema_is_told_with_what_mends_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let (code, out, _) = manila(path, &["schema", "--check"]);
    assert_eq!(
        (code, &*out),
        (
            1,
            "manila.schema.json does not exist; update it with `manila schema --output manila.schema.json`\n"
        )
    );
    for check in [
        &["schema", "--check", "a.json"][..],
        &["schema", "--output", "a.json", "--check"],
    ] {
        manila(path, &["schema", "--output", "a.json"]);
        assert_eq!(manila(path, check), (0, String::new(), String::new()));
        let text = fs::read_to_string(path.join("a.json")).unwrap();
        fs::write(path.join("a.json"), text.replace('\n', "\r\n")).unwrap();
        assert_eq!(manila(path, check).0, 0, "a checkout's line ends");
        fs::write(path.join("a.json"), "{}").unwrap();
        let (code, out, _) = manila(path, check);
        assert_eq!((code, out), (1, format!("a.json {STALE} a.json`\n")));
    }
    let (code, out, err) = manila(path, &["schema", "--output", "a.json", "--check", "b.json"]);
    assert_eq!((code, &*out), (2, ""));
    assert!(err.contains("name the file once"), "{err}");
}

#[test]
fn a_new_catalog_names_the_schema_that_is_beside_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::create_dir(path.join("api")).unwrap();
    let (code, out, _) = manila(path, &["new", "api/errors.toml"]);
    assert_eq!(code, 0);
    let schema = Path::new("api").join("manila.schema.json");
    assert!(
        out.contains(&format!("created {}", schema.display())),
        "{out}"
    );
    let text = fs::read_to_string(path.join("api/errors.toml")).unwrap();
    assert!(
        text.starts_with("#:schema ./manila.schema.json\n"),
        "{text}"
    );
    assert_eq!(
        fs::read_to_string(path.join(schema)).unwrap(),
        manila_catalog_file::schema()
    );
    assert_eq!(manila(path, &["check", "api/errors.toml"]).0, 0);
}

#[test]
fn a_schema_that_is_there_stays() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let schema = path.join("manila.schema.json");
    fs::write(&schema, "{}").unwrap();
    let (code, out, _) = manila(path, &["new", "a.toml"]);
    assert!(code == 0 && out.contains(STALE), "{out}");
    assert_eq!(fs::read_to_string(&schema).unwrap(), "{}");
    fs::write(&schema, manila_catalog_file::schema()).unwrap();
    let (_, out, _) = manila(path, &["new", "b.toml"]);
    assert_eq!(out, "created b.toml; check it with `manila check b.toml`\n");
}

#[test]
fn a_catalog_that_is_there_gets_no_schema() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::write(path.join("errors.toml"), "mine").unwrap();
    let (code, _, err) = manila(path, &["new"]);
    assert_eq!(code, 2, "{err}");
    assert_eq!(files(path), ["errors.toml"]);
    assert_eq!(
        fs::read_to_string(path.join("errors.toml")).unwrap(),
        "mine"
    );
}

#[test]
fn a_new_catalog_on_standard_output_names_no_schema() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let (code, out, _) = manila(path, &["new", "-", "--name", "shop"]);
    assert_eq!(code, 0);
    assert!(!out.contains("#:schema"), "{out}");
    let catalog = manila_catalog_file::read(&out).unwrap().into_catalog();
    assert_eq!(catalog.name, "shop");
    assert_eq!(files(path), [""; 0]);
}
