//! What a rule is, and what it has at hand.

use std::{cell::Cell, collections::HashMap};

use crate::{
    About, Catalog, CatalogPath, Entry, Finding, Level, RuleId, nearest,
    phrase::{did_you_mean, quoted},
};

/// A rule: one kind of mistake that a catalog is searched for.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Rule {
    /// The id.
    pub id: RuleId,
    /// What the rule judges.
    pub about: About,
    /// What it means for a catalog to break the rule.
    pub level: Level,
    /// The rule, in one sentence.
    pub summary: &'static str,
    find: Find,
}

type Find = fn(&Context<'_>, &mut Report<'_>);

impl Rule {
    pub(super) const fn new(id: RuleId, about: About, summary: &'static str, find: Find) -> Self {
        Self {
            id,
            about,
            level: id.level(),
            summary,
            find,
        }
    }

    pub(super) fn run(&self, context: &Context<'_>, findings: &mut Vec<Finding>) {
        let mut report = Report {
            rule: self,
            findings,
        };
        (self.find)(context, &mut report);
    }
}

/// The catalog under judgement, and what several rules ask of it.
#[derive(Debug)]
pub(super) struct Context<'c> {
    pub(super) catalog: &'c Catalog,
    first: HashMap<&'c str, usize>,
    suggestions: Cell<u32>,
}

impl<'c> Context<'c> {
    pub(super) fn new(catalog: &'c Catalog) -> Self {
        // A suggestion reads the whole list, and nobody reads hundreds of them.
        const SUGGESTIONS: u32 = 100;
        let mut first = HashMap::with_capacity(catalog.codes.len());
        for (at, entry) in catalog.codes.iter().enumerate() {
            first.entry(entry.name.as_str()).or_insert(at);
        }
        Self {
            catalog,
            first,
            suggestions: Cell::new(SUGGESTIONS),
        }
    }

    /// The entries with their index.
    pub(super) fn entries(&self) -> impl Iterator<Item = (usize, &'c Entry)> + use<'c> {
        self.catalog.codes.iter().enumerate()
    }

    /// The index of the first entry of that name.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.first.get(name).copied()
    }

    /// Which code somebody who wrote `name` meant.
    pub(super) fn suggest_code(&self, name: &str) -> Option<String> {
        self.suggest(
            name,
            self.catalog.codes.iter().map(|code| code.name.as_str()),
        )
    }

    /// Which candidate somebody who wrote `word` meant.
    pub(super) fn suggest<'w>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'w str>,
    ) -> Option<String> {
        self.suggestions.set(self.suggestions.get().checked_sub(1)?);
        nearest(word, candidates).map(did_you_mean)
    }
}

/// Where a rule reports to.
#[derive(Debug)]
pub(super) struct Report<'r> {
    rule: &'r Rule,
    findings: &'r mut Vec<Finding>,
}

impl Report<'_> {
    pub(super) fn add(&mut self, path: CatalogPath, message: String) {
        self.findings.push(Finding {
            rule: self.rule.id,
            about: self.rule.about,
            level: self.rule.level,
            path,
            message,
            help: None,
        });
    }

    pub(super) fn add_with_help(
        &mut self,
        path: CatalogPath,
        message: String,
        help: Option<String>,
    ) {
        self.add(path, message);
        if let Some(finding) = self.findings.last_mut() {
            finding.help = help;
        }
    }

    /// Reports a name that the list of codes does not have.
    pub(super) fn unknown_code(&mut self, context: &Context<'_>, path: CatalogPath, name: &str) {
        let message = format!("unknown code {}", quoted(name));
        self.add_with_help(path, message, context.suggest_code(name));
    }
}
