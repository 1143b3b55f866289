//! Values as TOML writes them.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use crate::shown::shown;

/// The most characters of a list on one line.
const WIDTH: usize = 120;

/// A value.
pub(super) enum Value<'v> {
    Text(&'v str),
    List(&'v [String]),
    /// A number or a boolean.
    Raw(&'v str),
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(value) => f.write_str(&string(value)),
            Self::Raw(value) => f.write_str(value),
            Self::List(items) => {
                let items: Vec<_> = items.iter().map(|item| string(item)).collect();
                let list = format!("[{}]", items.join(", "));
                if list.chars().count() <= WIDTH {
                    return f.write_str(&list);
                }
                f.write_str("[\n")?;
                for item in items {
                    writeln!(f, "    {item},")?;
                }
                f.write_str("]")
            }
        }
    }
}

/// A text as the value of a key of its own: of several lines, if it has them.
pub(super) fn text(value: &str) -> String {
    if !value.contains('\n') {
        return string(value);
    }
    let mut lines = String::from("\"\"\"\n");
    for character in value.chars() {
        match character {
            '\n' => lines.push('\n'),
            other => escape(other, &mut lines),
        }
    }
    lines + "\"\"\""
}

/// A text on one line.
fn string(value: &str) -> String {
    let mut string = String::from("\"");
    for character in value.chars() {
        escape(character, &mut string);
    }
    string.push('"');
    string
}

/// Beside what TOML asks for, what a reader of the file would not see.
fn escape(character: char, string: &mut String) {
    match character {
        '"' => string.push_str("\\\""),
        '\\' => string.push_str("\\\\"),
        '\t' => string.push_str("\\t"),
        '\n' => string.push_str("\\n"),
        '\r' => string.push_str("\\r"),
        other => {
            let mut shown = manila_catalog_file::printable(other);
            if shown.next() == Some(other) {
                string.push(other);
            } else {
                let _ = write!(string, "\\u{:04X}", u32::from(other));
            }
        }
    }
}

/// A key, quoted where it has to be.
pub(super) fn key(name: &str) -> Cow<'_, str> {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if !name.is_empty() && name.chars().all(is_bare) {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(string(name))
    }
}

/// A text as part of a comment.
pub(super) fn one_line(text: &str) -> String {
    shown(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
