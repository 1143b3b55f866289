//! What is told of files that cannot be used.

use manila::translate::Translate as _;
use manila_fluent::Translations;

use super::ApiError;

#[track_caller]
fn errors(text: &str) -> String {
    let built = Translations::builder(ApiError::CATALOG).locale("es", [text]);
    built.build().unwrap_err().to_string()
}

#[test]
fn a_mistake_is_told_with_language_line_and_column() {
    let built = Translations::builder(ApiError::CATALOG)
        .locale("es", ["closed = Cerrada.\n", "\nclosed = { $\n"])
        .build();
    let errors = built.unwrap_err();
    assert_eq!(
        errors.to_string(),
        "translations cannot be used\nfile 2 of `plans` in `es`, 2:13: this is not Fluent: expected one of `a-zA-Z` [malformed-fluent]"
    );
    let error = errors.iter().next().unwrap();
    assert_eq!(
        (error.catalog(), error.locale(), error.position()),
        (Some("plans"), Some("es"), Some((2, 13)))
    );
}

#[test]
fn what_could_not_be_formatted_is_refused() {
    for (text, rule) in [
        ("closed = { other }\n", "unknown-reference"),
        ("closed = { -term }\n", "unknown-reference"),
        ("closed = { CURRENCY($limit) }\n", "unknown-reference"),
        (
            "closed = { NUMBER($limit, style: \"percent\") }\n",
            "unknown-reference",
        ),
        (
            "-left = { $count } left\nclosed = { -left }\n",
            "unknown-reference",
        ),
        ("closed = { closed }\n", "cyclic-reference"),
        ("a = { b }\nb = { a }\n", "cyclic-reference"),
        ("closed = A\nclosed = B\n", "duplicate-message"),
        (
            &format!("closed = {}\n", "{ 1 }".repeat(101)),
            "too-many-placeables",
        ),
        (
            &format!("closed = {}\n", "{".repeat(100_000)),
            "malformed-fluent",
        ),
        (
            &format!("closed = {{ {} }}\n", "NUMBER(".repeat(100_000)),
            "malformed-fluent",
        ),
        // What would panic in `fluent-bundle`, which gives up at a hundred placeables.
        (
            &format!(
                "closed = {{ \"a\" ->\n   *[b] {}\n}}\n",
                "{ 1 }".repeat(101)
            ),
            "too-many-placeables",
        ),
    ] {
        let told = errors(text);
        assert!(told.contains(&format!("[{rule}]")), "{told}");
    }
}

#[test]
fn a_chain_of_messages_is_as_long_as_can_be_formatted() {
    let chain = |length: usize| {
        let mut text = String::from("closed = { m0 }\n");
        for at in 0..length {
            text += &format!("m{at} = {{ m{} }}\n", at + 1);
        }
        text + &format!("m{length} = Fin.\n")
    };
    assert!(errors(&chain(50_000)).contains("[too-many-placeables]"));
    let fine = Translations::builder(ApiError::CATALOG).locale("es", [chain(90)]);
    fine.build().unwrap();
}

#[test]
fn tags_and_fallbacks_are_looked_at() {
    let built = Translations::builder(ApiError::CATALOG)
        .locale("not a tag", [""])
        .fallbacks([("ca", "es")])
        .build();
    assert_eq!(
        built.unwrap_err().to_string(),
        "translations cannot be used\n`not a tag` is not a language tag\n`ca` falls back to `es`, which has no files"
    );
}

#[test]
fn a_tag_is_one_of_bcp_47() {
    for tag in [
        "es",
        "ES",
        "pt-br",
        "zh-Hant-TW",
        "sr-Latn",
        "de-CH-1996",
        "es-419",
        "en-u-nu-thai",
    ] {
        let built = Translations::builder(ApiError::CATALOG).locale(tag, ["closed = A\n"]);
        let translations = built.build().unwrap();
        assert!(translations.locale(tag).is_some(), "{tag}");
    }
    for tag in [
        "",
        "es_MX",
        "e s",
        "-es",
        "es-",
        "español",
        "i18n/es",
        "toolongaword",
        "*",
    ] {
        let built = Translations::builder(ApiError::CATALOG).locale(tag, ["closed = A\n"]);
        let errors = built.build().unwrap_err();
        let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(told, [format!("`{tag}` is not a language tag")]);
    }
}

#[test]
fn fallbacks_in_a_circle_end() {
    let built = Translations::builder(ApiError::CATALOG)
        .locale("ca", [""])
        .locale("es", [""])
        .fallbacks([("ca", "es"), ("es", "ca")])
        .build();
    let translations = built.unwrap();
    let locale = translations.negotiate(&mut [&b"es"[..]].into_iter());
    assert_eq!(translations.tag(locale), Some("es"));
}

#[test]
fn without_files_there_is_the_source_alone() {
    let translations = Translations::builder(ApiError::CATALOG)
        .source("fr")
        .build()
        .unwrap();
    let tags: Vec<_> = translations.locales().map(|(_, tag)| tag).collect();
    assert_eq!(tags, ["fr"]);
}
