//! What is noted down while a file is read.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

pub(super) use crate::source::HEADER;
use crate::{
    Catalog, CatalogPath, Finding, Level, RuleId, diagnostic::Mistake, source::mistake_of,
};

/// The table `[codes]` as a whole.
pub(super) const CODES: CatalogPath = CatalogPath::Catalog("codes");

/// How codes are spelled.
const CASE: CatalogPath = CatalogPath::Catalog("case");

/// Rules that judge a whole catalog.
pub(super) type Rules = fn(&Catalog) -> Vec<Finding>;

#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) spans: HashMap<CatalogPath, Range<usize>>,
    pub(super) mistakes: Vec<Mistake>,
    unreadable: HashSet<CatalogPath>,
}

impl Log {
    pub(super) fn report(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        message: String,
        help: Option<String>,
    ) {
        self.mistakes
            .push(Mistake::error(rule, span, message, help));
    }

    /// Notes that the mistakes after the first `before` are in the entry of this code.
    pub(super) fn in_code(&mut self, before: usize, name: &str) {
        for mistake in &mut self.mistakes[before..] {
            mistake.code = Some(name.to_owned());
        }
    }

    /// Notes where a place stands, unless a finer span is known.
    pub(super) fn span(&mut self, path: CatalogPath, span: Range<usize>) {
        self.spans.entry(path).or_insert(span);
    }

    /// Notes that a place could not be read, so that nobody judges what the model has instead.
    pub(super) fn mark_unreadable(&mut self, path: CatalogPath) {
        self.unreadable.insert(path);
    }

    pub(super) fn is_unreadable(&self, path: CatalogPath) -> bool {
        path.outward().any(|path| self.unreadable.contains(&path))
    }

    /// Whether the file says something about a place, be it wrong.
    pub(super) fn knows(&self, path: CatalogPath) -> bool {
        self.spans.contains_key(&path) || self.unreadable.contains(&path)
    }

    /// Lets rules judge the catalog, if the list of codes was read.
    pub(super) fn judge(&mut self, catalog: &Catalog, rules: Rules) {
        if self.is_unreadable(CODES) {
            return;
        }
        for finding in rules(catalog) {
            // Whatever a code is spelled like, it is not the code that is wrong.
            let is_by_case = finding.rule == RuleId::Spelling && self.is_unreadable(CASE);
            if !is_by_case && !self.is_unreadable(finding.path) && !self.may_be_silenced(&finding) {
                self.mistakes
                    .push(mistake_of(&self.spans, catalog, finding));
            }
        }
    }

    /// Whether a code may silence the rule, in a place that could not be read.
    fn may_be_silenced(&self, finding: &Finding) -> bool {
        let allow = finding
            .path
            .entry()
            .map(|at| CatalogPath::Field(at, "allow"));
        finding.level != Level::Error && allow.is_some_and(|allow| self.is_unreadable(allow))
    }
}
