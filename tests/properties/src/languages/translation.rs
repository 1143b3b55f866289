//! Any text as a Fluent file.

use std::sync::LazyLock;

use manila::translate::{Arguments, Locale, Text, Translate as _};
use manila_catalog_file::{Catalog, examine_translation, read, read_translation};
use manila_fluent::Translations;

use crate::catalogs::Placeholders;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let source = read(include_str!("../../catalogs/placeholders.toml"));
    source.map_or_else(
        |found| panic!("{found:?}"),
        manila_catalog_file::Source::into_catalog,
    )
});

/// The details of a response, as JSON.
const DETAILS: [&[(&str, &str)]; 8] = [
    &[],
    &[("seconds", "1"), ("name", "\"app\""), ("limit", "2.5")],
    &[
        ("seconds", "0"),
        ("name", "\"{ $seconds }\""),
        ("limit", "null"),
    ],
    &[
        ("seconds", "-9007199254740993"),
        ("name", "\"\\u202e\\n\""),
        ("limit", "true"),
    ],
    &[
        ("seconds", "1e300"),
        ("name", "\"12345.50\""),
        ("limit", "[1]"),
    ],
    &[
        ("seconds", "-0.0"),
        ("name", "\"2026-01-31T14:05:09Z\""),
        ("limit", "{\"a\":1}"),
    ],
    &[
        ("seconds", "340282366920938463463374607431768211455"),
        ("name", "\"\""),
        ("limit", "1E-40"),
    ],
    // No JSON: arguments are a trait, which others implement.
    &[("seconds", "-"), ("name", "\""), ("limit", "")],
];

/// What formats a sentence writes where it cannot tell a value, and nobody is to read.
const LEAKS: [&str; 8] = [
    "MANILA_",
    "NUMBER(",
    "DATETIME(",
    "{$",
    "{-",
    "???",
    "\u{2068}",
    "\u{2069}",
];

/// Panics unless a file is read with findings that point into it, or gives sentences that are the same each time
/// and tell nothing of how they are made.
pub fn check(text: &str) {
    let found = read_translation(text);
    for found in &found {
        assert!(text.get(found.span.clone()).is_some(), "{found:?}");
        assert!(found.line >= 1 && found.column >= 1, "{found:?}");
    }
    let examined = examine_translation(&CATALOG, "es", "placeholders", text);
    let all_told = found.iter().all(|found| {
        examined
            .iter()
            .any(|it| it.rule == found.rule || it.rule == "more")
    });
    assert!(all_told, "{found:?} are not among {examined:?}");

    let built = Translations::builder(Placeholders::CATALOG)
        .locale("es", [text])
        .build();
    assert_eq!(built.is_ok(), found.is_empty(), "{found:?}");
    let Ok(translations) = built else { return };
    let spanish = Locale::new(1);
    let say = |text: Text<'_>, details: &dyn Arguments| {
        translations
            .translate(spanish, text, details)
            .map(|text| text.into_owned())
    };
    // An escape can spell anything, a literal brace as well.
    let is_plain = !text.contains('\\') && !text.contains("{\"");
    for code in Placeholders::CATALOG.codes() {
        for details in DETAILS {
            for part in [
                Text::Message(code),
                Text::Title(code),
                Text::Meaning(code),
                Text::Cause(code, 1),
                Text::Step(code, 1),
                Text::Own("Must be at most { $max }."),
                Text::Status(404),
            ] {
                let said = say(part, &details);
                assert_eq!(say(part, &details), said, "again");
                let Some(said) = said else { continue };
                let told = details.iter().any(|(_, value)| value.contains('{'));
                let leak = LEAKS
                    .iter()
                    .find(|leak| said.contains(**leak) && !text.contains(**leak));
                assert!(
                    leak.is_none() || told || !is_plain,
                    "{leak:?} in {said:?} of {text:?}"
                );
            }
        }
    }
}
