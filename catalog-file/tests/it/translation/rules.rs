//! Each rule, with files that break it.

use std::collections::BTreeSet;

use manila_catalog_file::{
    ENGLISH_SENTENCES, Level, OWN_SENTENCES, TRANSLATION_RULES, TranslationRule,
};

use super::{findings, findings_in};

const SOLD_OUT: &str = "VibeHost: { $count } { $product }";

/// Files that break a rule, each with the only finding that there is.
fn cases() -> Vec<(String, &'static str)> {
    let closed = |text: &str| format!("closed = {text}\n");
    let sold_out = |text: &str| format!("sold_out = {text}\n");
    vec![
        (
            closed("La { "),
            "malformed-fluent 2:1: this is not Fluent: expected an inline expression",
        ),
        (
            "closed La tienda\n".to_owned(),
            "malformed-fluent 1:8: this is not Fluent: expected a token starting with `=`",
        ),
        (
            sold_out(&format!("{SOLD_OUT} {{ $count ->\n    [one] uno\n}}")),
            "malformed-fluent 3:1: this is not Fluent: the select expression must have a default variant",
        ),
        (
            closed("A") + &closed("B"),
            "duplicate-message 2:1: duplicate message: `closed` is already defined",
        ),
        (
            closed("A") + "-a = A\n-a = B\n",
            "duplicate-message 3:2: duplicate term: `-a` is already defined",
        ),
        (
            closed("A") + "    .title = A\n    .title = B\n",
            "duplicate-message 3:5: duplicate attribute `.title` of `closed`",
        ),
        (
            "closd = A\n".to_owned(),
            "unknown-message 1:1: `closd` is no code of the catalog",
        ),
        (
            closed("A") + "    .meanin = B\n",
            "unknown-attribute 2:5 (closed): `closed` has no text `meanin`",
        ),
        (
            sold_out(SOLD_OUT) + "    .cause-3 = B\n",
            "unknown-attribute 2:5 (sold_out): `sold_out` has no text `cause-3`",
        ),
        (
            closed("{ shut }"),
            "unknown-reference 1:12: there is no message `shut` in this file",
        ),
        (
            closed("{ -shop }"),
            "unknown-reference 1:13: there is no term `-shop` in this file",
        ),
        (
            closed("{ closed.titel }") + "    .title = A\n",
            "unknown-reference 1:19: there is no message `closed.titel` in this file",
        ),
        (
            sold_out("VibeHost { NUMBR($count) } { $product }"),
            "unknown-reference 1:23: there is no function `NUMBR`",
        ),
        (
            sold_out("VibeHost { NUMBER($count, style: \"percent\") } { $product }"),
            "unknown-reference 1:38: `NUMBER` has no option `style`",
        ),
        (
            closed("{ NUMBER() }"),
            "unknown-reference 1:12: `NUMBER` takes one value",
        ),
        (
            "-left = { $count ->\n    [one] one\n   *[other] { $count } left\n}\n".to_owned()
                + &closed("{ -left }"),
            "unknown-reference 5:13: the term `-left` tells `$count`, which it is not called with",
        ),
        (
            closed("{ closed }"),
            "cyclic-reference 1:1: `closed` repeats itself",
        ),
        (
            closed(&"{ 1 }".repeat(101)),
            "too-many-placeables 1:1: `closed` has more than 100 placeables, with those of what it repeats",
        ),
        (
            sold_out("VibeHost { $cuont } { $product }"),
            "unknown-detail 1:24 (sold_out): `cuont` is no detail of code `sold_out`",
        ),
        (
            sold_out("VibeHost { $count }"),
            "different-placeholders 1:1 (sold_out): the translation of `sold_out` does not tell `product`, as the source does",
        ),
        (
            sold_out(&format!("{SOLD_OUT} {{ $place }}")),
            "different-placeholders 1:1 (sold_out): the translation of `sold_out` tells `place`, which the source does not",
        ),
        (
            sold_out(SOLD_OUT) + "    .meaning = { $count }\n",
            "different-placeholders 1:1 (sold_out): the translation of `sold_out` tells `count`, which the source does not",
        ),
        (
            closed("La\n    tienda"),
            "translated-text 1:10 (closed): the translation of `closed` has more than one line",
        ),
        (
            closed("{ \"\" }"),
            "translated-text 1:13 (closed): the translation of `closed` is empty",
        ),
        (
            closed("a\u{202e}b"),
            "translated-text 1:10 (closed): the translation of `closed` contains U+202E, which shows a text in another order than it is written",
        ),
        (
            closed("a{ \"\\u202E\" }b"),
            "translated-text 1:10 (closed): the translation of `closed` contains U+202E, which shows a text in another order than it is written",
        ),
        (
            closed("<b>Cerrada</b>"),
            "unsafe-markup 1:10 (closed): the translation of `closed` contains `<b>Cerrada</b>`",
        ),
        (
            closed("A") + "    .title = <script>alert(1)</script>\n",
            "unsafe-markup 2:14 (closed): the translation of `closed` contains `<script>alert(1)`",
        ),
        (
            sold_out(SOLD_OUT) + "    .meaning = [ver](JavaScript:alert)\n",
            "unsafe-markup 2:16 (sold_out): the translation of `sold_out` contains `javascript:`",
        ),
        (
            closed("{ \"\\u003Cimg src=x>\" }"),
            "unsafe-markup 1:13 (closed): the translation of `closed` contains `<img src=x>`",
        ),
        (
            closed("a &lt;img src=x>"),
            "unsafe-markup 1:10 (closed): the translation of `closed` contains `<img src=x>`",
        ),
        (
            sold_out(&format!(
                "{{ $count ->\n    [few] {SOLD_OUT}\n   *[other] {SOLD_OUT}\n}}"
            )),
            "plural-category 2:6 (sold_out): `es` has no plural category `few`, so that its variant is never chosen",
        ),
        (
            sold_out(&format!(
                "{{ NUMBER($count, type: \"ordinal\") ->\n    [two] {SOLD_OUT}\n   *[other] {SOLD_OUT}\n}}"
            )),
            "plural-category 2:6 (sold_out): `es` has no ordinal category `two`, so that its variant is never chosen",
        ),
        (
            sold_out("Vibra: { $count } { $product }"),
            "translated-brand 1:1 (sold_out): the translation of `sold_out` does not say `VibeHost`, which is never translated",
        ),
        (
            sold_out("VibeHosts: { $count } { $product }"),
            "translated-brand 1:1 (sold_out): the translation of `sold_out` does not say `VibeHost`, which is never translated",
        ),
    ]
}

