//! What keeps a text a text in the formats of a site. Templates escape by their endings, as `askama.toml` says.

use std::fmt::{self, Write};

use askama::filters::Escaper;
use manila_catalog_file::printable;

/// Escapes for HTML and XML: the signs of markup, and what is not seen, which XML does not allow in part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Markup;

impl Escaper for Markup {
    fn write_escaped_str<W: Write>(&self, mut out: W, text: &str) -> fmt::Result {
        for character in text.chars() {
            match character {
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\'' => out.write_str("&#39;")?,
                '\n' => out.write_char('\n')?,
                other => printable(other).try_for_each(|c| out.write_char(c))?,
            }
        }
        Ok(())
    }
}

/// Escapes a text inside of a line of Markdown (CommonMark 0.31, §2.4): it can begin no block, no emphasis, no
/// code and no link, and a line end in it is a space.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Markdown;

impl Escaper for Markdown {
    fn write_escaped_str<W: Write>(&self, mut out: W, text: &str) -> fmt::Result {
        let text = text.trim();
        let mut before = None;
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            let after = characters.peek().copied();
            match character {
                '\n' | '\r' | '\t' => out.write_char(' ')?,
                _ if is_sign(character, before, after) => {
                    out.write_char('\\')?;
                    out.write_char(character)?;
                }
                seen if printable(seen).eq([seen]) => out.write_char(seen)?,
                // What it is escaped with is to be seen.
                unseen => write!(out, "\\\\u\\{{{:x}\\}}", u32::from(unseen))?,
            }
            before = Some(character);
        }
        Ok(())
    }
}

/// Whether a character means something to a reader of Markdown, where it stands.
fn is_sign(character: char, before: Option<char>, after: Option<char>) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match character {
        '\\' | '`' | '*' | '[' | ']' | '{' | '}' | '<' | '>' | '~' | '|' | '!' | '$' => true,
        // A reference to a character.
        '&' => after.is_some_and(|after| after.is_ascii_alphanumeric() || after == '#'),
        // Inside of a word it is no emphasis.
        '_' => !is_word(before) || !is_word(after),
        // What opens a block does so at the start of a line alone; a text may stand there.
        '#' | '-' | '+' | '=' => before.is_none() || before == Some(character),
        '.' | ')' => before.is_some_and(|before| before.is_ascii_digit()) && !is_word(after),
        ':' => after == Some('/'),
        _ => false,
    }
}

/// A text as a string of YAML, on one line (YAML 1.2, §7.3.1).
pub(crate) struct Yaml<'a>(pub(crate) &'a str);

impl fmt::Display for Yaml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.0.chars() {
            match character {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                '\t' => f.write_str("\\t")?,
                other if printable(other).eq([other]) => f.write_char(other)?,
                unseen => write!(f, "\\U{:08x}", u32::from(unseen))?,
            }
        }
        f.write_char('"')
    }
}
