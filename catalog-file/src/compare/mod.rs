//! What changed between two catalogs, and for whom it breaks.

mod entry;
mod kind;

use std::collections::{BTreeSet, HashMap};

use self::entry::compare_entries;
use self::kind::Kind;
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
    /// What was there, if it is a value.
    pub old: Option<String>,
    /// What is there in its place, if it is a value.
    pub new: Option<String>,
    /// What changed, in one line.
    pub message: String,
    /// For whom it breaks, or why it does not, in one sentence.
    pub why: &'static str,
}

/// What leads from one catalog to another: its settings, its codes in the order of the new one, the
/// removed codes, the conditions, the rules.
///
/// ```
/// use manila_catalog_file::{Case, Catalog, Entry, Impact, compare};
///
/// let mut old = Catalog::new("plans", Case::Snake);
/// old.codes.push(Entry::new("plan_limit"));
/// old.codes[0].statuses = vec![402];
/// let mut new = old.clone();
/// new.codes[0].statuses = vec![403];
///
/// let changes = compare(&old, &new);
/// assert_eq!((changes[0].kind, changes[0].impact), ("status", Impact::Breaking));
/// assert_eq!(changes[0].message, "the status of `plan_limit` was 402 and is 403");
/// assert_eq!(changes[0].why, "A client that branches on the status takes another branch.");
/// assert_eq!(compare(&old, &old), []);
/// ```
#[must_use]
pub fn compare(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let mut changes = Changes::default();
    compare_settings(old, new, &mut changes);
    compare_codes(old, new, &mut changes);
    let conditions = |catalog: &Catalog| {
        let named = catalog.conditions.iter();
        named
            .map(|(condition, code)| (condition.to_string(), code.clone()))
            .collect()
    };
    compare_stand_ins(&CONDITIONS, conditions(old), conditions(new), &mut changes);
    compare_stand_ins(&RULES, old.rules.clone(), new.rules.clone(), &mut changes);
    changes.0
}

/// The changes found so far.
#[derive(Debug, Default)]
struct Changes(Vec<Change>);

/// What was there, and what is there in its place.
#[derive(Debug, Default)]
struct Values {
    old: Option<String>,
    new: Option<String>,
}

impl Changes {
    fn add(&mut self, kind: Kind, code: Option<&str>, values: Values, message: String) {
        self.0.push(Change {
            kind: kind.id,
            impact: kind.impact,
            code: code.map(str::to_owned),
            old: values.old,
            new: values.new,
            message,
            why: kind.why,
        });
    }
}

impl Values {
    fn of<T: ToString>(old: Option<&T>, new: Option<&T>) -> Self {
        Self {
            old: old.map(ToString::to_string),
            new: new.map(ToString::to_string),
        }
    }

    /// What happened to a number or to a word of the format, which need no quotes.
    fn in_words(&self) -> String {
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
        format!("was {} and is {}", shown(&self.old), shown(&self.new))
    }

    /// What happened to a name.
    fn in_quotes(&self) -> String {
        let shown = |value: &Option<String>| value.as_deref().map_or("none".to_owned(), quoted);
        format!("was {} and is {}", shown(&self.old), shown(&self.new))
    }
}

fn by_name(catalog: &Catalog) -> HashMap<&str, &Entry> {
    let codes = catalog.codes.iter();
    codes.map(|entry| (entry.name.as_str(), entry)).collect()
}

fn compare_codes(old: &Catalog, new: &Catalog, changes: &mut Changes) {
    let (known, kept) = (by_name(old), by_name(new));
    for entry in &new.codes {
        let name = entry.name.as_str();
        match known.get(name) {
            Some(before) => compare_entries((old, before), (new, entry), changes),
            None => {
                let values = Values::of(None, Some(&name));
                let message = format!("{} is new", quoted(name));
                changes.add(kind::NEW_CODE, Some(name), values, message);
            }
        }
    }
    for entry in &old.codes {
        let name = entry.name.as_str();
        if !kept.contains_key(name) {
            let values = Values::of(Some(&name), None);
            let message = format!(
                "{} is gone; a code is never deleted, retire it instead",
                quoted(name)
            );
            changes.add(kind::REMOVED_CODE, Some(name), values, message);
        }
    }
}

fn compare_settings(old: &Catalog, new: &Catalog, changes: &mut Changes) {
    if old.name != new.name {
        let values = Values::of(Some(&old.name), Some(&new.name));
        let message = format!("the name of the catalog {}", values.in_quotes());
        changes.add(kind::CATALOG_NAME, None, values, message);
    }
    if old.title != new.title {
        let values = Values::of(old.title.as_ref(), new.title.as_ref());
        let message = format!("the title of the catalog {}", values.in_quotes());
        changes.add(kind::CATALOG_TEXT, None, values, message);
    }
    if old.case != new.case {
        let values = Values::of(Some(&old.case), Some(&new.case));
        let message = format!("the spelling of codes {}", values.in_words());
        changes.add(kind::CASE, None, values, message);
    }
    if old.wire != new.wire {
        let values = Values::of(Some(&old.wire), Some(&new.wire));
        let message = format!("what goes on the wire as a code {}", values.in_words());
        changes.add(kind::WIRE, None, values, message);
    }
    compare_locales(old, new, changes);
}

fn compare_locales(old: &Catalog, new: &Catalog, changes: &mut Changes) {
    for locale in &old.locales {
        if !new.locales.contains(locale) {
            let message = format!("texts in {} are gone", quoted(locale));
            let values = Values::of(Some(locale), None);
            changes.add(kind::REMOVED_LOCALE, None, values, message);
        }
    }
    for locale in &new.locales {
        if !old.locales.contains(locale) {
            let message = format!("texts in {} are new", quoted(locale));
            let values = Values::of(None, Some(locale));
            changes.add(kind::NEW_LOCALE, None, values, message);
        }
    }
}

/// What a code of the catalog stands in for.
struct StandIns {
    noun: &'static str,
    changed: Kind,
    new: Kind,
}

const CONDITIONS: StandIns = StandIns {
    noun: "condition",
    changed: kind::CONDITION,
    new: kind::NEW_CONDITION,
};

const RULES: StandIns = StandIns {
    noun: "rule",
    changed: kind::RULE,
    new: kind::NEW_RULE,
};

fn compare_stand_ins(
    stand_ins: &StandIns,
    old: Vec<(String, String)>,
    new: Vec<(String, String)>,
    changes: &mut Changes,
) {
    let names: BTreeSet<String> = old
        .iter()
        .chain(&new)
        .map(|(name, _)| name.clone())
        .collect();
    let [old, new]: [HashMap<_, _>; 2] = [old, new].map(|pairs| pairs.into_iter().rev().collect());
    for name in names {
        let (before, after) = (old.get(&name).cloned(), new.get(&name).cloned());
        if before == after {
            continue;
        }
        let kind = match before {
            Some(_) => stand_ins.changed,
            None => stand_ins.new,
        };
        let code = after.clone().or_else(|| before.clone());
        let values = Values {
            old: before,
            new: after,
        };
        let message = format!(
            "the {} {} {}",
            stand_ins.noun,
            quoted(&name),
            values.in_quotes()
        );
        changes.add(kind, code.as_deref(), values, message);
    }
}
