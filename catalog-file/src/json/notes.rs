//! What is noted down while an export is read.

use std::{collections::HashMap, ops::Range};

use crate::{
    Catalog, CatalogPath, Finding,
    diagnostic::{Mistake, boundary},
    source::mistake_of,
};

#[derive(Debug)]
pub(super) struct Notes<'t> {
    text: &'t str,
    pub(super) spans: HashMap<CatalogPath, Range<usize>>,
    pub(super) mistakes: Vec<Mistake>,
}

impl<'t> Notes<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            spans: HashMap::new(),
            mistakes: Vec::new(),
        }
    }

    /// Notes where a part of the catalog is, unless a finer span is known.
    pub(super) fn span(&mut self, path: CatalogPath, span: Range<usize>) {
        self.spans.entry(path).or_insert(span);
    }

    /// Where a part of the text is in it. A raw value is such a part, and not a copy.
    pub(super) fn span_of(&self, part: &str) -> Range<usize> {
        let start = part.as_ptr().addr().wrapping_sub(self.text.as_ptr().addr());
        start..start.wrapping_add(part.len())
    }

    pub(super) fn mistake(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        message: String,
        help: Option<String>,
    ) {
        self.mistakes
            .push(Mistake::error(rule, span, message, help));
    }

    /// Notes an error of the parser, which counts lines and bytes.
    pub(super) fn syntax(&mut self, error: &serde_json::Error) {
        let lines = self.text.split_inclusive('\n');
        let before = error.line().saturating_sub(1);
        let line: usize = lines.take(before).map(str::len).sum();
        let at = boundary(self.text, line + error.column().saturating_sub(1));
        let shown = error.to_string();
        let position = format!(" at line {} column {}", error.line(), error.column());
        let what = shown.strip_suffix(&position).unwrap_or(&shown);
        self.mistake("syntax", at..at, what.to_owned(), None);
    }

    /// Notes what a rule has found.
    pub(super) fn finding(&mut self, catalog: &Catalog, finding: Finding) {
        let mistake = mistake_of(&self.spans, catalog, finding);
        self.mistakes.push(mistake);
    }

    /// Notes that the mistakes after the first `before` are in the entry of this code, if it has a
    /// name.
    pub(super) fn in_code(&mut self, before: usize, name: &str) {
        if name.is_empty() {
            return;
        }
        for mistake in &mut self.mistakes[before..] {
            mistake.code = Some(name.to_owned());
        }
    }
}
