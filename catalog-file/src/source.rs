//! A catalog where it was read.

use std::{collections::HashMap, ops::Range};

use crate::{
    Catalog, CatalogPath, Diagnostic, Finding,
    diagnostic::{Mistake, locate},
};

/// What contains everything that the catalog says of itself: the table `[catalog]`, or the object of
/// an export. What is missing in it is shown there.
pub(crate) const HEADER: CatalogPath = CatalogPath::Catalog("catalog");

/// A catalog together with the text that it was read from.
#[derive(Debug, Clone)]
pub struct Source {
    text: String,
    catalog: Catalog,
    spans: HashMap<CatalogPath, Range<usize>>,
}

impl Source {
    pub(crate) fn new(
        text: &str,
        catalog: Catalog,
        spans: HashMap<CatalogPath, Range<usize>>,
    ) -> Self {
        Self {
            text: text.to_owned(),
            catalog,
            spans,
        }
    }

    /// Returns the catalog.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Returns the catalog without its text.
    #[must_use]
    pub fn into_catalog(self) -> Catalog {
        self.catalog
    }

    /// Returns where a part of the catalog is in the text, in bytes: the part itself, else what
    /// contains it.
    ///
    /// ```
    /// use manila_catalog_file::{CatalogPath, read};
    ///
    /// let text = "[catalog]\nname = 'plans'\ncase = 'snake_case'";
    /// let source = read(text).unwrap();
    /// assert_eq!(&text[source.span(CatalogPath::Catalog("name"))], "'plans'");
    /// ```
    #[must_use]
    pub fn span(&self, path: CatalogPath) -> Range<usize> {
        span_of(&self.spans, path)
    }

    /// Returns findings about the catalog as diagnostics of the text, in its order.
    #[must_use]
    pub fn diagnostics(&self, findings: impl IntoIterator<Item = Finding>) -> Vec<Diagnostic> {
        let mistakes = findings
            .into_iter()
            .map(|finding| mistake_of(&self.spans, &self.catalog, finding));
        locate(&self.text, mistakes.collect())
    }
}

/// A finding where it is in the text.
pub(crate) fn mistake_of(
    spans: &HashMap<CatalogPath, Range<usize>>,
    catalog: &Catalog,
    finding: Finding,
) -> Mistake {
    let entry = finding.path.entry().and_then(|at| catalog.codes.get(at));
    Mistake {
        rule: finding.rule.as_str(),
        level: finding.level,
        span: span_of(spans, finding.path),
        message: finding.message,
        help: finding.help,
        code: entry.map(|entry| entry.name.clone()),
    }
}

fn span_of(spans: &HashMap<CatalogPath, Range<usize>>, path: CatalogPath) -> Range<usize> {
    path.outward()
        .chain([HEADER])
        .find_map(|path| spans.get(&path))
        .cloned()
        .unwrap_or_default()
}
