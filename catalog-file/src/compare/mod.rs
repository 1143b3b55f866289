//! What changed between two catalogs, and for whom it breaks.

mod entry;

use std::collections::HashMap;

use self::entry::compare_entries;
use crate::{Catalog, Entry, phrase::quoted, words::words};

words! {
    /// What a change means for those who rely on the old catalog.
    Impact {
        /// Something that a client relies on is gone or means something else.
        Breaking = "breaking",
        /// Every client of the old catalog goes on as before.
        Compatible = "compatible",
    }
}

/// One difference between two catalogs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// What kind of change it is, in kebab-case.
    pub kind: &'static str,
    /// What it means for clients.
    pub impact: Impact,
    /// The code that changed, if it is one.
    pub code: Option<String>,
    /// What changed, in one line.
    pub message: String,
}

/// What leads from one catalog to another, in the order of the new one; removed codes last.
///
/// ```
/// use manila_catalog_file::{Case, Catalog, Entry, Impact, compare};
///
/// let mut old = Catalog::new("plans", Case::Snake);
/// old.codes.push(Entry { statuses: vec![402], ..Entry::new("plan_limit") });
/// let mut new = old.clone();
/// new.codes[0].statuses = vec![403];
///
/// let changes = compare(&old, &new);
/// assert_eq!((changes[0].kind, changes[0].impact), ("status", Impact::Breaking));
/// assert_eq!(changes[0].message, "the status of `plan_limit` was 402 and is 403");
/// assert_eq!(compare(&old, &old), []);
/// ```
#[must_use]
pub fn compare(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let mut changes = Changes::default();
    compare_settings(old, new, &mut changes);
    let known: HashMap<&str, &Entry> = by_name(old);
    for entry in &new.codes {
        match known.get(entry.name.as_str()) {
            Some(before) => compare_entries((old, before), (new, entry), &mut changes),
            None => {
                let message = format!("{} is new", quoted(&entry.name));
                changes.add("new-code", Impact::Compatible, Some(&entry.name), message);
            }
        }
    }
    let kept = by_name(new);
    for entry in &old.codes {
        if !kept.contains_key(entry.name.as_str()) {
            let message = format!(
                "{} is gone; a code is never deleted, retire it instead",
                quoted(&entry.name)
            );
            changes.add("removed-code", Impact::Breaking, Some(&entry.name), message);
        }
    }
    compare_conditions(old, new, &mut changes);
    changes.0
}

/// The changes found so far.
#[derive(Debug, Default)]
struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, kind: &'static str, impact: Impact, code: Option<&str>, message: String) {
        let code = code.map(str::to_owned);
        self.0.push(Change {
            kind,
            impact,
            code,
            message,
        });
    }
}

fn by_name(catalog: &Catalog) -> HashMap<&str, &Entry> {
    catalog
        .codes
        .iter()
        .map(|entry| (entry.name.as_str(), entry))
        .collect()
}

fn compare_settings(old: &Catalog, new: &Catalog, changes: &mut Changes) {
    if old.name != new.name {
        let message = format!(
            "the catalog was called {} and is {}",
            quoted(&old.name),
            quoted(&new.name)
        );
        changes.add("catalog-name", Impact::Compatible, None, message);
    }
    if old.wire != new.wire {
        let message = format!(
            "codes went on the wire by {} and go by {}",
            old.wire, new.wire
        );
        changes.add("wire", Impact::Breaking, None, message);
    }
    for locale in &old.locales {
        if !new.locales.contains(locale) {
            let message = format!("texts in {} are gone", quoted(locale));
            changes.add("removed-locale", Impact::Compatible, None, message);
        }
    }
}

fn compare_conditions(old: &Catalog, new: &Catalog, changes: &mut Changes) {
    let before: HashMap<_, _> = old.conditions.iter().cloned().collect();
    for (condition, code) in &new.conditions {
        match before.get(condition) {
            Some(was) if was == code => {}
            Some(was) => {
                let message = format!(
                    "the condition `{condition}` was {} and is {}",
                    quoted(was),
                    quoted(code)
                );
                changes.add("condition", Impact::Breaking, Some(code), message);
            }
            None => {
                let message = format!("the condition `{condition}` is {}", quoted(code));
                changes.add("new-condition", Impact::Compatible, Some(code), message);
            }
        }
    }
    for (condition, code) in &old.conditions {
        if !new.conditions.iter().any(|(kept, _)| kept == condition) {
            let message = format!(
                "the condition `{condition}` was {} and has no code",
                quoted(code)
            );
            changes.add("condition", Impact::Breaking, Some(code), message);
        }
    }
}
