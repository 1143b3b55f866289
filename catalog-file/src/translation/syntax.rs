//! The syntax of a Fluent file, with the place of each part.

use std::ops::Range;

use fluent_syntax::ast::{Attribute, Entry, Message, Resource, Term};
use fluent_syntax::parser::{ParserError, parse};

use super::rule::TranslationRule as Rule;
use crate::diagnostic::Mistake;
use crate::text::printable;

/// How deep placeables and calls may nest. The parser, and what formats a message, call themselves for each
/// level; no sentence that people read has three.
const DEEPEST: usize = 32;

/// A Fluent file whose parts know where they stand.
pub(super) struct File<'t> {
    text: &'t str,
    resource: Resource<&'t str>,
}

impl<'t> File<'t> {
    /// Reads a file. What is no Fluent is told and left out.
    pub(super) fn read(text: &'t str) -> (Self, Vec<Mistake>) {
        if let Some(at) = too_deep(text) {
            let message = format!("placeables nest deeper than {DEEPEST} levels here");
            let mistake = malformed(at..at + 1, message);
            return (Self::of(text, Resource { body: Vec::new() }), vec![mistake]);
        }
        if let Some(at) = cut_escape(text) {
            let message =
                "an escape is `\\uXXXX` or `\\UXXXXXX`, with hexadecimal digits".to_owned();
            let mistake = malformed(at..at + 2, message);
            return (Self::of(text, Resource { body: Vec::new() }), vec![mistake]);
        }
        match parse(text) {
            Ok(resource) => (Self::of(text, resource), Vec::new()),
            Err((resource, errors)) => {
                let mistakes = errors.iter().map(mistake);
                let mistakes = mistakes.collect();
                (Self::of(text, resource), mistakes)
            }
        }
    }

    const fn of(text: &'t str, resource: Resource<&'t str>) -> Self {
        Self { text, resource }
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = &Message<&'t str>> {
        self.resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        })
    }

    pub(super) fn terms(&self) -> impl Iterator<Item = &Term<&'t str>> {
        self.resource.body.iter().filter_map(|entry| match entry {
            Entry::Term(term) => Some(term),
            _ => None,
        })
    }

    /// Where a part of the text stands in it.
    pub(super) fn span(&self, part: &str) -> Range<usize> {
        let start = part.as_ptr().addr().checked_sub(self.text.as_ptr().addr());
        let start = start.filter(|start| start + part.len() <= self.text.len());
        start.map_or(0..0, |start| start..start + part.len())
    }

    /// Where the name of an attribute stands, from its dot on.
    pub(super) fn span_of(&self, attribute: &Attribute<&'t str>) -> Range<usize> {
        let span = self.span(attribute.id.name);
        span.start.saturating_sub(1)..span.end
    }
}

fn mistake(error: &ParserError) -> Mistake {
    let message = error.kind.to_string();
    let mut message: String = message.chars().flat_map(printable).collect();
    if let Some(first) = message.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    let end = error.pos.end.max(error.pos.start + 1);
    malformed(
        error.pos.start..end,
        format!("this is not Fluent: {}", message.replace('"', "`")),
    )
}

fn malformed(span: Range<usize>, message: String) -> Mistake {
    Mistake::error(Rule::MalformedFluent.as_str(), span, message, None)
}

/// The place from which a text nests too deep. Braces open a placeable and parentheses in one a call; a line
/// that begins a message ends whatever is open, as nothing in a pattern can stand there.
fn too_deep(text: &str) -> Option<usize> {
    let mut open: Vec<u8> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let is_start = at == 0 || bytes[at - 1] == b'\n';
        match byte {
            // Nothing in a pattern begins like a comment.
            b'#' if is_start => {
                open.clear();
                at += bytes[at..].iter().take_while(|it| **it != b'\n').count();
                continue;
            }
            b'{' => open.push(b'}'),
            b'(' if !open.is_empty() => open.push(b')'),
            b'"' if !open.is_empty() => at = end_of_literal(bytes, at),
            b'\n' if begins_message(&bytes[at + 1..]) => open.clear(),
            // A parenthesis may as well be text of a variant, and stay open.
            b'}' => while open.pop().is_some_and(|open| open != b'}') {},
            b')' if open.last() == Some(byte) => {
                open.pop();
            }
            _ => {}
        }
        if open.len() > DEEPEST {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The place of an escape that a character which is not of ASCII ends too early. The parser would cut that
/// character, and panic. Only a literal has escapes, and none has two lines.
fn cut_escape(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bytes = line.as_bytes();
        let quote = bytes.iter().position(|byte| *byte == b'"');
        let mut at = quote.unwrap_or(bytes.len());
        while let Some(byte) = bytes.get(at) {
            let digits = match (byte, bytes.get(at + 1)) {
                (b'\\', Some(b'u')) => 4,
                (b'\\', Some(b'U')) => 6,
                // A backslash that is escaped begins nothing.
                (b'\\', Some(_)) => {
                    at += 2;
                    continue;
                }
                _ => {
                    at += 1;
                    continue;
                }
            };
            let mut behind = bytes[at + 2..].iter().take(digits);
            let end = behind.find(|byte| !byte.is_ascii_hexdigit());
            if end.is_some_and(|end| !end.is_ascii()) {
                return Some(start + at);
            }
            at += 2;
        }
        start += line.len();
    }
    None
}

/// The place of the quotation mark that closes a literal, or of what stands before the end of its line.
fn end_of_literal(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        match bytes.get(at) {
            Some(b'\\') if bytes.get(at + 1) != Some(&b'\n') => at += 2,
            Some(b'"') => return at,
            None | Some(b'\n') => return at - 1,
            Some(_) => at += 1,
        }
    }
}

fn begins_message(line: &[u8]) -> bool {
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let length = line.iter().take_while(|byte| is_of_name(byte)).count();
    let mut behind = line[length..].iter().skip_while(|byte| **byte == b' ');
    length > 0 && behind.next() == Some(&b'=')
}
