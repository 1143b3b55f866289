//! The bytes of a value, by code that shares nothing with the library.

use std::fmt::{Display, Formatter, Result, Write as _};

use super::Json;

/// Without blanks, members in their order, and harmless wherever a body ends up.
impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Boolean(value) => write!(f, "{value}"),
            Self::Number(spelled) => f.write_str(spelled),
            Self::Text(text) => string(text, f),
            Self::Array(elements) => {
                list('[', ']', elements, f, |element, f| write!(f, "{element}"))
            }
            Self::Object(members) => list('{', '}', members, f, |(name, value), f| {
                string(name, f)?;
                write!(f, ":{value}")
            }),
        }
    }
}

fn list<T>(
    open: char,
    close: char,
    items: &[T],
    f: &mut Formatter<'_>,
    write: impl Fn(&T, &mut Formatter<'_>) -> Result,
) -> Result {
    f.write_char(open)?;
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            f.write_char(',')?;
        }
        write(item, f)?;
    }
    f.write_char(close)
}

fn string(text: &str, f: &mut Formatter<'_>) -> Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\u{8}' => f.write_str("\\b")?,
            '\t' => f.write_str("\\t")?,
            '\n' => f.write_str("\\n")?,
            '\u{c}' => f.write_str("\\f")?,
            '\r' => f.write_str("\\r")?,
            '\0'..'\u{20}' | '<' | '>' | '&' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                write!(f, "\\u{:04x}", u32::from(c))?;
            }
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}
