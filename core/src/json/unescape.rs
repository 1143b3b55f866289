//! Reading back JSON strings that have been written, or checked, here (RFC 8259 §7).
//!
//! Names of details are compared, and their values put into messages, as texts without escapes.

use std::borrow::Cow;

/// The text of a JSON string; `None` where the JSON is another value. It has to be valid JSON.
///
/// A reader of whole JSON would be the largest part of a service that only writes it.
pub(crate) fn text_of(json: &[u8]) -> Option<Cow<'_, str>> {
    let [b'"', inside @ .., b'"'] = json else {
        return None;
    };
    let inside = String::from_utf8_lossy(inside);
    if inside.contains('\\') {
        return Some(Cow::Owned(unescape(&inside)));
    }
    Some(inside)
}

fn unescape(text: &str) -> String {
    let mut unescaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        unescaped.push_str(before);
        let mut behind = escape.chars();
        unescaped.push(match behind.next() {
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                let (character, length) = utf16(escape);
                behind = escape.get(length..).unwrap_or_default().chars();
                character
            }
            Some(itself) => itself,
            None => break,
        });
        rest = behind.as_str();
    }
    unescaped.push_str(rest);
    unescaped
}

/// The character of `uXXXX`, or of `uXXXX\uXXXX` where it takes two (RFC 8259 §7), and how many
/// bytes these are.
fn utf16(escape: &str) -> (char, usize) {
    let unit = |at: usize| {
        let digits = escape.get(at..at + 4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    let first = unit(1).unwrap_or(0xfffd);
    let second = unit(7).filter(|_| escape.get(5..7) == Some("\\u"));
    let units = [first, second.unwrap_or_default()];
    match char::decode_utf16(units).next() {
        Some(Ok(character)) => (character, if character.len_utf16() == 2 { 11 } else { 5 }),
        _ => (char::REPLACEMENT_CHARACTER, 5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str) {
        let expected: String = serde_json::from_str(json).unwrap();
        assert_eq!(
            text_of(json.as_bytes()).as_deref(),
            Some(&*expected),
            "{json}"
        );
    }

    #[test]
    fn a_text_is_what_a_reader_of_json_takes_it_for() {
        check(r#""""#);
        check("\"plain é \u{1f600}\"");
        check(r#""\"\\\/\b\f\n\r\t""#);
        check(r#""a\u00e9\u2028z""#);
        check(r#""\ud83d\ude00!""#);
        check(r#""\\u0041\\\"""#);
        for character in '\0'..='\u{2100}' {
            check(&serde_json::to_string(&format!("a{character}b")).unwrap());
        }
    }

    #[test]
    fn another_value_is_no_text() {
        for json in ["1", "null", "[\"a\"]", "{\"a\":\"b\"}", ""] {
            assert_eq!(text_of(json.as_bytes()), None, "{json}");
        }
    }

    #[test]
    fn half_a_pair_is_replaced() {
        for json in [r#""\ud83d""#, r#""\ud83dA""#, r#""\ude00""#, r#""\u12""#] {
            let text = text_of(json.as_bytes()).unwrap();
            assert!(text.starts_with('\u{fffd}'), "{json} {text}");
        }
    }
}
