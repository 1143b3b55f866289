//! What the names stand for that are neither a method nor a path.

use manila_catalog_file::{Catalog, OperationPattern};

use super::super::import::operations_of;
use crate::args::Recorded;
use crate::input::text_of;
use crate::outcome::Failure;
use crate::shown::{quoted, shown};

/// The largest document that is read, in mebibytes.
const LARGEST_MIB: u64 = 64;

/// Names of operations and groups, each with an operation that it stands for.
pub(super) struct Names(Vec<(String, OperationPattern)>);

impl Names {
    /// The names that the document and the arguments give.
    pub(super) fn of(args: &Recorded) -> Result<Self, Failure> {
        let mut names = Vec::new();
        for map in &args.maps {
            let pair = map.split_once('=');
            let pair = pair.and_then(|(name, operation)| {
                Some((name.trim().to_owned(), OperationPattern::of(operation)?))
            });
            names.push(pair.ok_or_else(|| {
                let map = quoted(map);
                Failure(format!(
                    "{map} is no name of an operation; write `--map 'NAME=METHOD /TEMPLATE'`"
                ))
            })?);
        }
        if let Some(document) = &args.document {
            let text = text_of(document, LARGEST_MIB)?;
            let operations = operations_of(&text)
                .map_err(|why| Failure(format!("{} cannot be used: {why}", shown(document))))?;
            for operation in operations {
                let Some(pattern) = OperationPattern::of(&operation.name) else {
                    continue;
                };
                let called = operation.id.into_iter().chain(operation.tags);
                names.extend(called.map(|name| (name, pattern.clone())));
            }
        }
        Ok(Self(names))
    }

    /// What a word of a catalog stands for; nothing where nobody knows.
    pub(super) fn patterns_of(&self, catalog: &Catalog, word: &str) -> Vec<OperationPattern> {
        if let Some(pattern) = OperationPattern::of(word) {
            return vec![pattern];
        }
        let mut patterns: Vec<_> = self.called(word).collect();
        for operation in &catalog.operations {
            let mut groups = operation.groups.iter();
            if groups.any(|group| group.eq_ignore_ascii_case(word)) {
                match OperationPattern::of(&operation.name) {
                    Some(pattern) => patterns.push(pattern),
                    None => patterns.extend(self.called(&operation.name)),
                }
            }
        }
        patterns
    }

    fn called<'n>(&'n self, word: &'n str) -> impl Iterator<Item = OperationPattern> + 'n {
        let called = self
            .0
            .iter()
            .filter(move |(name, _)| name.eq_ignore_ascii_case(word));
        called.map(|(_, pattern)| pattern.clone())
    }
}
