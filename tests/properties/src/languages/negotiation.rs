//! Any `accept-language`, to a service of any languages.

use arbitrary::{Arbitrary, Result, Unstructured};
use manila::translate::Translate as _;
use manila_fluent::Translations;

use crate::catalogs::Kebab;

/// The most ranges of a request that are read.
const MOST_RANGES: usize = 64;

/// The languages of services, and of what is asked for.
const TAGS: [&str; 16] = [
    "en",
    "es",
    "es-MX",
    "es-419",
    "pt",
    "pt-BR",
    "de",
    "de-CH",
    "de-CH-1996",
    "zh-Hant",
    "zh-Hant-TW",
    "sr-Latn-RS",
    "ca",
    "fr",
    "und-x-private",
    "en-a-bb-x-y",
];

/// A service, and the header of a request.
#[derive(Debug, Arbitrary)]
pub struct Case {
    /// The places of the service's languages among the known ones.
    languages: Vec<Tag>,
    /// Who asks for the first gets the second, where the service has it.
    fallbacks: Vec<(Tag, Tag)>,
    lines: Vec<Line>,
}

/// One of the known tags.
#[derive(Debug, Clone, Copy)]
struct Tag(&'static str);

impl<'a> Arbitrary<'a> for Tag {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(&TAGS).map(|tag| Self(tag))
    }
}

/// A line of the header.
#[derive(Debug, Arbitrary)]
enum Line {
    Ranges(Vec<Range>),
    Bytes(Vec<u8>),
    /// The same bytes again and again.
    Repeated(Vec<u8>, u8),
}

#[derive(Debug, Arbitrary)]
struct Range {
    tag: Tag,
    is_upper: bool,
    weight: Weight,
}

/// What stands behind a range.
#[derive(Debug)]
struct Weight(&'static str);

impl<'a> Arbitrary<'a> for Weight {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        const WEIGHTS: [&str; 12] = [
            "",
            ";q=1",
            ";q=0",
            ";q=0.5",
            "; Q = 0.001",
            ";q=0.000",
            ";q=1.001",
            ";q=",
            ";q=-1",
            ";x=1",
            " ",
            ";q=0;q=1",
        ];
        u.choose(&WEIGHTS).map(|weight| Self(weight))
    }
}

impl Line {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Bytes(bytes) => bytes.clone(),
            Self::Repeated(bytes, times) => bytes.repeat(usize::from(*times)),
            Self::Ranges(ranges) => {
                let ranges = ranges.iter().map(|range| {
                    let tag = range.tag.0;
                    let tag = if range.is_upper {
                        tag.to_ascii_uppercase()
                    } else {
                        tag.to_owned()
                    };
                    tag + range.weight.0
                });
                ranges.collect::<Vec<_>>().join(", ").into_bytes()
            }
        }
    }
}

/// Panics unless a language of the service is chosen, the same each time, one that the header asks for and does
/// not refuse.
pub fn check(case: &Case) {
    let mut builder = Translations::builder(Kebab::CATALOG).source("en");
    for Tag(tag) in &case.languages {
        builder = builder.locale(*tag, [""; 0]);
    }
    let has = |tag: &str| tag == "en" || case.languages.iter().any(|it| it.0 == tag);
    let fallbacks = case.fallbacks.iter().filter(|(_, to)| has(to.0));
    let fallbacks: Vec<_> = fallbacks.map(|(from, to)| (from.0, to.0)).collect();
    let translations = builder
        .fallbacks(fallbacks.iter().copied())
        .build()
        .unwrap_or_else(|errors| panic!("{errors}"));

    let lines: Vec<_> = case.lines.iter().map(Line::bytes).collect();
    let choose = |lines: &[Vec<u8>]| {
        let locale = translations.negotiate(&mut lines.iter().map(|line| &**line));
        let tag = translations.tag(locale);
        tag.unwrap_or_else(|| panic!("{locale:?} is no language"))
            .to_owned()
    };
    let chosen = choose(&lines);
    assert!(has(&chosen), "{chosen}");
    assert_eq!(choose(&lines), chosen, "again");
    // RFC 9110 §5.3
    assert_eq!(choose(&[lines.join(&b","[..])]), chosen, "in one line");

    let items: Vec<_> = lines
        .iter()
        .flat_map(|line| line.split(|byte| *byte == b','))
        .collect();
    let tag_of = |item: &[u8]| {
        let tag = item.split(|byte| *byte == b';').next().unwrap_or_default();
        String::from_utf8_lossy(tag).trim().to_ascii_lowercase()
    };
    if chosen != "en" {
        let leads = |item: &&[u8]| leads_to(&tag_of(item), &chosen, &fallbacks);
        assert!(
            items.iter().copied().any(|item| leads(&item)),
            "nobody asks for {chosen}"
        );
    }
    let mut of_chosen = items
        .iter()
        .filter(|item| tag_of(item) == chosen.to_ascii_lowercase())
        .peekable();
    if chosen != "en" && items.len() <= MOST_RANGES && of_chosen.peek().is_some() {
        let is_refused = |item: &&[u8]| item.ends_with(b";q=0") && !item.ends_with(b";q=0;q=0");
        assert!(!of_chosen.all(is_refused), "{chosen} is refused");
    }
}

/// Whether a range, cut from its end, is a language or falls back to it (RFC 4647 §3.4).
fn leads_to(range: &str, language: &str, fallbacks: &[(&str, &str)]) -> bool {
    let mut range = range;
    loop {
        let mut fallbacks = fallbacks.iter();
        let falls_back =
            |(from, to): &(&str, &str)| from.eq_ignore_ascii_case(range) && *to == language;
        if range.eq_ignore_ascii_case(language) || fallbacks.any(falls_back) {
            return true;
        }
        match range.rsplit_once('-') {
            Some((shorter, _)) => range = shorter,
            None => return false,
        }
    }
}
