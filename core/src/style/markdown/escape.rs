//! Texts that mean nothing to a reader of Markdown or YAML but what they say.
//!
//! Each is written on one line. A text of a caller's can open no block, as nothing of it is at the start
//! of a line unescaped, and no inline: what could is behind a backslash (CommonMark 0.31 §2.4), or inside a
//! code span, which ends at a run of backticks that is not in it (§6.1).

use crate::json::{Buffer, Sink as _};

/// What stands for a character that is not seen but steers what is shown, and for one that is none.
const UNSEEN: char = '\u{fffd}';

/// Writes a text as a sentence, without white space around it or in rows.
pub(super) fn put_text(out: &mut Buffer, text: &str) {
    let mut line = Line::default();
    for word in text.split_whitespace() {
        if line.has_begun {
            out.put(b" ");
            line.is_number = false;
        }
        for (at, character) in word.char_indices() {
            let next = word[at..].chars().nth(1);
            if line.means_something(character, &word[..at], next) {
                out.put(b"\\");
            }
            put_seen(out, character);
            line.has_begun = true;
        }
    }
}

/// Where a sentence is in its line.
#[derive(Default)]
struct Line {
    has_begun: bool,
    /// Whether there are only digits so far, which number the item of a list before a dot.
    is_number: bool,
}

impl Line {
    fn means_something(&mut self, character: char, before: &str, next: Option<char>) -> bool {
        let is_first = !self.has_begun;
        let was_number = self.is_number;
        self.is_number = character.is_ascii_digit() && (is_first || was_number);
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '^' | '$'
            | '@' => true,
            '-' | '+' | '=' => is_first,
            ')' => was_number,
            // What looks like an address is a link in GitHub's dialect ("Autolinks").
            ':' => is_first || next == Some('/'),
            '.' => was_number || ends_with_www(before),
            _ => false,
        }
    }
}

fn ends_with_www(text: &str) -> bool {
    let start = text.len().saturating_sub("www".len());
    text.get(start..)
        .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// Writes a text with its spans of code as such, as authors of catalogs mark them.
pub(super) fn put_text_with_code(out: &mut Buffer, text: &str) {
    if !text.matches('`').count().is_multiple_of(2) {
        return put_text(out, text);
    }
    for (at, part) in text.split('`').enumerate() {
        if at % 2 == 1 {
            put_code(out, part);
            continue;
        }
        if at > 0 && part.starts_with(char::is_whitespace) {
            out.put(b" ");
        }
        put_text(out, part);
        if !part.trim().is_empty() && part.ends_with(char::is_whitespace) {
            out.put(b" ");
        }
    }
}

/// Writes a text as a span of code.
pub(super) fn put_code(out: &mut Buffer, text: &str) {
    let mut fence = 1;
    for run in text.split(|character| character != '`') {
        fence = fence.max(run.len() + 1);
    }
    put_fence(out, fence);
    // A space on each side is no part of what is inside.
    let is_padded = text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    if is_padded {
        out.put(b" ");
    }
    for character in text.chars() {
        put_seen(
            out,
            if character.is_whitespace() {
                ' '
            } else {
                character
            },
        );
    }
    if is_padded && !text.is_empty() {
        out.put(b" ");
    }
    put_fence(out, fence);
}

fn put_fence(out: &mut Buffer, count: usize) {
    const FENCE: &[u8] = &[b'`'; 64];

    let mut rest = count;
    while rest > 0 {
        let part = rest.min(FENCE.len());
        out.put(&FENCE[..part]);
        rest -= part;
    }
}

fn put_seen(out: &mut Buffer, character: char) {
    let shown = if is_seen(character) {
        character
    } else {
        UNSEEN
    };
    out.put(shown.encode_utf8(&mut [0; 4]).as_bytes());
}

fn is_seen(character: char) -> bool {
    manila_catalog_file::printable(character).eq([character])
}

/// Writes a scalar of YAML 1.2 in double quotes (§7.3.1). What is neither ASCII nor of a word is escaped, so
/// that no reader takes it for the end of a line.
pub(super) fn put_scalar(out: &mut Buffer, text: &str) {
    out.put(b"\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.put(&[b'\\', character as u8]),
            ' ' | '!'..='~' => out.put(&[character as u8]),
            _ if character.is_alphanumeric() => put_seen(out, character),
            _ => out.put(escape(character).as_bytes()),
        }
    }
    out.put(b"\"");
}

fn escape(character: char) -> String {
    let code = u32::from(character);
    match u16::try_from(code) {
        Ok(code) => format!("\\u{code:04X}"),
        Err(_) => format!("\\U{code:08X}"),
    }
}
