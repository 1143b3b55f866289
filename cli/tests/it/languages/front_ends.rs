//! The sentences in a language for a front end.

use std::fs;

use serde_json::{Value, json};

use super::{CATALOG, SPANISH, exported, shop};

#[test]
fn a_front_end_gets_sentences_in_the_syntax_of_icu() {
    let shop = shop(Some(SPANISH));
    let text = exported(shop.path(), &["messages-json", "--locale", "es"]);
    let data: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        data,
        json!({
            "schema": 1,
            "catalog": "shop",
            "locale": "es",
            "format": "icu",
            "messages": {
                "sold-out": "{count, plural, =0 {Nada, '#' {product}.} one {VibeHost tiene uno de {product}.} other {Hay {count, number} de {product} hasta el {until, date, long}.}}",
                "shop/closed": "The shop is closed '<'for now>.",
            },
            "untranslated": ["shop/closed"],
        })
    );
    let text = exported(shop.path(), &["messages-json", "--locale", "en"]);
    let data: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        data["messages"]["sold-out"],
        "It''s {count, number} left of {product}."
    );
    assert_eq!(data.get("untranslated"), None);
}

#[test]
fn choices_become_those_of_icu() {
    let cases = [
        (
            "{ $product ->\n    [app] A\n   *[any] B\n}",
            "{product, select, app {A} any {B} other {B}}",
        ),
        (
            "{ $product ->\n    [one] A\n   *[other] B\n}",
            "{product, select, one {A} other {B}}",
        ),
        (
            "{ NUMBER($count, type: \"ordinal\") ->\n    [one] A\n   *[other] B\n}",
            "{count, selectordinal, one {A} other {B}}",
        ),
        ("{ -app.gender ->\n    [masculine] A\n   *[other] B\n}", "A"),
        ("{ gone } { \"{\" }{ 5 }", "Ya no existe. '{'5"),
        (
            "# < b | <b> </b> { $count ->\n    [one] # { $product ->\n       *[any] #\n    }\n   *[other] #\n}",
            "# < b | '<'b> '<'/b> {count, plural, one {'#' {product, select, any {#} other {#}}} other {'#'}}",
        ),
        // Between apostrophes two of them are one.
        (
            "{ \"{\" }{ \"}\" }'s { \"{\" }'{ \"}\" } '",
            "'{}'''s '{''}' ''",
        ),
        (
            "{ -cased(case: \"lower\") } { -cased } { -counted(number: 5) } { -counted(number: 1) }",
            "app App 5 uno",
        ),
        (
            "{ DATETIME($until, timeStyle: \"short\") }{ $until }",
            "{until, time, short}{until, date, medium}",
        ),
    ];
    for (pattern, expected) in cases {
        let text = format!(
            "sold-out = {pattern}\n-app = A\n    .gender = masculine\ngone = Ya no existe.\n\
             -cased = {{ $case ->\n   *[upper] App\n    [lower] app\n}}\n\
             -counted = {{ $number ->\n    [1] uno\n   *[more] {{ $number }}\n}}\n"
        );
        let shop = shop(Some(&text));
        let text = exported(shop.path(), &["messages-json", "--locale", "es"]);
        let data: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(data["messages"]["sold-out"], expected, "{pattern}");
    }
}

#[test]
fn a_brace_that_begins_no_placeholder_is_text() {
    let shop = shop(None);
    let message = "{} of {$count} in {a b}: { $product } } {{ $count }} {";
    let catalog = CATALOG.replace("It's { $count } left of { $product }.", message);
    fs::write(shop.path().join("shop.toml"), catalog).unwrap();
    let text = exported(shop.path(), &["ftl", "--locale", "es"]);
    assert!(
        text.contains(
            r#"# ~ sold-out = {"{"}{"}"} of { $count } in {"{"}a b{"}"}: { $product } {"}"} {"{"}{ $count }{"}"} {"{"}"#
        ),
        "{text}"
    );
    fs::write(
        shop.path().join("i18n/es/shop.ftl"),
        text.replace("# ~ ", ""),
    )
    .unwrap();
    for locale in ["es", "en"] {
        let said = exported(shop.path(), &["messages-json", "--locale", locale]);
        let data: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(
            data["messages"]["sold-out"],
            "'{}' of {count, number} in '{'a b'}': {product} '}' '{'{count, number}'}' '{'",
            "{locale}"
        );
        let xliff = exported(shop.path(), &["xliff", "--locale", locale]);
        let written = r#"{} of <ph id="1">{ $count }</ph> in {a b}: <ph id="2">{ $product }</ph> } {<ph id="3">{ $count }</ph>} {"#;
        assert!(
            xliff.contains(&format!("<source>{written}</source>")),
            "{xliff}"
        );
        let target = format!("<target state=\"translated\">{written}</target>");
        assert_eq!(xliff.contains(&target), locale == "es", "{xliff}");
    }
}
