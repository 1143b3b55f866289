//! What an object lacks, as far as it is certain.
//!
//! `eserde` calls each member missing that is not there, whatever its type: also one that is optional, or
//! that is never read. It calls them by the names of Rust's fields. So the value is read again, with
//! members added that its objects lack. A member is missing where the call is gone with it, and where its
//! type does not take that there is nothing.

use std::collections::{HashMap, HashSet};

use super::reported::ReportedIssue;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::issue::DecodeIssue;
use crate::input::extract::json::LocatedIssue;
use crate::input::extract::trace::Whereabouts;

/// What is added to the objects that are read.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Added {
    #[default]
    Nothing,
    /// All that they lack.
    All,
    /// Of all that each of them lacks, the one with this index.
    Nth(usize),
}

impl Added {
    pub(super) fn of(self, lacking: Vec<&'static str>) -> Vec<&'static str> {
        match self {
            Self::Nothing => Vec::new(),
            Self::All => lacking,
            Self::Nth(index) => lacking.get(index).copied().into_iter().collect(),
        }
    }
}

/// The members that a struct has on the wire and an object lacks, in the order of the fields, but for
/// those that are known to be optional.
#[derive(Debug)]
pub(super) struct Absent {
    pub(super) fields: Fields,
    /// The place at which `eserde` reports them.
    pub(super) told_at: BoundedPointer,
    pub(super) object: BoundedPointer,
    pub(super) names: Vec<&'static str>,
}

/// The names of a struct's members, as `serde` has them. Structs of the same names may share them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Fields(*const [&'static str]);

impl Fields {
    pub(super) const fn of(fields: &'static [&'static str]) -> Self {
        Self(fields)
    }
}

