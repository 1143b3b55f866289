//! What changed between two catalogs, and for whom it breaks.

mod changes;
mod entry;
mod facts;
mod kind;
mod pairs;
mod same;
mod settings;

use std::collections::{BTreeSet, HashMap};

pub use self::changes::Change;
use self::changes::{Changes, Values};
use self::entry::compare_entries;
use self::kind::Kind;
pub use self::kind::{CHANGES, Impact, Kind as ChangeKind};
use self::pairs::{Before, InCatalog, Pair, Pairs};
use self::settings::compare_settings;
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
