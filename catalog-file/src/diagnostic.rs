//! A mistake at its place in a file.

use std::{fmt, ops::Range};

use crate::Level;

/// A mistake at its place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The rule's id, in kebab-case; `more` for all that is left out where there are more than 1,000.
    pub rule: &'static str,
    /// What it means for the catalog.
    pub level: Level,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it, in one line.
    pub help: Option<String>,
    /// The code whose entry it is in, if it is in one.
    pub code: Option<String>,
    /// Where in the text, in bytes.
    pub span: Range<usize>,
    /// The line that the span starts on, counted from 1.
    pub line: usize,
    /// The character of that line that the span starts at, counted from 1.
    pub column: usize,
}

impl Diagnostic {
    /// Returns the diagnostic as text, for a file of that name.
    ///
    /// ```
    /// let mistakes = manila_catalog_file::read("[catalog]\nname = 5\ncase = 'snake_case'").unwrap_err();
    /// assert_eq!(
    ///     mistakes[0].with_file("errors.toml").to_string(),
    ///     "errors.toml:2:8: `name` takes a string, not an integer [wrong-type]\n  help: put it in quotes",
    /// );
    /// ```
    pub fn with_file(&self, file: impl fmt::Display) -> impl fmt::Display {
        InFile {
            diagnostic: self,
            file,
        }
    }
}

struct InFile<'d, F> {
    diagnostic: &'d Diagnostic,
    file: F,
}

impl<F: fmt::Display> fmt::Display for InFile<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic {
            rule,
            message,
            help,
            line,
            column,
            level: _,
            code: _,
            span: _,
        } = self.diagnostic;
        write!(f, "{}:{line}:{column}: {message} [{rule}]", self.file)?;
        match help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

/// A mistake whose line and column are not counted yet.
#[derive(Debug)]
pub(crate) struct Mistake {
    pub(crate) rule: &'static str,
    pub(crate) level: Level,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) span: Range<usize>,
}

impl Mistake {
    /// Creates an error of a text as such, whichever code it may be in.
    pub(crate) fn error(
        rule: &'static str,
        span: Range<usize>,
        message: String,
        help: Option<String>,
    ) -> Self {
        Self {
            rule,
            level: Level::Error,
            message,
            help,
            code: None,
            span,
        }
    }
}

/// How many mistakes are told of a text. Nobody reads more of them, and each takes memory and time.
pub(crate) const MOST: usize = 1000;

/// The id of what stands for the mistakes that are not told.
const MORE: &str = "more";

/// Sorts mistakes as they stand in the text, and counts lines and columns in one pass over it.
pub(crate) fn locate(text: &str, mut mistakes: Vec<Mistake>) -> Vec<Diagnostic> {
    mistakes.sort_by_key(|mistake| mistake.span.start);
    cut(&mut mistakes);
    // Nobody sees the mark that some editors begin a text with: it is no column.
    let mut counted = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let (mut line, mut column) = (1, 1);
    let mut diagnostics = Vec::with_capacity(mistakes.len());
    for mistake in mistakes {
        let start = boundary(text, mistake.span.start).max(counted);
        let skipped = &text[counted..start];
        counted = start;
        if let Some(newline) = skipped.rfind('\n') {
            line += skipped.matches('\n').count();
            column = 1 + skipped[newline + 1..].chars().count();
        } else {
            column += skipped.chars().count();
        }
        diagnostics.push(Diagnostic {
            rule: mistake.rule,
            level: mistake.level,
            message: mistake.message,
            help: mistake.help,
            code: mistake.code,
            span: start..boundary(text, mistake.span.end).max(start),
            line,
            column,
        });
    }
    diagnostics
}

/// Leaves as many mistakes as are told, and says so where the others begin.
fn cut(mistakes: &mut Vec<Mistake>) {
    let Some(next) = mistakes.get(MOST) else {
        return;
    };
    let is_of = |level: Level| {
        mistakes[MOST..]
            .iter()
            .any(|mistake| mistake.level == level)
    };
    let level = [Level::Error, Level::Warning]
        .into_iter()
        .find(|level| is_of(*level));
    let level = level.unwrap_or(next.level);
    let message = format!("there is more from here on; the first {MOST} findings are told");
    let at = next.span.start;
    let more = Mistake {
        level,
        ..Mistake::error(MORE, at..at, message, None)
    };
    mistakes.truncate(MOST);
    mistakes.push(more);
}

/// The last boundary between characters that is not after `at`.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
