//! Texts for the log, which are bounded while they are made.
//!
//! An error may say as much as a client has sent. What does not fit is never copied: the writer
//! fails, which ends a `Display` that is being written.

use std::fmt::{self, Write};

use manila_catalog_file::printable;

/// The most bytes of a text, and of all texts of one event together.
pub(crate) const LONGEST: usize = 8 * 1024;

/// What stands at the end of a text of which a part was left out.
const CUT: &str = "… [cut]";

/// A text that ends at a bound, between two characters and with a mark that says so.
pub(crate) struct BoundedText {
    text: String,
    limit: usize,
    is_line: bool,
    is_cut: bool,
}

impl BoundedText {
    /// Creates an empty text of any characters.
    pub(crate) const fn new() -> Self {
        Self::of(LONGEST, false)
    }

    /// Creates an empty line: what would end it, steer a terminal or reorder text is escaped.
    pub(crate) const fn one_line() -> Self {
        Self::line_of(LONGEST)
    }

    /// Creates an empty line of at most so many bytes.
    pub(crate) const fn line_of(limit: usize) -> Self {
        Self::of(limit, true)
    }

    const fn of(limit: usize, is_line: bool) -> Self {
        Self {
            text: String::new(),
            limit,
            is_line,
            is_cut: false,
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn into_string(self) -> String {
        self.text
    }

    pub(crate) const fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether something was left out, so that nothing more is taken.
    pub(crate) const fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Takes the end off, unless it was cut.
    pub(crate) fn truncate(&mut self, len: usize) {
        if !self.is_cut {
            self.text.truncate(len);
        }
    }

    /// Puts a shorter text in the place of the end, also of one that was cut.
    pub(crate) fn replace_end(&mut self, start: usize, text: &str) {
        self.text.replace_range(start.., text);
    }

    /// How many bytes there are beside the mark.
    const fn room(&self) -> usize {
        let used = self.text.len() + CUT.len();
        self.limit.saturating_sub(used)
    }

    #[cold]
    fn cut(&mut self) -> fmt::Error {
        self.is_cut = true;
        if self.text.len() + CUT.len() <= self.limit {
            self.text.push_str(CUT);
        }
        fmt::Error
    }

    /// Adds a character, or what it is written as, whole or not at all.
    fn push(&mut self, characters: impl Iterator<Item = char>) -> fmt::Result {
        let (end, room) = (self.text.len(), self.room());
        self.text.extend(characters);
        if self.text.len() - end > room {
            self.text.truncate(end);
            return Err(self.cut());
        }
        Ok(())
    }
}

impl Write for BoundedText {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.is_cut {
            return Err(fmt::Error);
        }
        let is_plain = || text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if text.len() <= self.room() && (!self.is_line || is_plain()) {
            self.text.push_str(text);
            return Ok(());
        }
        for character in text.chars() {
            if self.is_line {
                self.push(printable(character))?;
            } else {
                self.push(std::iter::once(character))?;
            }
        }
        Ok(())
    }
}

/// Cuts a text to at most so many bytes, between two characters.
pub(crate) fn cut_to(text: &mut String, most: usize) {
    let end = (0..=most.min(text.len())).rfind(|at| text.is_char_boundary(*at));
    text.truncate(end.unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(mut text: BoundedText, parts: &[&str]) -> String {
        for part in parts {
            let _ = text.write_str(part);
        }
        text.into_string()
    }

    #[test]
    fn a_text_ends_at_its_bound_between_two_characters() {
        let line = || BoundedText::line_of(16);
        assert_eq!(written(line(), &["1234567"]), "1234567");
        assert_eq!(written(line(), &["1234567", "89", "0"]), "1234567… [cut]");
        assert_eq!(written(line(), &["äöüä"]), "äöü… [cut]");
        // An escape is whole.
        assert_eq!(written(line(), &["12345", "\u{202e}"]), "12345… [cut]");
        assert_eq!(written(BoundedText::line_of(4), &["12345"]), "");
    }

    #[test]
    fn a_line_has_no_character_that_is_not_seen() {
        let unseen = "\n\r\t\0\u{1b}\u{7f}\u{85}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\
                      \u{202a}\u{202e}\u{2066}\u{2069}";
        let line = written(BoundedText::one_line(), &[unseen, "é\u{200d}"]);
        let (escaped, seen) = line.split_at(line.len() - "é\u{200d}".len());
        assert!(
            escaped.is_ascii() && !escaped.contains(char::is_control),
            "{escaped}"
        );
        assert_eq!(escaped.matches('\\').count(), unseen.chars().count());
        assert_eq!(seen, "é\u{200d}");
        assert_eq!(written(BoundedText::new(), &[unseen]), unseen);
    }
}
