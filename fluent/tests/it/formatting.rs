//! What stands in a sentence for a value.

use super::{sentence, translations};

/// The sentence of `plan_limit` in a language, by its pattern and the value of `limit`.
#[track_caller]
fn check(tag: &str, pattern: &str, limit: &str, expected: &str) {
    let translations = translations(tag, &format!("plan_limit = {pattern}\n"));
    let text = sentence(&translations, "plan_limit", &[("limit", limit)]);
    assert_eq!(
        text.as_deref(),
        Some(expected),
        "{tag}: {pattern} with {limit}"
    );
}

#[test]
fn numbers_are_grouped_and_pointed_as_the_language_does() {
    check("es", "{ $limit }", "12345.5", "12.345,5");
    // Spanish groups from five digits on.
    check("es", "{ $limit }", "1234", "1234");
    check("de", "{ $limit }", "1234", "1.234");
    check("de-CH", "{ $limit }", "1234567", "1'234'567");
    check("hi", "{ $limit }", "1234567", "12,34,567");
    check("ar-EG", "{ $limit }", "1234", "١٬٢٣٤");
    check("en-IN", "{ $limit }", "-1234567", "-12,34,567");
}

#[test]
fn a_number_is_as_exact_as_it_was_sent() {
    check(
        "en-GB",
        "{ $limit }",
        "9007199254740993",
        "9,007,199,254,740,993",
    );
    check(
        "en-GB",
        "{ $limit }",
        "340282366920938463463374607431",
        "340,282,366,920,938,463,463,374,607,431",
    );
    // What has more digits than anybody reads stays as it was sent.
    check("en-GB", "{ $limit }", "1e300", "1e300");
    check("en-GB", "{ $limit }", "1e3", "1,000");
    check("en-GB", "{ $limit }", "0", "0");
    check("en-GB", "{ $limit }", "-0.0", "-0");
}

#[test]
fn options_of_numbers_are_those_of_ecma_402() {
    check(
        "en-GB",
        "{ NUMBER($limit, minimumFractionDigits: 2) }",
        "5",
        "5.00",
    );
    check(
        "en-GB",
        "{ NUMBER($limit, maximumFractionDigits: 0) }",
        "2.5",
        "3",
    );
    check(
        "en-GB",
        "{ NUMBER($limit, minimumIntegerDigits: 3) }",
        "7",
        "007",
    );
    check(
        "en-GB",
        "{ NUMBER($limit, maximumSignificantDigits: 2) }",
        "12345",
        "12,000",
    );
    check(
        "en-GB",
        "{ NUMBER($limit, minimumSignificantDigits: 4) }",
        "1.5",
        "1.500",
    );
    check(
        "en-GB",
        "{ NUMBER($limit, useGrouping: \"false\") }",
        "12345",
        "12345",
    );
    check(
        "en-GB",
        "{ NUMBER($limit, minimumFractionDigits: 999999999) }",
        "5",
        "5.000000000000000000000000000000",
    );
    // Only a message that says so rounds, unlike one of ECMA-402.
    check("en-GB", "{ $limit }", "1.23456", "1.23456");
    check(
        "en-GB",
        "{ NUMBER($limit, maximumFractionDigits: 3) }",
        "1.23456",
        "1.235",
    );
    check(
        "en-GB",
        "{ NUMBER(5.0) } of { 1000 } and { $limit }",
        "1",
        "5.0 of 1,000 and 1",
    );
}

#[test]
fn plurals_are_those_of_the_language() {
    let polish =
        "{ $limit ->\n    [one] jedna\n    [few] kilka\n    [many] wiele\n   *[other] inne\n}";
    for (number, variant) in [
        ("1", "jedna"),
        ("3", "kilka"),
        ("5", "wiele"),
        ("22", "kilka"),
        ("1.5", "inne"),
    ] {
        check("pl", polish, number, variant);
    }
    // The category `many` of Spanish came with CLDR 38.
    check(
        "es",
        "{ $limit ->\n    [one] uno\n    [many] de\n   *[other] otros\n}",
        "1000000",
        "de",
    );
    check(
        "en-GB",
        "{ NUMBER($limit, type: \"ordinal\") ->\n    [one] st\n    [two] nd\n    [few] rd\n   *[other] th\n}",
        "22",
        "nd",
    );
    check(
        "en-GB",
        "{ NUMBER($limit, minimumFractionDigits: 1) ->\n    [one] one\n   *[other] other\n}",
        "1",
        "other",
    );
}

