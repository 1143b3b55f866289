//! Folders and files of translations that are not as they should be.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::run::manila;

const CATALOG: &str = r#"[catalog]
name = "shop"
case = "snake_case"
locales = ["en", "es", "pt-BR"]

[codes.closed]
status = 403
message = "The shop is closed."
"#;

const SPANISH: &str = "closed = La tienda está cerrada.\n";

/// A catalog with a good translation into Portuguese.
fn shop() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("shop.toml"), CATALOG).unwrap();
    write(
        folder.path(),
        "pt-br/shop.ftl",
        "closed = A loja está fechada.\n",
    );
    folder
}

fn write(folder: &Path, file: &str, text: impl AsRef<[u8]>) {
    let file = folder.join("i18n").join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// The exit code, the first lines of the findings, and the error.
fn checked(folder: &Path) -> (i32, Vec<String>, String) {
    let (code, text, error) = manila(folder, &["check", "shop.toml"]);
    let is_finding = |line: &&str| {
        ["error[", "warning[", "note["]
            .iter()
            .any(|it| line.starts_with(it))
            || line.contains("= help")
    };
    let found = text.lines().filter(is_finding);
    (
        code,
        found.map(|line| line.trim().to_owned()).collect(),
        error,
    )
}

const FINE: (i32, Vec<String>, String) = (0, Vec::new(), String::new());

#[test]
fn a_file_of_any_editor_is_read() {
    let shop = shop();
    let bom = format!("\u{feff}{SPANISH}");
    for text in [
        SPANISH,
        &SPANISH.replace('\n', "\r\n"),
        &bom,
        SPANISH.trim_end(),
        "# A\r\n\r\nclosed =\r\n    A\r\n",
    ] {
        write(shop.path(), "es/shop.ftl", text);
        assert_eq!(checked(shop.path()), FINE, "{text:?}");
    }
    // What Fluent does not take for an indent is none.
    write(shop.path(), "es/shop.ftl", "closed =\n\tA\n");
    let (code, found, _) = checked(shop.path());
    assert_eq!(code, 1);
    assert!(found[0].starts_with("error[malformed-fluent]"), "{found:?}");
}

#[test]
fn a_file_that_cannot_be_read_hides_none_of_the_others() {
    let shop = shop();
    write(shop.path(), "pt-br/shop.ftl", "closd = A\n");
    let others = |code: i32, found: &[String]| {
        assert_eq!(code, 2);
        assert!(
            found
                .iter()
                .any(|it| it == "error[unknown-message]: `closd` is no code of the catalog"),
            "{found:?}"
        );
    };
    write(shop.path(), "es/shop.ftl", b"closed = \xe9\xff\n");
    let (code, found, error) = checked(shop.path());
    others(code, &found);
    assert_eq!(
        error,
        "error: i18n/es/shop.ftl is not UTF-8: byte 9 is not part of a character\n"
    );

    fs::remove_file(shop.path().join("i18n/es/shop.ftl")).unwrap();
    fs::create_dir_all(shop.path().join("i18n/es/shop.ftl")).unwrap();
    let (code, found, error) = checked(shop.path());
    others(code, &found);
    assert_eq!(
        error,
        "error: cannot read i18n/es/shop.ftl: it is not a file\n"
    );
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_told() {
    use std::os::unix::fs::symlink;

    let shop = shop();
    let file = shop.path().join("i18n/es/shop.ftl");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    for (target, why) in [
        ("shop.ftl", "Too many levels of symbolic links"),
        ("nothing.ftl", "No such file or directory"),
        ("/dev/zero", "it is not a file"),
    ] {
        symlink(target, &file).unwrap();
        let (code, _, error) = checked(shop.path());
        assert_eq!(code, 2);
        assert!(
            error.starts_with(&format!("error: cannot read i18n/es/shop.ftl: {why}")),
            "{error}"
        );
        fs::remove_file(&file).unwrap();
    }
    // A link to a file is that file, and a folder that contains itself is one language more.
    symlink("../pt-br/shop.ftl", &file).unwrap();
    assert_eq!(checked(shop.path()), FINE);
    symlink("..", shop.path().join("i18n/loop")).unwrap();
    assert_eq!(checked(shop.path()), FINE);
    fs::remove_dir_all(shop.path().join("i18n")).unwrap();
    symlink("i18n", shop.path().join("i18n")).unwrap();
    let (code, _, error) = checked(shop.path());
    assert_eq!(code, 2);
    assert!(error.starts_with("error: cannot read i18n: "), "{error}");
}

#[test]
fn a_folder_is_called_by_a_listed_tag() {
    let cases: &[(&str, &[&str])] = &[
        ("ES", &[]),
        ("Es", &[]),
        (
            "fr",
            &["warning[unlisted-locale]: `fr` is not one of the catalog's `locales`"],
        ),
        (
            "es_MX",
            &[
                "warning[unlisted-locale]: `es_MX` is not one of the catalog's `locales`",
                "= help: a language tag has hyphens: `es-MX`",
            ],
        ),
        (
            "pt_BR",
            &[
                "warning[unlisted-locale]: `pt_BR` is not one of the catalog's `locales`",
                "= help: a language tag has hyphens: `pt-BR`",
            ],
        ),
        (
            "ptBR",
            &[
                "warning[unlisted-locale]: `ptBR` is not one of the catalog's `locales`",
                "= help: did you mean `pt-BR`?",
            ],
        ),
        (
            "zh-Hant-TW",
            &["warning[unlisted-locale]: `zh-Hant-TW` is not one of the catalog's `locales`"],
        ),
        (
            "e s",
            &[
                "warning[unlisted-locale]: `e s` is not one of the catalog's `locales`",
                "= help: did you mean `es`?",
            ],
        ),
        (
            "e\u{202e}s",
            &[
                r"warning[unlisted-locale]: `e\u{202e}s` is not one of the catalog's `locales`",
                "= help: did you mean `es`?",
            ],
        ),
        (".git", &[]),
    ];
    for (name, expected) in cases {
        let shop = shop();
        write(shop.path(), &format!("{name}/shop.ftl"), SPANISH);
        let (_, mut found, error) = checked(shop.path());
        found.retain(|found| !found.starts_with("note[missing-file]"));
        assert_eq!((&*error, &*found), ("", &owned(expected)[..]), "{name}");
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn two_folders_of_one_language_are_told() {
    let shop = shop();
    write(shop.path(), "es/shop.ftl", SPANISH);
    write(shop.path(), "ES/shop.ftl", SPANISH);
    // On a disk that tells no case apart there is one.
    if shop.path().join("i18n/eS").exists() {
        return;
    }
    let (code, found, _) = checked(shop.path());
    assert_eq!(
        (code, &*found),
        (
            1,
            &[
                "warning[unlisted-locale]: the folders `ES` and `es` are of one language"
                    .to_owned()
            ][..]
        )
    );
}

#[test]
fn a_file_of_another_name_is_pointed_at() {
    let shop = shop();
    for name in ["shpo", "Shop"] {
        write(shop.path(), &format!("es/{name}.ftl"), SPANISH);
        if shop.path().join("i18n/es/shop.ftl").exists() {
            continue;
        }
        let (code, found, _) = checked(shop.path());
        assert_eq!(
            (code, &*found),
            (
                0,
                &[
                    "note[missing-file]: there is no i18n/es/shop.ftl".to_owned(),
                    format!("= help: there is {name}.ftl; a file is called as its catalog"),
                ][..]
            )
        );
        fs::remove_file(shop.path().join(format!("i18n/es/{name}.ftl"))).unwrap();
    }
    // The file of a catalog that is not checked is none of these.
    write(shop.path(), "es/accounts.ftl", SPANISH);
    let (_, found, _) = checked(shop.path());
    assert_eq!(found, ["note[missing-file]: there is no i18n/es/shop.ftl"]);
}

#[test]
fn a_name_in_another_case_is_another() {
    let shop = shop();
    write(shop.path(), "es/shop.ftl", format!("{SPANISH}Closed = B\n"));
    let (code, found, _) = checked(shop.path());
    assert_eq!(
        (code, &*found),
        (
            1,
            &[
                "error[unknown-message]: `Closed` is no code of the catalog".to_owned(),
                "= help: did you mean `closed`?".to_owned(),
            ][..]
        )
    );
}

#[test]
fn a_file_of_megabytes_is_checked_in_bounded_time() {
    let shop = shop();
    let many = |line: &str, count: usize| line.repeat(count);
    for text in [
        many("closed = A\n", 100_000),
        format!("closed = A\n{}", many("    .title = x\n", 100_000)),
        format!("closed = {}\n", many("{ $limit }", 100_000)),
        format!(
            "closed = {}\n-t = {{ m }}\nm = {{ $x }}\n",
            many("{ -t }", 100_000)
        ),
        many("{\n", 500_000),
        format!("closed =\n{}", many("    A\n", 200_000)),
    ] {
        write(shop.path(), "es/shop.ftl", &text);
        let start = Instant::now();
        let (code, found, error) = checked(shop.path());
        assert_eq!((code, &*error), (1, ""));
        assert!((1..=2000).contains(&found.len()), "{}", found.len());
        // A build for tests on a busy machine; what takes its square takes hours.
        assert!(start.elapsed() < Duration::from_secs(60));
    }
}
