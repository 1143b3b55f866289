//! Translations: what `check` says of them, and what `export` writes for translators and front ends.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::run::{fed, git, manila};

const CATALOG: &str = r#"[catalog]
name = "shop"
case = "snake_case"
locales = ["en", "es"]
brands = ["VibeHost"]

[codes.sold_out]
status = 409
message = "VibeHost has { $count } left."
meaning = "Nothing is left of `<id>`."
causes = ["It sold.", "It was taken back."]
client = ["Ask for another one."]
details = { count = { type = "integer" } }

[codes.closed]
status = 403
message = "The shop is closed."
"#;

const SPANISH: &str = "\
# Kept by hand.
sold_out = { $count ->
    [one] VibeHost tiene uno.
   *[other] VibeHost tiene { $count }.
}
    .meaning = No queda nada de `<id>`.
    .cause-1 = Se vendió.
    .cause-2 = Se devolvió.
    .client-1 = Pide otro.

closed = La tienda está cerrada.
";

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn shop(spanish: &str) -> TempDir {
    folder(&[("shop.toml", CATALOG), ("i18n/es/shop.ftl", spanish)])
}

/// What `check` prints in a folder, and how it ends.
fn checked(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let (code, text, error) = manila(folder, &[&["check"], arguments].concat());
    assert_eq!(error, "");
    (code, text)
}

#[test]
fn translations_beside_a_catalog_are_checked_with_it() {
    let shop = shop(SPANISH);
    assert_eq!(
        checked(shop.path(), &["shop.toml"]),
        (
            0,
            "1 catalog and 1 translation checked, nothing found\n".to_owned()
        )
    );
}

#[test]
fn a_finding_is_shown_in_its_file() {
    let shop = shop(
        &SPANISH
            .replace("cerrada", "<b>cerrada</b>")
            .replace("tiene uno", "tiene { $cuont }"),
    );
    let (code, text) = checked(shop.path(), &["shop.toml"]);
    assert_eq!(code, 1);
    let at = |line: &str| text.find(line).unwrap_or_else(|| panic!("{line}\n{text}"));
    assert!(
        at("error[unknown-detail]: `cuont` is no detail of code `sold_out`")
            < at("--> i18n/es/shop.ftl:3:29")
    );
    assert!(at("error[unsafe-markup]") < at("--> i18n/es/shop.ftl:11:10"));
    assert!(
        at("help: did you mean `count`?")
            < at("1 catalog and 1 translation checked: 2 errors, 0 warnings")
    );
}

