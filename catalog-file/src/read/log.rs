//! What is noted down while a file is read.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

pub(super) use crate::source::HEADER;
use crate::{Catalog, Finding, Level, Place, diagnostic::Mistake, source::place};

/// The table `[codes]` as a whole.
pub(super) const CODES: Place = Place::Catalog("codes");

/// Rules that judge a whole catalog.
pub(super) type Rules = fn(&Catalog) -> Vec<Finding>;

#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) spans: HashMap<Place, Range<usize>>,
    pub(super) mistakes: Vec<Mistake>,
    spoilt: HashSet<Place>,
}

impl Log {
    pub(super) fn mistake(
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
            code: None,
            span,
        });
    }

    /// Notes that the mistakes after the first `before` are in the entry of this code.
    pub(super) fn in_code(&mut self, before: usize, name: &str) {
        for mistake in &mut self.mistakes[before..] {
            mistake.code = Some(name.to_owned());
        }
    }

    /// Notes where a place stands, unless a finer span is known.
    pub(super) fn span(&mut self, place: Place, span: Range<usize>) {
        self.spans.entry(place).or_insert(span);
    }

    /// Notes that a place could not be read, so that nobody judges what the model has instead.
    pub(super) fn spoil(&mut self, place: Place) {
        self.spoilt.insert(place);
    }

    pub(super) fn is_spoilt(&self, place: Place) -> bool {
        place.outward().any(|place| self.spoilt.contains(&place))
    }

    /// Whether the file says something about a place, be it wrong.
    pub(super) fn knows(&self, place: Place) -> bool {
        self.spans.contains_key(&place) || self.spoilt.contains(&place)
    }

    /// Lets rules judge the catalog, if the list of codes was read.
    pub(super) fn judge(&mut self, catalog: &Catalog, rules: Rules) {
        if self.is_spoilt(CODES) {
            return;
        }
        for finding in rules(catalog) {
            if !self.is_spoilt(finding.place) && !self.may_be_silenced(&finding) {
                self.mistakes.push(place(&self.spans, catalog, finding));
            }
        }
    }

    /// Whether a code may silence the rule, in a place that could not be read.
    fn may_be_silenced(&self, finding: &Finding) -> bool {
        let allow = finding.place.entry().map(|at| Place::Field(at, "allow"));
        finding.level == Level::Warning && allow.is_some_and(|allow| self.is_spoilt(allow))
    }
}
