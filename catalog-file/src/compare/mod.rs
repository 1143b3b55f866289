//! What changed between two catalogs, and for whom it breaks.

mod changes;
mod entry;
mod facts;
mod kind;
mod pairs;
mod same;

use std::collections::{BTreeSet, HashMap};

pub use self::changes::Change;
use self::changes::{Changes, Values};
use self::entry::compare_entries;
pub use self::kind::Impact;
use self::kind::Kind;
use self::pairs::{Before, InCatalog, Pair, Pairs};
use self::same::Same as _;
use crate::{Catalog, Entry, phrase::quoted};

/// Returns what changed from one catalog to another: its settings, its codes in the order of the new
/// one, the removed codes, the conditions, the rules.
///
/// Where both catalogs send numbers, a code is the same by its number, and by its name otherwise. Texts
/// are the same whether their lines end with `\n` or with `\r\n`.
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
/// assert_eq!(changes[0].message, "the status of `plan_limit` changed from 402 to 403");
/// assert_eq!(changes[0].why, "A client that branches on the status takes another branch.");
/// assert_eq!(compare(&old, &old), []);
/// ```
#[must_use]
pub fn compare(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let mut changes = Changes::default();
    compare_settings(old, new, &mut changes);
    let pairs = Pairs::of(old, new);
    compare_codes(old, new, &pairs, &mut changes);
    let conditions = |catalog: &Catalog| {
        let named = catalog.conditions.iter();
        named
            .map(|(condition, code)| (condition.to_string(), code.clone()))
            .collect()
    };
    compare_mappings(
        &CONDITIONS,
        conditions(old),
        conditions(new),
        &pairs,
        &mut changes,
    );
    compare_mappings(
        &RULES,
        old.rules.clone(),
        new.rules.clone(),
        &pairs,
        &mut changes,
    );
    changes.into_vec()
}

fn compare_codes(old: &Catalog, new: &Catalog, pairs: &Pairs<'_>, changes: &mut Changes) {
    let after = |entry| InCatalog {
        catalog: new,
        entry,
    };
    let before = |entry| InCatalog {
        catalog: old,
        entry,
    };
    for (entry, known) in &pairs.codes {
        match known {
            Before::Same(known) => {
                let (old, new) = (before(known), after(entry));
                compare_entries(&Pair { old, new, pairs }, changes);
            }
            Before::Another(known) => reused_number(known, entry, changes),
            Before::Nothing => {
                let name = entry.name.as_str();
                let values = Values::of(None, Some(&name));
                let message = format!("{} was added", pairs.new_code(name));
                changes.add(kind::NEW_CODE, Some(name), values, message);
            }
        }
    }
    for entry in &pairs.gone {
        let name = entry.name.as_str();
        let values = Values::of(Some(&name), None);
        let shown = pairs.old_code(name);
        let message = format!("{shown} was removed; retire a code instead of deleting it");
        changes.add(kind::REMOVED_CODE, Some(name), values, message);
    }
}

fn reused_number(old: &Entry, new: &Entry, changes: &mut Changes) {
    let values = Values::of(Some(&old.name), Some(&new.name));
    let number = new.number.unwrap_or_default();
    let message = format!(
        "the number {number} of {} was given to {}, which means something else",
        quoted(&old.name),
        quoted(&new.name),
    );
    changes.add(kind::REUSED_NUMBER, Some(&new.name), values, message);
}

fn compare_settings(old: &Catalog, new: &Catalog, changes: &mut Changes) {
    if old.name != new.name {
        let values = Values::of(Some(&old.name), Some(&new.name));
        let message = format!("the name of the catalog {}", values.in_quotes());
        changes.add(kind::CATALOG_NAME, None, values, message);
    }
    if !shown_title(old).same(&shown_title(new)) {
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
        let message = format!("what is sent as the code {}", values.in_words());
        changes.add(kind::WIRE, None, values, message);
    }
    compare_locales(old, new, changes);
}

/// The title, unless it says no more than the name.
fn shown_title(catalog: &Catalog) -> Option<&str> {
    let title = catalog.title.as_deref();
    title.filter(|title| *title != catalog.name)
}

fn compare_locales(old: &Catalog, new: &Catalog, changes: &mut Changes) {
    let sources = (old.locales.first(), new.locales.first());
    if let (Some(before), Some(after)) = sources
        && before != after
    {
        let values = Values::of(Some(before), Some(after));
        let message = format!("the language of the catalog {}", values.in_quotes());
        changes.add(kind::SOURCE_LOCALE, None, values, message);
    }
    for locale in &old.locales {
        if !new.locales.contains(locale) {
            let message = format!("the locale {} was removed", quoted(locale));
            let values = Values::of(Some(locale), None);
            changes.add(kind::REMOVED_LOCALE, None, values, message);
        }
    }
    for locale in &new.locales {
        if !old.locales.contains(locale) {
            let message = format!("the locale {} was added", quoted(locale));
            let values = Values::of(None, Some(locale));
            changes.add(kind::NEW_LOCALE, None, values, message);
        }
    }
}

/// What a catalog names a code for.
struct Mapping {
    noun: &'static str,
    changed: Kind,
    new: Kind,
}

const CONDITIONS: Mapping = Mapping {
    noun: "condition",
    changed: kind::CONDITION,
    new: kind::NEW_CONDITION,
};

const RULES: Mapping = Mapping {
    noun: "rule",
    changed: kind::RULE,
    new: kind::NEW_RULE,
};

fn compare_mappings(
    mapping: &Mapping,
    old: Vec<(String, String)>,
    new: Vec<(String, String)>,
    pairs: &Pairs<'_>,
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
        let is_one = match (&before, &after) {
            (Some(before), Some(after)) => pairs.is_one(before, after),
            _ => false,
        };
        if is_one {
            continue;
        }
        let kind = match before {
            Some(_) => mapping.changed,
            None => mapping.new,
        };
        let code = after.clone().or_else(|| before.clone());
        let message = format!(
            "the code for the {} {} {}",
            mapping.noun,
            quoted(&name),
            pairs.change_of(before.as_deref(), after.as_deref())
        );
        let values = Values {
            old: before,
            new: after,
        };
        changes.add(kind, code.as_deref(), values, message);
    }
}
