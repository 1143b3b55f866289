//! Manila's own sentences, as `export` writes them for translators and front ends.

use std::fs;
use std::path::Path;

use manila_catalog_file::{ENGLISH_SENTENCES, own_messages, read_translation};
use serde_json::Value;
use tempfile::TempDir;

use super::run::manila;

/// A catalog that is not written in English.
const CATALOG: &str = r#"[catalog]
name = "tienda"
case = "snake_case"
locales = ["es", "fr"]

[codes.cerrada]
status = 403
message = "La tienda está cerrada."
"#;

fn shop() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("tienda.toml"), CATALOG).unwrap();
    fs::create_dir_all(folder.path().join("i18n/fr")).unwrap();
    fs::write(
        folder.path().join("i18n/fr/tienda.ftl"),
        "cerrada = Le magasin est fermé.\n",
    )
    .unwrap();
    folder
}

#[track_caller]
fn exported(folder: &Path, format: &str, locale: &str) -> String {
    let arguments = [
        "export",
        "tienda.toml",
        "--own-sentences",
        "--format",
        format,
        "--locale",
        locale,
    ];
    let (code, text, error) = manila(folder, &arguments);
    assert_eq!((code, &*error), (0, ""), "{arguments:?}");
    text
}

#[test]
fn a_translator_of_a_new_language_gets_every_sentence() {
    let shop = shop();
    let text = exported(shop.path(), "ftl", "fr");
    assert!(
        text.starts_with(
            "### The sentences of Manila itself in fr. Above each stands the source's, in en. What"
        ),
        "{text}"
    );
    assert!(
        text.contains(
            "\n\n## Rules\n\n# en: A value is required.\n# ~ manila-required = A value is required.\n\n"
        ),
        "{text}"
    );
    assert!(
        text.contains(
            "\n# en: Not Found\n# en.message: Nothing was found at this address.\n# ~ http-404 = Not Found\n\
             # ~     .message = Nothing was found at this address.\n"
        ),
        "{text}"
    );
    // Nothing is translated, so that nothing but comments is in the file.
    assert!(
        text.lines()
            .all(|line| line.is_empty() || line.starts_with('#'))
    );
    // Without the marks it is the file that it was made of, but for its comments.
    let translated = text.replace("# ~ ", "");
    assert_eq!(read_translation(&translated), []);
    let without_comments = |text: &str| {
        let lines = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        without_comments(&translated),
        without_comments(ENGLISH_SENTENCES)
    );
    fs::write(shop.path().join("i18n/fr/manila.ftl"), translated).unwrap();
    let (code, told, _) = manila(shop.path(), &["check", "tienda.toml"]);
    assert_eq!(
        (code, &*told),
        (0, "1 catalog and 2 translations checked, nothing found\n")
    );
}

#[test]
fn what_is_translated_is_kept_as_it_is() {
    let shop = shop();
    let file = shop.path().join("i18n/fr/manila.ftl");
    let french = "\
# Relu par Anne.
manila-max-length = { $max ->
    [one] Un caractère au plus.
   *[other] { $max } { -unit } au plus.
}
http-404 = Introuvable
-unit = caractères
";
    fs::write(&file, french).unwrap();
    let once = exported(shop.path(), "ftl", "fr");
    for kept in [
        "# Relu par Anne.\n# en: Must have a length of at most { $max }.\nmanila-max-length = { $max ->\n    [one] Un caractère au plus.\n   *[other] { $max } { -unit } au plus.\n}\n",
        "# en: Not Found\n# en.message: Nothing was found at this address.\n# ~     .message = Nothing was found at this address.\nhttp-404 = Introuvable\n",
        "\n-unit = caractères\n",
        "\n# ~ manila-required = A value is required.\n",
    ] {
        assert!(once.contains(kept), "{kept}\n{once}");
    }
    fs::write(&file, &once).unwrap();
    assert_eq!(exported(shop.path(), "ftl", "fr"), once);
    let checked = |own: &[&str]| {
        let arguments = [
            "export",
            "tienda.toml",
            "--format",
            "ftl",
            "--locale",
            "fr",
            "--check",
            "i18n/fr/manila.ftl",
        ];
        manila(shop.path(), &[&arguments[..], own].concat())
    };
    assert_eq!(checked(&["--own-sentences"]).0, 0);
    fs::write(&file, french).unwrap();
    let (code, told, _) = checked(&["--own-sentences"]);
    assert_eq!(code, 1);
    assert!(
        told.contains(
            "update it with `manila export tienda.toml --format ftl --own-sentences --locale fr --output i18n/fr/manila.ftl`"
        ),
        "{told}"
    );
}

#[test]
fn a_front_end_gets_them_by_their_ids() {
    let shop = shop();
    let french = "manila-max-length = { $max ->\n    [one] Un.\n   *[other] { $max } au plus.\n}\nhttp-404 = Introuvable\n    .message = Rien ici.\n";
    fs::write(shop.path().join("i18n/fr/manila.ftl"), french).unwrap();
    let data: Value = serde_json::from_str(&exported(shop.path(), "messages-json", "fr")).unwrap();
    assert_eq!(
        (&data["catalog"], &data["locale"]),
        (&"manila".into(), &"fr".into())
    );
    let messages = data["messages"].as_object().unwrap();
    assert_eq!(
        messages["manila-max-length"],
        "{max, plural, one {Un.} other {{max} au plus.}}"
    );
    assert_eq!(
        messages["manila-min-length"],
        "Must have a length of at least {min}."
    );
    // The sentence about a status, as a code has one; its phrase is a title.
    assert_eq!(messages["http-404"], "Rien ici.");
    let untranslated = data["untranslated"].as_array().unwrap();
    assert_eq!(messages.len(), own_messages().len());
    assert_eq!(untranslated.len(), own_messages().len() - 2);
    // The source's language is that of the sentences, and not the catalog's.
    let english: Value =
        serde_json::from_str(&exported(shop.path(), "messages-json", "en")).unwrap();
    assert_eq!(english.get("untranslated"), None);
    assert_eq!(
        english["messages"]["http-404"],
        "Nothing was found at this address."
    );
}

#[test]
fn xliff_has_a_unit_for_each() {
    let shop = shop();
    fs::write(
        shop.path().join("i18n/fr/manila.ftl"),
        "manila-max = Au plus { $max }.\n",
    )
    .unwrap();
    let text = exported(shop.path(), "xliff", "fr");
    assert!(
        text.contains(
            "<file original=\"manila.ftl\" source-language=\"en\" target-language=\"fr\""
        ),
        "{text}"
    );
    assert!(
        text.contains(
            "<source>Must be at most <ph id=\"1\">{ $max }</ph>.</source>\n        \
             <target state=\"translated\">Au plus <ph id=\"1\">{ $max }</ph>.</target>"
        ),
        "{text}"
    );
    let attributes = own_messages()
        .iter()
        .map(|message| message.attributes.len() + 1)
        .sum::<usize>();
    assert_eq!(text.matches("<trans-unit ").count(), attributes);
}

#[test]
fn they_are_texts_of_no_other_format() {
    let shop = shop();
    let (code, _, error) = manila(shop.path(), &["export", "tienda.toml", "--own-sentences"]);
    assert_eq!(code, 2);
    assert!(
        error.contains("'--own-sentences' cannot be used with '--format json'"),
        "{error}"
    );
}