/// Members that an object may lack, of a field with several names one. Each is there when a value is
/// read, without a value, and so is not called missing; if one is demanded nevertheless, `serde` says so.
pub(super) type Optional = HashSet<(Fields, &'static str)>;

/// An array that has fewer elements than its type.
#[derive(Debug)]
pub(super) struct Short {
    /// The place at which `eserde` reports what it lacks.
    pub(super) told_at: BoundedPointer,
    pub(super) array: BoundedPointer,
}

/// What has come out of a reading with something added.
#[derive(Debug, Default)]
pub(super) struct Trial {
    /// What is called missing nevertheless.
    pub(super) called: Called,
    /// What was added and is not optional, by the object.
    pub(super) demanded: HashSet<(BoundedPointer, &'static str)>,
    /// The objects that were read to their end, and for which some of that was demanded.
    pub(super) complete: HashSet<BoundedPointer>,
    /// The names by which `serde` itself calls members that have several.
    pub(super) proper_names: HashSet<String>,
}

/// What `eserde` calls missing at a place: the names of fields, each with how often it is called.
#[derive(Debug, Default)]
pub(super) struct Called(HashMap<BoundedPointer, Vec<String>>);

impl Called {
    pub(super) fn of(reported: &[ReportedIssue]) -> Self {
        let mut called: HashMap<_, Vec<_>> = HashMap::new();
        for issue in reported {
            if let Some((place, field)) = issue.called_missing() {
                let fields = called.entry(place.clone()).or_default();
                fields.push(field.to_owned());
            }
        }
        Self(called)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn at(&self, place: &BoundedPointer) -> &[String] {
        self.0.get(place).map_or(&[], Vec::as_slice)
    }

    /// The fields that are called here and not there.
    fn without(&self, other: &Self, place: &BoundedPointer) -> Vec<&str> {
        let mut others: Vec<_> = other.at(place).iter().map(String::as_str).collect();
        let mut gone = Vec::new();
        for field in self.at(place) {
            match others.iter().position(|other| other == field) {
                Some(at) => {
                    others.swap_remove(at);
                }
                None => gone.push(&**field),
            }
        }
        gone
    }
}

/// What is certain to be missing, by the place at which `eserde` has called it so.
#[derive(Debug, Default)]
pub(super) struct Missing {
    issues: HashMap<BoundedPointer, Vec<ReportedIssue>>,
    /// What has turned out to be optional.
    pub(super) optional: Optional,
}

impl Missing {
    /// Finds out what is missing of all that is called so, by at most that many trials.
    pub(super) fn find(
        called: &Called,
        absent: &[Absent],
        short: &[Short],
        most_trials: usize,
        read_with: impl Fn(Added) -> Trial,
    ) -> Self {
        let mut missing = Self::default();
        if called.is_empty() || (absent.is_empty() && short.is_empty()) {
            return missing;
        }
        let trial = read_with(Added::All);
        for short in short {
            if !called.without(&trial.called, &short.told_at).is_empty() {
                let issue = DecodeIssue::InvalidValue(None);
                missing.add(&short.told_at, issue, &short.array);
            }
        }
        let mut open = Vec::new();
        for absent in absent {
            let gone = called.without(&trial.called, &absent.told_at);
            if gone.len() != absent.names.len() || !trial.complete.contains(&absent.object) {
                // Some have a default, or are names of one member.
                if !called.at(&absent.told_at).is_empty() {
                    open.push((absent, Vec::new()));
                }
                continue;
            }
            for name in &absent.names {
                if trial.demanded.contains(&(absent.object.clone(), name)) {
                    missing.add_member(absent, name);
                } else {
                    missing.optional.insert((absent.fields, name));
                }
            }
        }
        let mut optional = HashSet::new();
        let longest = open.iter().map(|(absent, _)| absent.names.len()).max();
        for index in 0..longest.unwrap_or(0).min(most_trials) {
            let trial = read_with(Added::Nth(index));
            for (absent, found) in &mut open {
                let Some(name) = absent.names.get(index) else {
                    continue;
                };
                let gone = called.without(&trial.called, &absent.told_at);
                let [field] = &*gone else {
                    continue;
                };
                let field = (*field).to_owned();
                if trial.demanded.contains(&(absent.object.clone(), name)) {
                    found.push((field, *name));
                } else if optional.insert((absent.fields, field)) {
                    missing.optional.insert((absent.fields, name));
                }
            }
        }
        for (absent, found) in open {
            missing.add_found(absent, &found, &trial.proper_names);
        }
        missing
    }

    /// Adds members by the names of their fields, of which each may have several on the wire.
    fn add_found(
        &mut self,
        absent: &Absent,
        found: &[(String, &'static str)],
        proper_names: &HashSet<String>,
    ) {
        let mut told = HashSet::new();
        for (field, name) in found {
            if told.insert(field) {
                let names = found.iter().filter(|(other, _)| other == field);
                let mut names = names.map(|(_, name)| *name);
                let proper = names.clone().find(|name| proper_names.contains(*name));
                let likely = proper.or_else(|| names.find(|name| are_alike(name, field)));
                self.add_member(absent, likely.unwrap_or(name));
            }
        }
    }

    fn add_member(&mut self, absent: &Absent, name: &str) {
        let issue = DecodeIssue::Missing(name.to_owned());
        self.add(&absent.told_at, issue, &absent.object);
    }

    fn add(&mut self, told_at: &BoundedPointer, kind: DecodeIssue, place: &BoundedPointer) {
        let missing = self.issues.entry(told_at.clone()).or_default();
        missing.push(ReportedIssue::of(LocatedIssue::new(
            kind,
            Whereabouts::Value(place.clone()),
            String::new(),
        )));
    }

    /// The issues with what is certain for what `eserde` calls missing.
    pub(super) fn put_into(mut self, reported: Vec<ReportedIssue>) -> Vec<ReportedIssue> {
        let settled = reported.into_iter().flat_map(|issue| {
            let Some((place, _)) = issue.called_missing() else {
                return vec![issue];
            };
            self.issues.remove(place).unwrap_or_default()
        });
        settled.collect()
    }
}

/// Whether two names differ in nothing but their case and their separators.
fn are_alike(left: &str, right: &str) -> bool {
    let essence = |name: &str| {
        let name = name.strip_prefix("r#").unwrap_or(name);
        let letters = name.chars().filter(|c| !matches!(c, '_' | '-'));
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    essence(left) == essence(right)
}
