//! Texts that are likely to break something.

use arbitrary::{Arbitrary, Result, Unstructured};

/// What no text of an input contains, so that it marks what must not leave.
pub(crate) const CANARY: &str = "canary";

/// Characters and words that mean something to JSON, HTML, JavaScript, HTTP, a log or a terminal.
const FRAGMENTS: [&str; 26] = [
    "a",
    "email",
    "limit",
    "seconds",
    "<script>",
    "</",
    "&amp;",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}",
    "\u{feff}",
    "\u{7f}",
    "\0",
    "\u{1b}[31m",
    "\r\n",
    "\\",
    "\"",
    "/",
    "~",
    "~1",
    "%",
    "{ $",
    " }",
    "é",
    "🦀",
    "\u{e2}",
];

/// Any text without the canary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Text(pub(crate) String);

impl<'a> Arbitrary<'a> for Text {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut text = String::new();
        for _ in 0..u.int_in_range(0..=5)? {
            match u.int_in_range(0..=3)? {
                0 | 1 => text.push_str(u.choose(&FRAGMENTS)?),
                2 => text.push(u.arbitrary()?),
                _ => {
                    // `str` itself would take half of what is left, and leave the rest of the
                    // case to zeros.
                    let length = u.int_in_range(0..=16)?.min(u.len());
                    text.push_str(&String::from_utf8_lossy(u.bytes(length)?));
                }
            }
        }
        if text.to_ascii_lowercase().contains(CANARY) {
            text.clear();
        }
        Ok(Self(text))
    }
}

/// One of the names that a list gives, else any text.
pub(crate) fn name<'a>(u: &mut Unstructured<'a>, known: &[&str]) -> Result<String> {
    if u.ratio(3, 4)? {
        u.choose(known).map(|name| (*name).to_owned())
    } else {
        Text::arbitrary(u).map(|text| text.0)
    }
}

/// A token of RFC 9110 §5.6.2, in lower case.
pub(crate) fn is_field_name(name: &str) -> bool {
    const OTHERS: &str = "!#$%&'*+-.^_`|~";
    let is_in_token = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || OTHERS.contains(c);
    !name.is_empty() && name.chars().all(is_in_token)
}

/// A field value (RFC 9110 §5.5) that a server may write without doubt: visible ASCII, with blanks
/// and tabs between.
pub(crate) fn is_field_value(value: &[u8]) -> bool {
    let is_visible = |byte: &u8| (0x21..=0x7e).contains(byte);
    let ends_well = |byte: Option<&u8>| byte.is_none_or(is_visible);
    value
        .iter()
        .all(|byte| is_visible(byte) || matches!(byte, b' ' | b'\t'))
        && ends_well(value.first())
        && ends_well(value.last())
}

/// The grammar of request ids.
pub(crate) fn is_id(id: &[u8]) -> bool {
    let is_in_id =
        |byte: &u8| matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
    !id.is_empty() && id.len() <= 128 && id.iter().all(is_in_id)
}

/// A UUID as RFC 9562 §4 writes it.
pub(crate) fn is_uuid(id: &str) -> bool {
    let groups: Vec<_> = id.split('-').collect();
    let is_hex = |group: &&str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]) && groups.iter().all(is_hex)
}

/// The trace id of a valid `traceparent` (W3C Trace Context §3.2).
pub(crate) fn trace_id(field: &str) -> Option<&str> {
    let bytes = field.as_bytes();
    let is_hex = |range: std::ops::Range<usize>| {
        bytes.get(range).is_some_and(|part| {
            part.iter()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        })
    };
    let is_set = |range: std::ops::Range<usize>| bytes[range].iter().any(|byte| *byte != b'0');
    let is_dash = |at: usize| bytes.get(at) == Some(&b'-');
    let fits = is_hex(0..2)
        && is_dash(2)
        && is_hex(3..35)
        && is_dash(35)
        && is_hex(36..52)
        && is_dash(52)
        && is_hex(53..55);
    if !fits || !is_set(3..35) || !is_set(36..52) || &bytes[..2] == b"ff" {
        return None;
    }
    let ends = bytes.len() == 55 || (&bytes[..2] != b"00" && is_dash(55));
    ends.then(|| &field[3..35])
}
