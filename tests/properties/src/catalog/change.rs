//! Texts that are nearly catalogs.

use arbitrary::{Arbitrary, Result, Unstructured};
use manila_catalogs::SOURCES;

/// Small catalogs with most of what a file can hold.
pub(super) const SMALL: [&str; 2] = [
    include_str!("../../catalogs/placeholders.toml"),
    include_str!("../../catalogs/kebab.toml"),
];

/// Words and signs of the format, and a few that only look so.
const TOKENS: [&str; 33] = [
    "[catalog]\n",
    "[conditions]\n",
    "[rules]\nemail = \"a\"\n",
    "[codes.a]\n",
    "[codes.A_B.details]\n",
    "[[codes]]\n",
    "status = 400\n",
    "statuses = [400, 404]\n",
    "number = -1\n",
    "derived = true\n",
    "message = \"{ $a }\"\n",
    "details = { a = { type = \"string\" } }\n",
    "related = [\"a\"]\n",
    "retry = \"after\"\n",
    "replaced_by = \"a\"\n",
    "allow = { no-message = \"\" }\n",
    "wire = \"number\"\n",
    "digits = \"status\"\n",
    "exit_codes = { 400 = 3 }\n",
    "locales = [\"en\", \"es\"]\n",
    "[",
    "]",
    "{ ",
    " }",
    "=",
    "\"",
    "'''",
    "\\u0000",
    "\u{feff}",
    "é🦀",
    "\r\n",
    "0x7fffffff",
    "1979-05-27",
];

/// A catalog that somebody has changed without looking.
#[derive(Debug, Clone)]
pub struct Draft(String);

impl Draft {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl<'a> Arbitrary<'a> for Draft {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        // The short ones more often: they leave more room for changes that matter.
        let mut text = match u.int_in_range(0..=9)? {
            0 => String::arbitrary(u)?,
            1 => u.choose(SOURCES)?.1.to_owned(),
            _ => (*u.choose(&SMALL)?).to_owned(),
        };
        for _ in 0..u.int_in_range(0..=6)? {
            text = change(&text, u)?;
        }
        Ok(Self(text))
    }
}

/// The text with one change that a person could have made: a line that is moved, doubled or
/// gone, a word that stands elsewhere, a character too many.
///
/// # Errors
///
/// If there are no more bytes to choose by.
pub fn change(text: &str, u: &mut Unstructured<'_>) -> Result<String> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let kind = u.int_in_range(0..=5)?;
    if lines.is_empty() || kind >= 4 {
        return splice(text, u);
    }
    let at = u.choose_index(lines.len())?;
    let other = u.choose_index(lines.len())?;
    match kind {
        0 => lines.swap(at, other),
        1 => lines.insert(other, lines[at]),
        2 => {
            lines.drain(at.min(other)..(at.min(other) + 3).min(lines.len()));
        }
        _ => {
            let (_, source) = u.choose(SOURCES)?;
            let foreign: Vec<&str> = source.split_inclusive('\n').collect();
            lines.insert(at, foreign[u.choose_index(foreign.len())?]);
        }
    }
    Ok(lines.concat())
}

/// Puts a token, or nothing, in the place of a few characters.
fn splice(text: &str, u: &mut Unstructured<'_>) -> Result<String> {
    let start = boundary(text, u.int_in_range(0..=text.len())?);
    let length = u.int_in_range(0..=12)?;
    let end = boundary(text, (start + length).min(text.len())).max(start);
    let token = if u.arbitrary()? {
        *u.choose(&TOKENS)?
    } else {
        ""
    };
    Ok([&text[..start], token, &text[end..]].concat())
}

fn boundary(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
