//! The texts of a catalog in a language, as `export` writes them for translators and front ends.

mod front_ends;
mod xliff;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::run::manila;

const CATALOG: &str = r#"[catalog]
name = "shop"
case = "any"
locales = ["en", "es"]

[codes.sold-out]
status = 409
section = "Shop"
message = "It's { $count } left of { $product }."
meaning = """
Nothing is left of `{id}`.
.hidden files have a dot."""
causes = ["It sold.", "It was taken back."]
details = { count = { type = "integer", meaning = "how many are left" }, product = { type = "string" }, until = { type = "date" } }

[codes."shop/closed"]
status = 403
section = "Shop"
message = "The shop is closed <for now>."
"#;

const SPANISH: &str = "\
### A heading that is written anew.

-app = VibeHost
    .gender = masculine

# Ask Ana before you change it.
sold-out = { $count ->
    [0] Nada, # { $product }.
    [one] { -app } tiene uno de { $product }.
   *[other] Hay { NUMBER($count, minimumFractionDigits: 1) } de { $product } hasta el { DATETIME($until, dateStyle: \"long\") }.
}
    .cause-1 = Se vendió.

gone = Ya no existe.
";

fn shop(spanish: Option<&str>) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("shop.toml"), CATALOG).unwrap();
    fs::create_dir_all(folder.path().join("i18n/es")).unwrap();
    if let Some(spanish) = spanish {
        fs::write(folder.path().join("i18n/es/shop.ftl"), spanish).unwrap();
    }
    folder
}

#[track_caller]
fn exported(folder: &Path, arguments: &[&str]) -> String {
    let (code, text, error) = manila(
        folder,
        &[&["export", "shop.toml", "--format"], arguments].concat(),
    );
    assert_eq!((code, &*error), (0, ""), "{arguments:?}");
    text
}

#[test]
fn a_translator_gets_the_source_beside_what_is_translated() {
    let shop = shop(Some(SPANISH));
    let text = exported(shop.path(), &["ftl", "--locale", "es"]);
    let expected = "
## Shop

# Ask Ana before you change it.
# en: It's { $count } left of { $product }.
# en.meaning: Nothing is left of `{id}`. .hidden files have a dot.
# en.cause-1: It sold.
# en.cause-2: It was taken back.
# $count: integer, how many are left
# $product: string
# $until: date
# ~     .meaning =
# ~         Nothing is left of `{\"{\"}id{\"}\"}`.
# ~         { \".\" }hidden files have a dot.
# ~     .cause-2 = It was taken back.
sold-out = { $count ->
    [0] Nada, # { $product }.
    [one] { -app } tiene uno de { $product }.
   *[other] Hay { NUMBER($count, minimumFractionDigits: 1) } de { $product } hasta el { DATETIME($until, dateStyle: \"long\") }.
}
    .cause-1 = Se vendió.

# en: The shop is closed <for now>.
# ~ shop_closed = The shop is closed <for now>.

## Beside the codes of the catalog

-app = VibeHost
    .gender = masculine

gone = Ya no existe.
";
    let (heading, rest) = text.split_once("\n\n").unwrap();
    assert!(
        heading.starts_with("### The texts of shop in es."),
        "{heading}"
    );
    assert_eq!(format!("\n{rest}"), expected);
}

#[test]
fn what_is_exported_is_exported_alike_again() {
    let shop = shop(Some(SPANISH));
    let file = shop.path().join("i18n/es/shop.ftl");
    let arguments = ["ftl", "--locale", "es", "--output", "i18n/es/shop.ftl"];
    exported(shop.path(), &arguments);
    let once = fs::read_to_string(&file).unwrap();
    exported(shop.path(), &arguments);
    assert_eq!(fs::read_to_string(&file).unwrap(), once);
    let (code, _, _) = manila(
        shop.path(),
        &[
            "export",
            "shop.toml",
            "--format",
            "ftl",
            "--locale",
            "es",
            "--check",
            "i18n/es/shop.ftl",
        ],
    );
    assert_eq!(code, 0);
    fs::write(&file, once.replace("Se vendió", "Se fue")).unwrap();
    assert!(exported(shop.path(), &["ftl", "--locale", "es"]).contains("    .cause-1 = Se fue.\n"));
}

#[test]
fn without_the_marks_an_untranslated_file_is_a_translation() {
    let shop = shop(None);
    let text = exported(shop.path(), &["ftl", "--locale", "es"]);
    fs::write(
        shop.path().join("i18n/es/shop.ftl"),
        text.replace("# ~ ", ""),
    )
    .unwrap();
    let (_, told, _) = manila(shop.path(), &["check", "shop.toml", "--format", "github"]);
    let rules: Vec<_> = told.lines().filter(|line| line.contains("i18n")).collect();
    assert!(
        rules
            .iter()
            .all(|rule| rule.contains("title=unsafe-markup")),
        "{told}"
    );
    // With all of its texts: the source's own, markup and all.
    let said = exported(shop.path(), &["messages-json", "--locale", "es"]);
    let source = exported(shop.path(), &["messages-json", "--locale", "en"]);
    assert_eq!(said.replace("\"es\"", "\"en\""), source);
}

#[test]
fn a_language_has_to_be_named() {
    let shop = shop(None);
    for format in ["ftl", "messages-json", "xliff"] {
        let (code, _, error) = manila(shop.path(), &["export", "shop.toml", "--format", format]);
        assert_eq!(code, 2);
        assert_eq!(
            error,
            format!("error: '--format {format}' needs '--locale <TAG>'\n")
        );
    }
    let (code, _, error) = manila(shop.path(), &["export", "shop.toml", "--locale", "es"]);
    assert_eq!(code, 2);
    assert!(
        error.contains("'--locale' cannot be used with '--format json'"),
        "{error}"
    );
    for tag in [
        "../../etc",
        "12",
        "-es",
        "es_MX",
        "es MX",
        "toolongaword",
        "",
    ] {
        let arguments = ["export", "shop.toml", "--format", "ftl"];
        let locale = format!("--locale={tag}");
        let (code, _, error) = manila(shop.path(), &[&arguments[..], &[&locale]].concat());
        assert_eq!(code, 2);
        assert!(error.contains("it is not a language tag"), "{error}");
    }
}

#[test]
fn a_translation_with_mistakes_is_not_taken_over() {
    let shop = shop(Some("sold-out = { $count\n"));
    for format in ["ftl", "messages-json", "xliff"] {
        let (code, text, error) = manila(
            shop.path(),
            &["export", "shop.toml", "--format", format, "--locale", "es"],
        );
        assert_eq!((code, &*text), (2, ""));
        assert!(
            error.starts_with("error: i18n/es/shop.ftl cannot be used\n"),
            "{error}"
        );
        assert!(error.contains("malformed-fluent"), "{error}");
    }
}
