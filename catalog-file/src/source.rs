//! A catalog where it was read.

use std::{collections::HashMap, ops::Range};

use crate::{
    Catalog, Diagnostic, Finding, Place,
    diagnostic::{Mistake, locate},
};

/// The place around all that the catalog says of itself: the table `[catalog]`, or the object of an
/// export. A missing key is shown there.
pub(crate) const HEADER: Place = Place::Catalog("catalog");

/// A catalog together with the text that it was read from.
#[derive(Debug, Clone)]
pub struct Source {
    text: String,
    catalog: Catalog,
    spans: HashMap<Place, Range<usize>>,
}

impl Source {
    pub(crate) fn new(text: &str, catalog: Catalog, spans: HashMap<Place, Range<usize>>) -> Self {
        Self {
            text: text.to_owned(),
            catalog,
            spans,
        }
    }

    /// The catalog.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Returns the catalog without its text.
    #[must_use]
    pub fn into_catalog(self) -> Catalog {
        self.catalog
    }

    /// Returns where in the text a place of the catalog is, in bytes: the place itself, else the one
    /// around it.
    #[must_use]
    pub fn span(&self, place: Place) -> Range<usize> {
        span_of(&self.spans, place)
    }

    /// Returns findings about the catalog as diagnostics of the text, in its order.
    #[must_use]
    pub fn diagnostics(&self, findings: impl IntoIterator<Item = Finding>) -> Vec<Diagnostic> {
        let mistakes = findings
            .into_iter()
            .map(|finding| place(&self.spans, &self.catalog, finding));
        locate(&self.text, mistakes.collect())
    }
}

/// A finding at its place.
pub(crate) fn place(
    spans: &HashMap<Place, Range<usize>>,
    catalog: &Catalog,
    finding: Finding,
) -> Mistake {
    let entry = finding.place.entry().and_then(|at| catalog.codes.get(at));
    Mistake {
        rule: finding.rule,
        level: finding.level,
        span: span_of(spans, finding.place),
        message: finding.message,
        help: finding.help,
        code: entry.map(|entry| entry.name.clone()),
    }
}

fn span_of(spans: &HashMap<Place, Range<usize>>, place: Place) -> Range<usize> {
    place
        .outward()
        .chain([HEADER])
        .find_map(|place| spans.get(&place))
        .cloned()
        .unwrap_or_default()
}