#[test]
fn every_format_has_the_findings() {
    let shop = shop("closed = A\nclosd = B\n");
    let of = |format| checked(shop.path(), &["shop.toml", "--format", format]);

    let (code, text) = of("json");
    let data: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(code, 1);
    assert_eq!(data["catalogs"], serde_json::json!(["shop.toml"]));
    assert_eq!(
        data["translations"],
        serde_json::json!(["i18n/es/shop.ftl"])
    );
    let found = data["findings"].as_array().unwrap();
    let unknown = found
        .iter()
        .find(|found| found["rule"] == "unknown-message")
        .unwrap();
    assert_eq!(
        (&unknown["file"], &unknown["line"], &unknown["level"]),
        (&"i18n/es/shop.ftl".into(), &2.into(), &"error".into())
    );

    let (_, text) = of("github");
    assert!(text.contains("::error file=i18n/es/shop.ftl,line=2,col=1,title=unknown-message::`closd` is no code of the catalog"), "{text}");
    assert!(
        text.contains("::notice file=i18n/es/shop.ftl,line=1,col=1,title=missing-translation::"),
        "{text}"
    );

    let (_, text) = of("sarif");
    let data: Value = serde_json::from_str(&text).unwrap();
    let run = &data["runs"][0];
    let results = run["results"].as_array().unwrap();
    let unknown = results
        .iter()
        .find(|result| result["ruleId"] == "unknown-message")
        .unwrap();
    assert_eq!(
        unknown["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "i18n/es/shop.ftl"
    );
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(
        rules
            .iter()
            .all(|rule| rule["shortDescription"]["text"].is_string())
    );

    let (_, text) = of("markdown");
    assert!(text.contains("### `i18n/es/shop.ftl`"), "{text}");
}

#[test]
fn what_is_not_translated_is_told_and_fails_nothing() {
    let shop = shop("closed = Cerrada.\n");
    let (code, text) = checked(shop.path(), &["shop.toml"]);
    assert_eq!(code, 0);
    assert!(
        text.contains("note[missing-translation]: there is no translation of `sold_out`"),
        "{text}"
    );
    assert!(text.contains("nothing found, 2 notes"), "{text}");
}

#[test]
fn a_language_without_a_file_and_a_file_without_its_language_are_told() {
    let shop = folder(&[
        ("shop.toml", CATALOG),
        ("i18n/fr/shop.ftl", "closed = Fermée.\n"),
    ]);
    let (code, text) = checked(shop.path(), &["shop.toml"]);
    assert_eq!(code, 1);
    assert!(
        text.contains("note[missing-file]: there is no i18n/es/shop.ftl\n --> shop.toml:4:18"),
        "{text}"
    );
    assert!(
        text.contains("warning[unlisted-locale]: `fr` is not one of the catalog's `locales`"),
        "{text}"
    );
}

#[test]
fn the_sentences_of_manila_are_checked_once_for_all_catalogs_of_a_folder() {
    let other = CATALOG.replace("\"shop\"", "\"other\"");
    let shop = folder(&[
        ("shop.toml", CATALOG),
        ("other.toml", &other),
        ("i18n/es/manila.ftl", "manila-max = Hasta { $mx }.\n"),
    ]);
    let (_, text) = checked(
        shop.path(),
        &["shop.toml", "other.toml", "--format", "github"],
    );
    assert_eq!(text.matches("title=unknown-detail").count(), 1, "{text}");
}

#[test]
fn an_export_has_its_translations_beside_it_and_a_folder_can_be_named() {
    let shop = shop("closd = A\n");
    let (_, export, _) = manila(shop.path(), &["export", "shop.toml"]);
    fs::write(shop.path().join("shop.json"), &export).unwrap();
    assert!(
        checked(shop.path(), &["shop.json"])
            .1
            .contains("[unknown-message]")
    );

    // Standard input and a revision have nothing beside them.
    let (code, text, _) = fed(shop.path(), &["check", "-"], CATALOG.as_bytes());
    assert_eq!((code, &*text), (0, "1 catalog checked, nothing found\n"));
    let (code, text, _) = fed(
        shop.path(),
        &["check", "-", "--translations", "i18n"],
        CATALOG.as_bytes(),
    );
    assert_eq!(code, 1);
    assert!(text.contains("[unknown-message]"), "{text}");
    git(shop.path(), &["init", "--quiet"]);
    git(shop.path(), &["add", "."]);
    git(shop.path(), &["commit", "--quiet", "--message", "a"]);
    let (code, text) = checked(shop.path(), &["git:HEAD:shop.toml"]);
    assert_eq!((code, &*text), (0, "1 catalog checked, nothing found\n"));
}

#[test]
fn a_translation_is_no_catalog() {
    let shop = shop(SPANISH);
    let (code, _, error) = manila(shop.path(), &["check", "i18n/es/shop.ftl"]);
    assert_eq!(code, 2);
    assert_eq!(
        error,
        "error: i18n/es/shop.ftl is a translation; name the catalog that it translates\n"
    );
}

#[test]
fn a_file_that_cannot_be_read_hides_nothing_of_its_catalog() {
    let shop = folder(&[(
        "shop.toml",
        &CATALOG.replace("message = \"The shop is closed.\"", ""),
    )]);
    let broken = shop.path().join("i18n/es");
    fs::create_dir_all(&broken).unwrap();
    fs::write(broken.join("shop.ftl"), b"closed = \xff\n").unwrap();
    let (code, text, error) = manila(shop.path(), &["check", "shop.toml"]);
    assert_eq!(code, 2);
    assert!(text.contains("[no-message]"), "{text}");
    assert_eq!(
        error,
        "error: i18n/es/shop.ftl is not UTF-8: byte 9 is not part of a character\n"
    );
}

#[test]
fn the_published_translations_pass() {
    let catalogs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogs");
    let (code, text) = checked(&catalogs, &["mxcep.toml", "vibehost.toml"]);
    assert_eq!(code, 0, "{text}");
    assert!(!text.contains("missing-"), "{text}");
    assert!(
        text.contains("2 catalogs and 4 translations checked"),
        "{text}"
    );
}
