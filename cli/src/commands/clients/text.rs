//! Texts of catalogs in the sources of programs.

use manila_catalog_file::printable;

/// The widest line of a comment.
const WIDTH: usize = 110;

/// A text as a literal in double quotes, which TypeScript and Python read alike.
pub(super) fn literal(text: &str) -> String {
    let quoted = serde_json::to_string(text).unwrap_or_default();
    let mut literal = String::with_capacity(quoted.len());
    for character in quoted.chars() {
        if printable(character).eq([character]) {
            literal.push(character);
        } else {
            literal.extend(format!("\\u{:04x}", u32::from(character)).chars());
        }
    }
    literal
}

/// Whether a name can stand in a program without quotes. It is none of the words that a language reserves.
pub(super) fn is_identifier(name: &str, reserved: &str) -> bool {
    let fits = |character: char| character.is_ascii_alphanumeric() || character == '_';
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(fits)
        && !reserved.split(' ').any(|word| word == name)
}

/// The lines of a comment, with an empty one between two paragraphs. No character in them reorders or hides text.
pub(super) fn lines(paragraphs: &[String], indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        for text in paragraph.lines() {
            wrap(text, indent, &mut lines);
        }
    }
    lines
}

fn wrap(text: &str, indent: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in text.split_whitespace() {
        let word: String = word.chars().flat_map(printable).collect();
        let length = line.chars().count() + word.chars().count();
        if !line.is_empty() && length + indent >= WIDTH {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line += &word;
    }
    lines.push(line);
}