#[test]
fn a_file_that_breaks_a_rule_has_its_finding() {
    for (text, expected) in cases() {
        let found = findings(&text);
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn every_rule_about_a_text_has_a_file_that_breaks_it() {
    let known: BTreeSet<_> = cases()
        .iter()
        .map(|(_, found)| found.split(' ').next().unwrap())
        .collect();
    for rule in TRANSLATION_RULES {
        let is_about_files = matches!(
            rule,
            TranslationRule::MissingTranslation
                | TranslationRule::UnlistedLocale
                | TranslationRule::MissingFile
        );
        assert!(is_about_files || known.contains(rule.as_str()), "{rule}");
        assert!(rule.summary().ends_with('.'), "{rule}");
    }
}

#[test]
fn a_term_is_called_with_what_it_tells() {
    let called = |term: &str, call: &str| {
        let text = format!("-left = {term}\nclosed = {{ {call} }}\ntold = {{ NUMBER($count) }}\n");
        let mut found = findings(&text);
        found.retain(|found| found.starts_with("unknown-reference"));
        found
    };
    let choice = "{ $count ->\n    [one] one\n   *[other] others\n}";
    for (term, call) in [
        ("{ $count } left", "-left(count: 3)"),
        // What chooses a variant may be missing: the default stands.
        (choice, "-left"),
        ("{ told }", "-left(count: 3)"),
        ("Left\n    .gender = { $gender }", "-left"),
    ] {
        assert_eq!(
            called(term, call),
            <[String; 0]>::default(),
            "{term} by {call}"
        );
    }
    let told = "the term `-left` tells `$count`, which it is not called with";
    for (term, call) in [
        ("{ $count } left", "-left"),
        ("{ $count } left", "-left(number: 3)"),
        ("{ NUMBER($count) } left", "-left"),
        ("{ { $count } }", "-left"),
        // What a term repeats knows the term's arguments alone.
        ("{ told }", "-left"),
    ] {
        let found = called(term, call);
        assert_eq!(
            found,
            [format!("unknown-reference 2:13: {told}")],
            "{term} by {call}"
        );
    }
}

#[test]
fn what_is_not_translated_is_a_note() {
    let found = findings_in("es", "shop", "closed =\n    .title = Cerrado\n");
    assert_eq!(
        found,
        [
            "missing-translation 1:1 (sold_out): there is no translation of `sold_out`",
            "missing-translation 1:1 (closed): there is no translation of `closed`",
            "missing-translation 1:1: texts of pages are not translated: `sold_out.meaning`, `sold_out.cause-1`, `sold_out.cause-2` and 1 more",
        ]
    );
    assert_eq!(TranslationRule::MissingTranslation.level(), Level::Note);
}

#[test]
fn the_words_of_pages_are_missed_in_one_note() {
    let text = ENGLISH_SENTENCES.lines().filter(|line| {
        let is_missing = ["manila-page-", "manila-required"];
        !is_missing.iter().any(|start| line.starts_with(start))
    });
    let text: String = text.map(|line| format!("{line}\n")).collect();
    let found = findings_in("es", OWN_SENTENCES, &text);
    let [required, pages] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(
        required,
        "missing-translation 1:1: there is no translation of `manila-required`"
    );
    let start = "missing-translation 1:1: texts of pages are not translated: `manila-page-skip`, `manila-page-errors`, `manila-page-errors-of` and ";
    assert!(pages.starts_with(start), "{pages}");
}

#[test]
fn manilas_own_sentences_are_judged_alike() {
    let found = |text: &str| {
        let mut found = findings_in("es", OWN_SENTENCES, text);
        found.retain(|found| !found.starts_with("missing-translation"));
        found
    };
    assert_eq!(
        found("manila-max-length = Hasta { $mx }.\n"),
        ["unknown-detail 1:30: `mx` is no argument of `manila-max-length`",]
    );
    assert_eq!(
        found("http-404 = No encontrado\n    .mesage = Nada.\n"),
        ["unknown-attribute 2:5: `http-404` has no text `mesage`"]
    );
    assert_eq!(
        found("sold_out = A\n"),
        ["unknown-message 1:1: `sold_out` is no code of the catalog"]
    );
}

#[test]
fn plurals_are_those_of_the_language() {
    let text = "sold_out = { $count ->\n    [one] VibeHost { $product }{ $count }\n    [few] VibeHost { $product }{ $count }\n   *[other] VibeHost { $product }{ $count }\n}\n";
    let categories = |locale| {
        let found = findings_in(locale, "shop", text);
        found
            .iter()
            .filter(|found| found.starts_with("plural-category"))
            .count()
    };
    assert_eq!(["pl", "es", "ja"].map(categories), [0, 1, 2]);
    // Variants of texts are no categories.
    let texts = text.replace("[few]", "[app]");
    let found = findings_in("ja", "shop", &texts);
    assert!(
        !found
            .iter()
            .any(|found| found.starts_with("plural-category"))
    );
}

#[test]
fn angle_brackets_that_are_no_markup_are_none() {
    for text in ["a < b", "a <= b", "x <3", "`<id>` falta"] {
        let text = format!("sold_out = {SOLD_OUT}\n    .meaning = {text}\n");
        assert_eq!(findings(&text), <[String; 0]>::default(), "{text}");
    }
    assert_eq!(
        findings("closed = `<id>`\n").len(),
        1,
        "a sentence has no code"
    );
}
