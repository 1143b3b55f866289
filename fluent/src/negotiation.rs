//! The choice of a language: lookup as in RFC 4647 §3.4, by `Accept-Language` (RFC 9110 §12.5.4).

use std::collections::HashMap;

/// The most ranges that are read of a request. Browsers send up to ten.
const MOST_RANGES: usize = 64;

/// The longest range that is read: RFC 5646 §4.4.1 asks for 35 characters.
const LONGEST_RANGE: usize = 64;

/// The languages to choose from.
#[derive(Debug)]
pub(crate) struct Negotiation {
    /// The place of each language, by its tag in lower case.
    places: HashMap<String, u16>,
    /// The language for a range that none fits, in lower case.
    fallbacks: HashMap<String, u16>,
    /// The tags, by their places.
    tags: Vec<String>,
}

/// A range with its weight, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Range<'h> {
    tag: &'h str,
    weight: u16,
    /// Its place among the ranges of the request.
    order: usize,
}

impl Negotiation {
    pub(crate) fn new<'t>(
        tags: impl Iterator<Item = &'t str>,
        fallbacks: impl Iterator<Item = (&'t str, u16)>,
    ) -> Self {
        let tags: Vec<_> = tags.map(str::to_owned).collect();
        let lower = |(tag, place): (&str, u16)| (tag.to_ascii_lowercase(), place);
        Self {
            places: tags.iter().map(|tag| &**tag).zip(0..).map(lower).collect(),
            fallbacks: fallbacks.map(lower).collect(),
            tags,
        }
    }

    /// The place of the language for a request, if any of its ranges has one. Takes time in proportion to
    /// what is sent, up to a bound.
    pub(crate) fn choose<'h>(&self, lines: impl Iterator<Item = &'h [u8]>) -> Option<u16> {
        let none = Range {
            tag: "",
            weight: 0,
            order: 0,
        };
        let mut ranges = [none; MOST_RANGES];
        let mut count = 0;
        let found = lines.flat_map(ranges_of);
        for ((order, range), place) in found.enumerate().zip(&mut ranges) {
            *place = Range { order, ..range };
            count += 1;
        }
        let ranges = &mut ranges[..count];
        // Ranges of one weight keep their order. A sort that does so by itself takes memory.
        ranges.sort_unstable_by_key(|range| (u16::MAX - range.weight, range.order));
        let wanted = ranges.iter().filter(|range| range.weight > 0);
        wanted
            .filter_map(|range| self.lookup(range.tag, ranges))
            .next()
    }

    /// The language for a range, which is cut from its end until there is one.
    fn lookup(&self, range: &str, ranges: &[Range<'_>]) -> Option<u16> {
        let mut lower = [0; LONGEST_RANGE];
        let lower = lower.get_mut(..range.len())?;
        lower.copy_from_slice(range.as_bytes());
        lower.make_ascii_lowercase();
        let mut range = std::str::from_utf8(lower).ok()?;
        loop {
            let known = [self.places.get(range), self.fallbacks.get(range)];
            let mut known = known.into_iter().flatten().copied();
            let is_allowed = |place: &u16| {
                let tag = self.tags.get(usize::from(*place));
                tag.is_some_and(|tag| !is_excluded(tag, ranges))
            };
            if let Some(place) = known.find(is_allowed) {
                return Some(place);
            }
            range = shorter(range)?;
        }
    }
}

/// A range without its last part, nor a single letter before that (RFC 4647 §3.4).
fn shorter(range: &str) -> Option<&str> {
    let (mut start, _) = range.rsplit_once('-')?;
    while let Some((before, last)) = start.rsplit_once('-')
        && last.len() == 1
    {
        start = before;
    }
    Some(start)
}

/// Whether a language is refused: of the ranges that it is in, the longest has the weight 0.
fn is_excluded(tag: &str, ranges: &[Range<'_>]) -> bool {
    let includes = |range: &&Range<'_>| {
        let length = range.tag.len();
        let start = tag.get(..length);
        let is_whole = matches!(tag.as_bytes().get(length), None | Some(b'-'));
        is_whole && start.is_some_and(|start| start.eq_ignore_ascii_case(range.tag))
    };
    let including = ranges.iter().filter(includes);
    let longest = including.max_by_key(|range| (range.tag.len(), range.weight));
    longest.is_some_and(|range| range.weight == 0)
}

/// The ranges of a line. What is none is left out, and so is `*`: where other ranges stand it says nothing
/// (RFC 4647 §3.4), and alone it asks for the default.
fn ranges_of(line: &[u8]) -> impl Iterator<Item = Range<'_>> {
    line.split(|byte| *byte == b',').filter_map(range_of)
}

fn range_of(item: &[u8]) -> Option<Range<'_>> {
    let (tag, parameter) = match item.iter().position(|byte| *byte == b';') {
        Some(at) => (&item[..at], Some(&item[at + 1..])),
        None => (item, None),
    };
    let tag = trimmed(tag);
    let weight = match parameter {
        Some(parameter) => weight_of(trimmed(parameter))?,
        None => 1000,
    };
    let tag = is_range(tag).then(|| std::str::from_utf8(tag).ok())??;
    Some(Range {
        tag,
        weight,
        order: 0,
    })
}

/// Whether a text is a basic language range (RFC 4647 §2.1).
fn is_range(text: &[u8]) -> bool {
    let mut parts = text.split(|byte| *byte == b'-');
    let is_part = |part: &[u8]| matches!(part.len(), 1..=8);
    let is_primary = |part: &[u8]| is_part(part) && part.iter().all(u8::is_ascii_alphabetic);
    text.len() <= LONGEST_RANGE
        && parts.next().is_some_and(is_primary)
        && parts.all(|part| is_part(part) && part.iter().all(u8::is_ascii_alphanumeric))
}

/// A weight in thousandths (RFC 9110 §12.4.2).
fn weight_of(parameter: &[u8]) -> Option<u16> {
    let ([b'q' | b'Q'], value) = parameter.split_at_checked(1)? else {
        return None;
    };
    let value = trimmed(trimmed(value).strip_prefix(b"=")?);
    let (whole, digits) = value.split_first()?;
    let digits = match digits {
        [] => &[],
        [b'.', digits @ ..] if digits.len() <= 3 => digits,
        _ => return None,
    };
    let mut weight = match whole {
        b'0' => 0,
        b'1' => 1000,
        _ => return None,
    };
    for (digit, of) in digits.iter().zip([100, 10, 1]) {
        weight += match digit {
            b'0'..=b'9' => u16::from(digit - b'0') * of,
            _ => return None,
        };
    }
    (weight <= 1000).then_some(weight)
}

/// Without the blanks around it (RFC 9110 §5.6.3).
fn trimmed(text: &[u8]) -> &[u8] {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let start = text.iter().take_while(|byte| is_blank(byte)).count();
    let text = &text[start..];
    let end = text.iter().rev().take_while(|byte| is_blank(byte)).count();
    &text[..text.len() - end]
}
