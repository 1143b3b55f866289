//! The codes that each operation can answer with, as the catalog says.

use manila_catalog_file::{Catalog, Entry, OperationPattern, Scope};

use super::called::Operation;
use super::names::Names;
use super::record::Answer;

/// What the codes of a catalog name.
pub(super) struct Sets<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) words: Vec<Word<'c>>,
}

/// An operation or a group that a code names.
pub(super) struct Word<'c> {
    /// The code, by its index.
    pub(super) code: usize,
    /// Which of its `operations` it is.
    pub(super) at: usize,
    pub(super) text: &'c str,
    /// What it stands for; nothing where nobody knows.
    pub(super) patterns: Vec<OperationPattern>,
}

impl Word<'_> {
    pub(super) fn takes(&self, operation: &Operation<'_>) -> bool {
        self.patterns.iter().any(|pattern| operation.is_of(pattern))
    }
}

impl<'c> Sets<'c> {
    pub(super) fn of(catalog: &'c Catalog, names: &Names) -> Self {
        let words = catalog.codes.iter().enumerate().flat_map(|(code, entry)| {
            let words = entry.operations.iter().enumerate();
            words.map(move |(at, text)| Word {
                code,
                at,
                text,
                patterns: names.patterns_of(catalog, text),
            })
        });
        Self {
            catalog,
            words: words.collect(),
        }
    }

    /// The operation of an answer, if a route took the request. A HEAD is a GET without the content,
    /// unless the catalog tells them apart.
    pub(super) fn operation<'r>(&self, answer: &'r Answer) -> Option<Operation<'r>> {
        let template = answer.route.as_ref()?;
        let names_head = || {
            let mut patterns = self.words.iter().flat_map(|word| &word.patterns);
            patterns.any(|pattern| pattern.method() == Some("HEAD") && pattern.takes_path(template))
        };
        let method = match answer.method.as_str() {
            "HEAD" if !names_head() => "GET",
            method => method,
        };
        Some(Operation { template, method })
    }

    /// The words that name an operation: its set, where there are any.
    pub(super) fn naming(&self, operation: &Operation<'_>) -> impl Iterator<Item = &Word<'c>> {
        self.words.iter().filter(move |word| word.takes(operation))
    }

    /// Whether the framework answers with a code by itself, wherever it is.
    pub(super) fn is_of_framework(&self, entry: &Entry) -> bool {
        let mut conditions = self.catalog.conditions.iter();
        entry.operations.is_empty() && conditions.any(|(_, code)| *code == entry.name)
    }
}

/// Whether a code can be that of a response, and still is.
pub(super) fn is_sent(entry: &Entry) -> bool {
    entry.retired.is_none() && (entry.scope.is_empty() || entry.scope.contains(&Scope::Response))
}
