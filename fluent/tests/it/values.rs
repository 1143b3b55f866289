//! What a response says for a detail of any kind, beside what the source's sentence says.

use std::collections::HashMap;

use manila::adapter::{Renderer, RequestContext};
use manila::translate::Locale;
use manila::{Envelopes, Fault};
use manila_fluent::Translations;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{ApiError, sentence, translations};

type Members = HashMap<String, Box<RawValue>>;

/// Renders `taken` in Spanish and in the source's language, with this JSON as its detail.
struct Service(Renderer);

impl Service {
    /// A service whose sentence in Spanish has this pattern.
    fn new(pattern: &str) -> Self {
        let translations = Translations::builder(ApiError::CATALOG)
            .locale(
                "es",
                [format!("taken = {pattern}\n    .title = El título\n")],
            )
            .build()
            .unwrap();
        let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
        Self(Renderer::new(envelopes.translations(translations)))
    }

    fn say(&self, place: u16, json: &str) -> String {
        let code = ApiError::CATALOG.find("taken").unwrap();
        let json = RawValue::from_string(json.to_owned()).unwrap();
        let fault = Fault::new(code).with_detail("kind", json);
        let request = RequestContext::default().with_locale(Locale::new(place));
        let body = self.0.render(&fault, &request).into_body();
        // Members as they are: no float holds some of the numbers.
        let body: Members = serde_json::from_slice(&body).unwrap();
        let error: Members = serde_json::from_str(body["error"].get()).unwrap();
        serde_json::from_str(error["message"].get()).unwrap()
    }
}