#[test]
fn a_number_that_is_a_key_comes_before_the_category_of_an_earlier_variant() {
    let pattern = "{ $limit ->\n    [0] none\n    [1.0] exactly one\n    [one] one\n   *[other] { $limit }\n}";
    check("en-GB", pattern, "0", "none");
    check("en-GB", pattern, "1", "exactly one");
    check("en-GB", pattern, "2", "2");
}

#[test]
fn a_text_is_never_isolated_nor_taken_for_a_number() {
    let taken = |pattern: &str, kind: &str| {
        let translations = translations("es", &format!("taken = {pattern}\n"));
        sentence(&translations, "taken", &[("kind", kind)])
    };
    assert_eq!(
        taken("El { $kind } ya existe.", "\"app\"").unwrap(),
        "El app ya existe."
    );
    assert_eq!(taken("{ $kind }", "\"12345.50\"").unwrap(), "12345.50");
    assert_eq!(taken("{ $kind }", r#""a\"b\u00e9""#).unwrap(), "a\"bé");
    assert_eq!(taken("{ $kind }", "true").unwrap(), "true");
    assert_eq!(taken("{ $kind }", r#"["a","b"]"#).unwrap(), r#"["a","b"]"#);
    let select = "{ $kind ->\n    [app] La aplicación\n   *[other] Otra cosa\n}";
    assert_eq!(taken(select, "\"app\"").unwrap(), "La aplicación");
    assert_eq!(taken(select, "\"domain\"").unwrap(), "Otra cosa");
    // Not a number, although it looks like one.
    assert_eq!(
        taken("{ $kind ->\n    [one] uno\n   *[other] otro\n}", "\"1\"").unwrap(),
        "otro"
    );
}

#[test]
fn dates_are_those_of_the_language() {
    let at = |tag: &str, pattern: &str, value: &str| {
        let translations = translations(tag, &format!("cooldown = {pattern}\n"));
        let value = format!("\"{value}\"");
        let text = sentence(
            &translations,
            "cooldown",
            &[("retryAt", &value), ("day", &value)],
        );
        text.unwrap().replace('\u{202f}', " ")
    };
    let moment = "2026-01-31T14:05:09Z";
    assert_eq!(at("es", "{ $retryAt }", moment), "31 ene 2026, 14:05 UTC");
    assert_eq!(
        at("en-US", "{ $retryAt }", "2026-01-31T14:05:09.25-06:00"),
        "Jan 31, 2026, 2:05 PM GMT-6"
    );
    assert_eq!(
        at("de", "{ DATETIME($retryAt, dateStyle: \"full\") }", moment),
        "Samstag, 31. Januar 2026"
    );
    assert_eq!(
        at(
            "de",
            "{ DATETIME($retryAt, timeStyle: \"medium\") }",
            moment
        ),
        "14:05:09"
    );
    assert_eq!(
        at("ja", "{ DATETIME($retryAt, dateStyle: \"long\") }", moment),
        "2026年1月31日"
    );
    assert_eq!(
        at("th", "{ DATETIME($retryAt, dateStyle: \"long\") }", moment),
        "31 มกราคม 2569"
    );
    assert_eq!(at("es", "{ $day }", "2026-01-31"), "31 ene 2026");
    // What is no date stands as it is.
    for text in [
        "soon",
        "2026-02-30",
        "2026-01-31T25:00:00Z",
        "2026-01-31T",
        "",
        "2026-01-31T14:05:09",
        "2026-01-31T14:05:09.Z",
        "é026-01-31",
    ] {
        assert_eq!(at("es", "{ $retryAt }", text), text);
    }
}
