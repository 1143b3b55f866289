//! What is noted down while a file is read.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use crate::{Catalog, CatalogPath, Finding, Level, diagnostic::Mistake};

/// The table `[catalog]` itself: what is missing in it is shown there.
pub(super) const HEADER: CatalogPath = CatalogPath::Catalog("catalog");

/// The table `[codes]` as a whole.
pub(super) const CODES: CatalogPath = CatalogPath::Catalog("codes");

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
        self.mistakes.push(Mistake {
            rule,
            level: Level::Error,
            message,
            help,
            span,
        });
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
            if !self.is_unreadable(finding.path) && !self.may_be_silenced(&finding) {
                self.mistakes.push(mistake_of(&self.spans, finding));
            }
        }
    }

    /// Whether a code may silence the rule, in a place that could not be read.
    fn may_be_silenced(&self, finding: &Finding) -> bool {
        let allow = finding
            .path
            .entry()
            .map(|at| CatalogPath::Field(at, "allow"));
        finding.level == Level::Warning && allow.is_some_and(|allow| self.is_unreadable(allow))
    }
}

/// A finding at its place.
pub(super) fn mistake_of(spans: &HashMap<CatalogPath, Range<usize>>, finding: Finding) -> Mistake {
    Mistake {
        rule: finding.rule.as_str(),
        level: finding.level,
        span: span_of(spans, finding.path),
        message: finding.message,
        help: finding.help,
    }
}

pub(super) fn span_of(
    spans: &HashMap<CatalogPath, Range<usize>>,
    path: CatalogPath,
) -> Range<usize> {
    path.outward()
        .chain([HEADER])
        .find_map(|path| spans.get(&path))
        .cloned()
        .unwrap_or_default()
}