/// JSON, and what stands in the sentence of the source's and of the Spanish for it.
const VALUES: &[(&str, &str, &str)] = &[
    // Numbers are the language's, and the same numbers.
    ("0", "0", "0"),
    ("-1", "-1", "-1"),
    ("12345", "12345", "12.345"),
    (
        "9007199254740992",
        "9007199254740992",
        "9.007.199.254.740.992",
    ),
    (
        "9007199254740993",
        "9007199254740993",
        "9.007.199.254.740.993",
    ),
    (
        "-9223372036854775808",
        "-9223372036854775808",
        "-9.223.372.036.854.775.808",
    ),
    (
        "18446744073709551615",
        "18446744073709551615",
        "18.446.744.073.709.551.615",
    ),
    (
        "340282366920938463463374607431768211455",
        "340282366920938463463374607431768211455",
        "340282366920938463463374607431768211455",
    ),
    ("0.0005", "0.0005", "0,0005"),
    (
        "0.30000000000000004",
        "0.30000000000000004",
        "0,30000000000000004",
    ),
    ("12345.678901", "12345.678901", "12.345,678901"),
    // A zero at the end, an exponent and a sign of nothing are ways of writing, as a language has its own.
    ("5.0", "5.0", "5"),
    ("5.50", "5.50", "5,5"),
    ("-0", "-0", "-0"),
    ("-0.0", "-0.0", "-0"),
    ("1e3", "1e3", "1000"),
    ("1.5E+4", "1.5E+4", "15.000"),
    ("-1.5e+2", "-1.5e+2", "-150"),
    ("25e-4", "25e-4", "0,0025"),
    ("0e999", "0e999", "0"),
    // What nobody would read is as it was sent.
    ("1e31", "1e31", "1e31"),
    ("1e300", "1e300", "1e300"),
    ("-2.5e-40", "-2.5e-40", "-2.5e-40"),
    // A text is never a number by itself.
    ("\"app\"", "app", "app"),
    ("\"12345\"", "12345", "12345"),
    ("\"12345.50\"", "12345.50", "12345.50"),
    ("\"1e3\"", "1e3", "1e3"),
    ("\"007\"", "007", "007"),
    ("\"\"", "", ""),
    ("\" a  b \"", " a  b ", " a  b "),
    ("\"{ $kind }\"", "{ $kind }", "{ $kind }"),
    (r#""a\"b\\c\u00e9\ud83d\ude00""#, "a\"b\\cé😀", "a\"b\\cé😀"),
    // What is neither stands as JSON.
    ("true", "true", "true"),
    ("false", "false", "false"),
    ("[]", "[]", "[]"),
    (r#"[1,"a",null]"#, r#"[1,"a",null]"#, r#"[1,"a",null]"#),
    (r#"{"a":12345.5}"#, r#"{"a":12345.5}"#, r#"{"a":12345.5}"#),
];

#[test]
fn a_sentence_tells_the_value_that_the_sources_tells() {
    let service = Service::new("[{ $kind }]");
    for (json, source, spanish) in VALUES {
        assert_eq!(
            service.say(0, json),
            format!("The {source} is taken."),
            "{json}"
        );
        assert_eq!(service.say(1, json), format!("[{spanish}]"), "{json}");
    }
}

#[test]
fn null_is_told_by_no_sentence() {
    let service = Service::new("[{ $kind }]");
    assert_eq!(service.say(0, "null"), "Taken");
    assert_eq!(service.say(1, "null"), "El título");
}

#[test]
fn a_number_of_any_length_is_told_whole() {
    let translations = translations("es", "taken = [{ $kind }]\n");
    let say = |json: &str| sentence(&translations, "taken", &[("kind", json)]).unwrap();
    for length in [30, 31, 1000, 32_767, 32_768, 100_000] {
        let digits = "7".repeat(length);
        assert_eq!(say(&digits).replace('.', ""), format!("[{digits}]"));
        let fraction = format!("0.{digits}");
        assert_eq!(say(&fraction).replace(',', "."), format!("[{fraction}]"));
    }
    for number in ["1e999999999", "-1e-999999999", "1e99999999999999999999"] {
        assert_eq!(say(number), format!("[{number}]"));
    }
}

#[test]
fn a_key_is_a_number_in_every_digit() {
    let service = Service::new(
        "{ $kind ->\n    [0] none\n    [0.5] half\n    [9007199254740992] exact\n    [one] one\n   *[other] other\n}",
    );
    for (json, variant) in [
        ("0", "none"),
        ("-0.0", "none"),
        ("0e5", "none"),
        ("0.50", "half"),
        ("5e-1", "half"),
        ("9007199254740992", "exact"),
        ("9007199254740992.0", "exact"),
        ("9007199254740993", "other"),
        ("9007199254740992.5", "other"),
        ("1", "one"),
        ("1.0", "one"),
        ("1.0000001", "other"),
        ("1e300", "other"),
        ("\"0\"", "other"),
        ("\"one\"", "one"),
        ("true", "other"),
        ("[0]", "other"),
    ] {
        assert_eq!(service.say(1, json), variant, "{json}");
    }
}

#[test]
fn a_decimal_that_is_sent_as_a_text_is_a_number_where_a_message_says_so() {
    let service = Service::new("[{ NUMBER($kind, minimumFractionDigits: 2) }]");
    for (json, told) in [
        ("\"12345.5\"", "12.345,50"),
        ("\"-0.125\"", "-0,125"),
        ("\"9007199254740993.01\"", "9.007.199.254.740.993,01"),
        ("12345.5", "12.345,50"),
        ("1e300", "1e300"),
        ("\"1e300\"", "1e300"),
        ("\"1.5E+4\"", "15.000,00"),
    ] {
        assert_eq!(service.say(1, json), format!("[{told}]"), "{json}");
    }
    // What is no number stands as it is.
    for text in [
        "", "-", "app", "007", "+5", ".5", "5.", " 5", "0x10", "NaN", "1_000", "--1", "1e+", "1+2",
    ] {
        assert_eq!(service.say(1, &format!("\"{text}\"")), format!("[{text}]"));
    }
    for json in ["true", "[1]", "{}"] {
        assert_eq!(service.say(1, json), format!("[{json}]"));
    }
}

#[test]
fn what_is_no_date_stands_as_it_is() {
    let service = Service::new("[{ DATETIME($kind, dateStyle: \"long\") }]");
    assert_eq!(service.say(1, "\"2026-01-31\""), "[31 de enero de 2026]");
    for (json, told) in [
        ("\"soon\"", "soon"),
        ("12345", "12.345"),
        ("true", "true"),
        ("[]", "[]"),
    ] {
        assert_eq!(service.say(1, json), format!("[{told}]"));
    }
}

#[test]
fn characters_that_turn_a_text_around_are_the_sources() {
    let service = Service::new("[{ $kind }]");
    for character in [
        '\u{202e}', '\u{202d}', '\u{2066}', '\u{2067}', '\u{2069}', '\u{200f}', '\u{61c}',
        '\u{2028}', '\u{0}', '\n', '\u{1b}',
    ] {
        let json = Value::from(format!("a{character}b")).to_string();
        let (source, spanish) = (service.say(0, &json), service.say(1, &json));
        let between = |text: &str, before: &str, behind: &str| {
            let text = text.strip_prefix(before).unwrap();
            text.strip_suffix(behind).unwrap().to_owned()
        };
        assert_eq!(
            between(&spanish, "[", "]"),
            between(&source, "The ", " is taken."),
            "{json}"
        );
    }
}
