//! The language of a response.

use manila::translate::Translate as _;
use manila_fluent::Translations;
use proptest::prelude::*;

use super::ApiError;

fn service() -> Translations {
    let built = Translations::builder(ApiError::CATALOG)
        .locale("es", [""])
        .locale("pt-BR", [""])
        .locale("de", [""])
        .locale("de-CH", [""])
        .locale("zh-Hant", [""])
        .fallbacks([("pt", "pt-BR"), ("ca", "es")]);
    built.build().unwrap()
}

fn chosen<'h>(service: &Translations, lines: impl IntoIterator<Item = &'h [u8]>) -> String {
    let locale = service.negotiate(&mut lines.into_iter());
    service.tag(locale).unwrap().to_owned()
}

#[test]
fn the_language_is_the_best_that_there_is() {
    let service = service();
    for (header, language) in [
        ("es", "es"),
        ("ES", "es"),
        ("es-MX", "es"),
        ("es-MX, en;q=0.5", "es"),
        ("en;q=0.5, es-MX", "es"),
        ("fr, de;q=0.5", "de"),
        ("de-CH-1996", "de-CH"),
        ("de-AT", "de"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("ca-ES-valencia", "es"),
        ("zh-Hant-TW", "zh-Hant"),
        ("zh-TW", "en"),
        ("en-US,es;q=0.9", "en"),
        ("es;q=0.3, de;q=0.30, de-CH;q=0.301", "de-CH"),
        // Single letters go with what stands behind them.
        ("de-x-private", "de"),
        // Ranges of one weight keep their order.
        ("de, es", "de"),
        ("es, de", "es"),
        // Nothing is asked for.
        ("", "en"),
        ("*", "en"),
        ("*, es;q=0.1", "es"),
        ("fr", "en"),
        ("fr, *;q=0.5", "en"),
        // Weights of zero exclude.
        ("es;q=0", "en"),
        ("es-MX, es;q=0", "en"),
        ("es;q=0, es-MX", "en"),
        ("de;q=0, de-CH", "de-CH"),
        ("de-CH;q=0, de", "de"),
        ("de-CH;q=0, de-CH-1996, es;q=0.1", "de"),
        ("ca, es;q=0", "en"),
        ("es;q=0.000", "en"),
        ("es;q=0.001", "es"),
        // Blanks are allowed, and weights in capitals.
        (" es\t; Q=0.5 ,, \t", "es"),
        // What is no range, or has no weight, is as if it were not there.
        ("es;q=2, de;q=0.1", "de"),
        ("es;q=0.1234, de;q=0.1", "de"),
        ("es;q=, de;q=0.1", "de"),
        ("es;level=1, de;q=0.1", "de"),
        ("es;q=-1, de;q=0.1", "de"),
        ("es;q=0.5;x=1, de;q=0.1", "de"),
        ("e_s, de;q=0.1", "de"),
        ("-es, es-, de;q=0.1", "de"),
        ("toolonglanguage, de;q=0.1", "de"),
        ("1es, de;q=0.1", "de"),
        ("es de", "en"),
        ("\"es\"", "en"),
        ("../../etc/passwd", "en"),
    ] {
        assert_eq!(chosen(&service, [header.as_bytes()]), language, "{header}");
    }
}

#[test]
fn several_lines_are_one_list() {
    let service = service();
    let lines = [&b"fr, de;q=0.4"[..], b"es;q=0.5", b""];
    assert_eq!(chosen(&service, lines), "es");
    // Of one weight, the earlier line is first, wherever it is in memory.
    let text = b"deeses".to_vec();
    assert_eq!(chosen(&service, [&text[2..4], &text[..2]]), "es");
    assert_eq!(chosen(&service, [&text[..2], &text[2..4]]), "de");
    assert_eq!(chosen(&service, []), "en");
}

#[test]
fn a_header_of_any_size_has_an_answer() {
    let service = service();
    for garbage in ["\u{fffd}", ",", "x", "es;q=0,", "*,", "a-", ";q=1", "-"] {
        let header = garbage.repeat(8192 / garbage.len());
        assert_eq!(chosen(&service, [header.as_bytes()]), "en", "{garbage}");
    }
    // What stands behind sixty-four other ranges is not read.
    let many = "fr-FR,".repeat(63);
    assert_eq!(chosen(&service, [format!("{many}es").as_bytes()]), "es");
    assert_eq!(chosen(&service, [format!("{many}fr,es").as_bytes()]), "en");
}

/// What a header means, without a bound and without cleverness.
fn model(header: &str) -> String {
    const KNOWN: [&str; 6] = ["en", "es", "pt-br", "de", "de-ch", "zh-hant"];
    let mut ranges: Vec<(String, f64)> = Vec::new();
    for item in header.split(',') {
        let (tag, weight) = item.split_once(";q=").unwrap_or((item, "1"));
        ranges.push((tag.trim().to_lowercase(), weight.parse().unwrap()));
    }
    let excluded = |tag: &str| {
        let of = ranges
            .iter()
            .filter(|(range, _)| tag == range || tag.starts_with(&format!("{range}-")));
        let longest = of.clone().map(|(range, _)| range.len()).max();
        let longest = of.filter(|(range, _)| Some(range.len()) == longest);
        let weights: Vec<f64> = longest.map(|(_, weight)| *weight).collect();
        !weights.is_empty() && weights.iter().all(|weight| *weight == 0.0)
    };
    let mut sorted = ranges.clone();
    sorted.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (range, weight) in &sorted {
        if *weight == 0.0 || range == "*" {
            continue;
        }
        let mut parts: Vec<&str> = range.split('-').collect();
        while !parts.is_empty() {
            let tag = parts.join("-");
            let to = match &*tag {
                "pt" => "pt-br",
                "ca" => "es",
                tag => tag,
            };
            if let Some(known) = KNOWN.iter().find(|known| **known == to && !excluded(known)) {
                return (*known).to_owned();
            }
            parts.pop();
            while parts.len() > 1 && parts.last().is_some_and(|last| last.len() == 1) {
                parts.pop();
            }
        }
    }
    "en".to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_have_an_answer(lines in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..200), 0..4)) {
        let service = service();
        let tag = chosen(&service, lines.iter().map(|line| &**line));
        prop_assert!(service.locale(&tag).is_some());
    }

    #[test]
    fn lookup_is_that_of_rfc_4647(
        items in prop::collection::vec(
            ("(\\*|en|es|es-MX|es-x-a|pt|pt-PT|de|de-CH|de-AT|zh-Hant-TW|ca|fr)", "(|;q=0|;q=0\\.[0-9]{1,3}|;q=1)"),
            1..8,
        )
    ) {
        let header: Vec<_> = items.iter().map(|(tag, weight)| format!("{tag}{weight}")).collect();
        let header = header.join(", ");
        let found = chosen(&service(), [header.as_bytes()]);
        prop_assert_eq!(found.to_lowercase(), model(&header), "{}", header);
    }
}
