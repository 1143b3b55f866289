//! What the syntax of a file has broken.

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use crate::{
    diagnostic::{Mistake, boundary},
    phrase::quoted,
};

/// The mistakes of the syntax, and the parts of the text that cannot be judged for them.
#[derive(Debug, Default)]
pub(super) struct Damage {
    pub(super) mistakes: Vec<Mistake>,
    unread: Vec<Range<usize>>,
}

impl Damage {
    /// Sorts out the errors of the parser, as one mistake has many consequences.
    ///
    /// Of the errors in one value, or else on one line, the first counts. From there to the next
    /// table nothing is judged, since the tree may lack anything. A key that is there twice breaks
    /// nothing.
    pub(super) fn of(text: &str, tree: &DeTable<'_>, errors: &[Error]) -> Self {
        let mut damage = Self::default();
        let (twice, broken): (Vec<_>, Vec<_>) = in_order(text, errors)
            .into_iter()
            .partition(|fault| fault.message == "duplicate key");
        if !broken.is_empty() {
            for wound in wounds(&values_of(text, tree), broken) {
                damage.broken(text, wound);
            }
        }
        damage.duplicates(text, twice);
        damage
    }

    /// Whether the tree is whole.
    pub(super) fn spares_everything(&self) -> bool {
        self.unread.is_empty()
    }

    /// Whether what stands there was read as it was meant.
    pub(super) fn spares(&self, at: usize) -> bool {
        let before = self.unread.partition_point(|unread| unread.start <= at);
        self.unread[..before]
            .last()
            .is_none_or(|unread| unread.end <= at)
    }

    fn broken(&mut self, text: &str, wound: Wound<'_>) {
        if self
            .unread
            .last()
            .is_none_or(|unread| unread.end <= wound.end)
        {
            self.unread.push(wound.line..next_table(text, wound.end));
        }
        self.add("syntax", wound.span, wound.message.to_owned());
    }

    fn duplicates(&mut self, text: &str, twice: Vec<Fault<'_>>) {
        let mut same_table = 0;
        for fault in twice {
            let at = fault.span.start;
            if at < same_table || !self.spares(at) {
                continue;
            }
            if fault.in_header {
                same_table = next_table(text, at);
            }
            let message = format!("duplicate {}", quoted(&text[fault.span.clone()]));
            self.add("duplicate-key", fault.span, message);
        }
    }

    fn add(&mut self, rule: &'static str, span: Range<usize>, message: String) {
        self.mistakes
            .push(Mistake::error(rule, span, message, None));
    }
}

/// An error of the parser.
#[derive(Debug)]
struct Fault<'e> {
    message: &'e str,
    span: Range<usize>,
    /// Where its line starts.
    line: usize,
    /// Whether the line is the header of a table.
    in_header: bool,
}

/// The errors in the order of the text. Their lines are found in one pass over it.
fn in_order<'e>(text: &str, errors: &'e [Error]) -> Vec<Fault<'e>> {
    let span = |error: &Error| {
        let span = error.span().unwrap_or_default();
        let start = boundary(text, span.start);
        start..boundary(text, span.end).max(start)
    };
    let mut errors: Vec<_> = errors.iter().map(|error| (span(error), error)).collect();
    errors.sort_by_key(|(span, _)| span.start);
    let mut line = 0;
    let mut in_header = is_header(text);
    let mut seen = 0;
    let locate = |(span, error): (Range<usize>, &'e Error)| {
        if let Some(newline) = text[seen..span.start].rfind('\n') {
            line = seen + newline + 1;
            in_header = is_header(&text[line..]);
        }
        seen = span.start;
        Fault {
            message: error.message(),
            span,
            line,
            in_header,
        }
    };
    errors.into_iter().map(locate).collect()
}

/// What one mistake has broken.
#[derive(Debug)]
struct Wound<'e> {
    message: &'e str,
    span: Range<usize>,
    /// Where the line starts that it begins on.
    line: usize,
    /// Where the value ends that it is in.
    end: usize,
}

/// The faults, with those put together that are in one value or on one line.
fn wounds<'e>(values: &[Range<usize>], faults: Vec<Fault<'e>>) -> Vec<Wound<'e>> {
    let mut wounds: Vec<Wound<'e>> = Vec::new();
    for fault in faults {
        let at = fault.span.start;
        let before = values.partition_point(|value| value.start <= at);
        let value = values[..before].last().filter(|value| at <= value.end);
        // The end of the file is where the parser misses a bracket, and not where the user does.
        let opening = value
            .filter(|value| at == value.end && is_unclosed(fault.message))
            .map(|value| value.start..value.start);
        match wounds.last_mut() {
            Some(last) if fault.line == last.line || at <= last.end => {
                if let Some(opening) = opening {
                    last.message = fault.message;
                    last.span = opening;
                }
            }
            _ => wounds.push(Wound {
                message: fault.message,
                line: fault.line,
                end: value.map_or(at, |value| value.end),
                span: opening.unwrap_or(fault.span),
            }),
        }
    }
    wounds
}

fn is_unclosed(message: &str) -> bool {
    message.starts_with("unclosed") || message.starts_with("invalid multi-line")
}

/// The spans of the values of all tables that have a header or none, in the order of the text.
fn values_of(text: &str, tree: &DeTable<'_>) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    let mut tables = vec![tree];
    while let Some(table) = tables.pop() {
        for value in table.values() {
            let span = value.span();
            let is_inline = text.as_bytes().get(span.start) == Some(&b'{');
            match value.get_ref() {
                DeValue::Table(table) if !is_inline => tables.push(table),
                _ => values.push(span),
            }
        }
    }
    values.sort_by_key(|value| value.start);
    values
}

/// Where the next line that looks like the header of a table starts.
fn next_table(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let mut lines = rest.match_indices('\n').map(|(newline, _)| newline + 1);
    lines
        .find(|line| is_header(&rest[*line..]))
        .map_or(usize::MAX, |line| from + line)
}

fn is_header(line: &str) -> bool {
    line.trim_start_matches([' ', '\t']).starts_with('[')
}
