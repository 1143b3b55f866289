//! Which code of the old catalog a code of the new one is.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::same::Same as _;
use crate::{Catalog, Entry, Wire, phrase::quoted};

/// A code before and after.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'c> {
    pub(super) old: InCatalog<'c>,
    pub(super) new: InCatalog<'c>,
    pub(super) pairs: &'c Pairs<'c>,
}

/// An entry in its catalog.
#[derive(Debug, Clone, Copy)]
pub(super) struct InCatalog<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) entry: &'c Entry,
}

impl<'c> Pair<'c> {
    /// The name, and the name as messages have it.
    pub(super) fn code(&self) -> (Option<&'c str>, String) {
        let name = self.new.entry.name.as_str();
        (Some(name), quoted(name))
    }

    /// Whether a name of the old catalog and a name of the new one are those of one code.
    pub(super) fn is_one(&self, old: &str, new: &str) -> bool {
        self.pairs.is_one(old, new)
    }

    /// The exit codes before and after.
    pub(super) fn exit_codes(&self) -> (u8, u8) {
        let of = |InCatalog { catalog, entry }: InCatalog<'_>| catalog.shown_exit_code(entry);
        (of(self.old), of(self.new))
    }

    /// Whether the exit codes are those of the statuses in both catalogs, so that they differ for no
    /// other reason than the status.
    pub(super) fn exit_code_follows_status(&self) -> bool {
        let sides = [self.old, self.new];
        let statuses = sides.map(|side| side.entry.statuses.first().copied());
        let (before, after) = self.exit_codes();
        let is_by_status = |status: Option<u16>, exit_code: u8| {
            status.is_some_and(|status| {
                let mut catalogs = sides.iter().map(|side| side.catalog);
                catalogs.all(|catalog| catalog.shown_exit_code_by_status(status) == exit_code)
            })
        };
        is_by_status(statuses[0], before) && is_by_status(statuses[1], after)
    }
}

/// The codes of two catalogs, each with what it was: by number where both catalogs send numbers, by
/// name otherwise.
#[derive(Debug)]
pub(super) struct Pairs<'c> {
    /// The codes of the new catalog, in its order.
    pub(super) codes: Vec<(&'c Entry, Before<'c>)>,
    /// The old codes that are gone, in the order of the old catalog.
    pub(super) gone: Vec<&'c Entry>,
    by_number: bool,
    numbers_before: HashMap<&'c str, i32>,
    numbers_after: HashMap<&'c str, i32>,
    /// The new name of each old one.
    names: HashMap<&'c str, &'c str>,
    /// The names in the new catalog of codes that the old one has.
    known: HashSet<&'c str>,
}

/// What a code of the new catalog was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before<'c> {
    /// The same code, be it by another name.
    Same(&'c Entry),
    /// Another code, whose number it has.
    Another(&'c Entry),
    /// Nothing.
    Nothing,
}

impl<'c> Pairs<'c> {
    pub(super) fn of(old: &'c Catalog, new: &'c Catalog) -> Self {
        let by_number = old.wire == Wire::Number && new.wire == Wire::Number;
        let number = |entry: &'c Entry| entry.number.filter(|_| by_number);
        let (old_numbers, new_numbers) = (by(old, number), by(new, number));
        let old_names = by(old, |entry| Some(entry.name.as_str()));
        let before = |entry: &'c Entry| {
            if let Some(holder) = number(entry).and_then(|number| old_numbers.get(&number)) {
                return if holder.name != entry.name && is_another(holder, entry) {
                    Before::Another(holder)
                } else {
                    Before::Same(holder)
                };
            }
            let namesake = old_names.get(entry.name.as_str());
            // Where its number is kept, the code is what has the number now.
            let is_free = |known: &&&'c Entry| {
                number(known).is_none_or(|number| !new_numbers.contains_key(&number))
            };
            namesake
                .filter(is_free)
                .map_or(Before::Nothing, |known| Before::Same(known))
        };
        let codes: Vec<_> = new
            .codes
            .iter()
            .map(|entry| (entry, before(entry)))
            .collect();
        let names: HashMap<_, _> = codes
            .iter()
            .filter_map(|(entry, before)| {
                Some((before.entry()?.name.as_str(), entry.name.as_str()))
            })
            .collect();
        let mut gone: Vec<_> = old.codes.iter().collect();
        gone.retain(|entry| !names.contains_key(entry.name.as_str()));
        let (numbers_before, numbers_after) = (numbers(old), numbers(new));
        let known = names.values().copied().collect();
        Self {
            codes,
            gone,
            by_number,
            numbers_before,
            numbers_after,
            names,
            known,
        }
    }

    /// Whether a name of the old catalog and a name of the new one are those of one code.
    pub(super) fn is_one(&self, old: &str, new: &str) -> bool {
        match self.names.get(old) {
            Some(name) => *name == new,
            None => old == new && !self.known.contains(new),
        }
    }

    /// A code of the old catalog in words, with what is sent of it.
    pub(super) fn old_code(&self, name: &str) -> String {
        self.shown(name, &self.numbers_before)
    }

    /// A code of the new catalog in words, with what is sent of it.
    pub(super) fn new_code(&self, name: &str) -> String {
        self.shown(name, &self.numbers_after)
    }

    fn shown(&self, name: &str, numbers: &HashMap<&str, i32>) -> String {
        match numbers.get(name).filter(|_| self.by_number) {
            Some(number) => format!("{} ({number})", quoted(name)),
            None => quoted(name),
        }
    }

    /// What a reference to a code was and is, in words.
    pub(super) fn change_of(&self, old: Option<&str>, new: Option<&str>) -> String {
        let none = || "none".to_owned();
        let old = old.map_or_else(none, |name| self.old_code(name));
        let new = new.map_or_else(none, |name| self.new_code(name));
        format!("changed from {old} to {new}")
    }
}

impl<'c> Before<'c> {
    fn entry(self) -> Option<&'c Entry> {
        match self {
            Self::Same(entry) | Self::Another(entry) => Some(entry),
            Self::Nothing => None,
        }
    }
}

fn numbers(catalog: &Catalog) -> HashMap<&str, i32> {
    let codes = catalog.codes.iter();
    codes
        .filter_map(|entry| Some((entry.name.as_str(), entry.number?)))
        .collect()
}

/// The entries by a key of theirs.
fn by<'c, K: Hash + Eq>(
    catalog: &'c Catalog,
    key: impl Fn(&'c Entry) -> Option<K>,
) -> HashMap<K, &'c Entry> {
    let codes = catalog.codes.iter();
    codes
        .filter_map(|entry| Some((key(entry)?, entry)))
        .collect()
}

/// Whether a code that has the number of another, and not its name, means something else: by its
/// status, by its meaning, and by its message where one of them has no meaning.
fn is_another(old: &Entry, new: &Entry) -> bool {
    let means_the_same = match (old.shown_meaning(), new.shown_meaning()) {
        (Some(old), Some(new)) => old.same(new),
        _ => old.shown_message().same(&new.shown_message()),
    };
    !means_the_same || old.statuses.first() != new.statuses.first()
}
