//! From rows to the entries of a catalog.

use std::collections::{HashMap, HashSet};

use manila_catalog_file::{Case, Entry};

use super::cell::{Place, Row};
use super::columns::{Columns, Use};
use super::told::Told;
use super::values::add_fact;
use crate::shown::quoted;

/// The entries, each with its place in the list.
pub(super) struct Entries {
    pub(super) entries: Vec<(Place, Entry)>,
    pub(super) case: Case,
}

/// Makes entries of rows. What is not in them is told.
pub(super) fn entries(
    rows: Vec<Row>,
    columns: &Columns,
    case: Option<Case>,
    status: Option<u16>,
    told: &mut Told,
) -> Entries {
    let rows = rows.into_iter();
    let read: Vec<_> = rows.map(|row| entry(row, columns, told)).collect();
    let respells = case.is_some();
    let case = case.unwrap_or_else(|| case_of(&read, told));
    let mut entries: Vec<(Place, Entry)> = Vec::with_capacity(read.len());
    let mut known: HashMap<String, Place> = HashMap::with_capacity(read.len());
    let mut spelled = HashMap::new();
    for (place, mut entry, had_status) in read {
        if entry.name.is_empty() {
            match name_of(&entry, case, &known) {
                Some(name) => entry.name = name,
                None => {
                    told.leave_out(&place, "the row has no code");
                    continue;
                }
            }
        } else if respells && !case.accepts(&entry.name) {
            let name = case.spell(&entry.name);
            if case.accepts(&name) {
                told.tell(
                    &place,
                    &format!("{} is spelled {}", quoted(&entry.name), quoted(&name)),
                );
                spelled.insert(std::mem::replace(&mut entry.name, name.clone()), name);
            }
        }
        if entry.statuses.is_empty() {
            if had_status {
                // What was wrong with it has been told, and a status that is made up would hide it.
                let why = format!("{} has no status of an error", quoted(&entry.name));
                told.leave_out(&place, &why);
                continue;
            }
            let Some(status) = status else {
                let why = format!(
                    "{} has no status; `--status 422` sets one",
                    quoted(&entry.name)
                );
                told.leave_out(&place, &why);
                continue;
            };
            entry.statuses.push(status);
            entry.derived = true;
        }
        if let Some(first) = known.get(&entry.name) {
            let first = first.in_words();
            let why = format!("duplicate code {}: already in {first}", quoted(&entry.name));
            told.leave_out(&place, &why);
            continue;
        }
        known.insert(entry.name.clone(), place.clone());
        entries.push((place, entry));
    }
    for (place, entry) in &mut entries {
        follow(entry, &spelled);
        mention(place, entry, &known, told);
    }
    Entries { entries, case }
}

/// An entry, and whether its row says a status.
fn entry(row: Row, columns: &Columns, told: &mut Told) -> (Place, Entry, bool) {
    let Row { place, cells } = row;
    let mut entry = Entry::new("");
    let mut had_status = false;
    let mut taken = HashSet::new();
    for (column, cell) in cells {
        let Some(what) = columns.uses.get(&column).filter(|_| !cell.is_empty()) else {
            continue;
        };
        let leave_out = |told: &mut Told, why: &str| {
            told.leave_out(&place, &format!("{}: {why}", quoted(&column)));
        };
        if !taken.insert(column.clone()) {
            leave_out(told, "the row has this twice");
            continue;
        }
        match what {
            Use::Code => match cell.scalar() {
                Some(name) => entry.name = name.to_owned(),
                None => leave_out(told, "a code is a text"),
            },
            Use::Field(field) => {
                had_status |= field.key == "status";
                if let Err(why) = (field.take)(&mut entry, &cell) {
                    leave_out(told, &why);
                }
            }
            Use::Fact(name) => {
                if let Err(why) = add_fact(&mut entry, name, &cell) {
                    leave_out(told, &why);
                }
            }
            Use::Nothing => {}
        }
    }
    (place, entry, had_status)
}

/// The spelling that all codes have, or else `any`.
fn case_of(read: &[(Place, Entry, bool)], told: &mut Told) -> Case {
    let all = || read.iter().map(|(_, entry, _)| entry.name.as_str());
    let names = || all().filter(|name| Case::Any.accepts(name));
    let total = names().count();
    if let Some(other) = all().find(|name| !name.is_empty() && !Case::Any.accepts(name)) {
        let case = Case::ScreamingSnake;
        told.note(format!(
            "{} is no code as it is; `--case {case}` spells it {}",
            quoted(other),
            quoted(&case.spell(other))
        ));
    }
    if total == 0 {
        // Codes without names get names as `manila new` spells them.
        return Case::ScreamingSnake;
    }
    let fitting = |case: &Case| names().filter(|name| case.accepts(name)).count();
    let counted = Case::SPELLINGS.iter().map(|case| (*case, fitting(case)));
    // The first of those that fit as many.
    let best = counted.fold(
        (Case::Any, 0),
        |best, next| if next.1 > best.1 { next } else { best },
    );
    let (best, count) = best;
    if count == total {
        return best;
    }
    if 2 * count > total
        && let Some(other) = names().find(|name| !best.accepts(name))
    {
        told.note(format!(
            "`case = \"any\"`: {count} of {total} codes are in {best}, {} is not; `--case {best}` spells it so",
            quoted(other)
        ));
    }
    Case::Any
}

/// The name of a code that the list knows by its number.
fn name_of(entry: &Entry, case: Case, known: &HashMap<String, Place>) -> Option<String> {
    let number = entry.number?;
    let case = if case == Case::Any {
        Case::ScreamingSnake
    } else {
        case
    };
    let digits = number.unsigned_abs();
    let title = entry.title.as_deref().map(|title| case.spell(title));
    let title = title.filter(|name| case.accepts(name));
    let is_free = |name: &String| !known.contains_key(name);
    if let Some(name) = title.clone().filter(is_free) {
        return Some(name);
    }
    // Where two titles are one, the number tells them apart.
    let base = entry.title.as_deref().filter(|_| title.is_some());
    let name = case.spell(&format!("{} {digits}", base.unwrap_or("error")));
    Some(name).filter(|name| case.accepts(name))
}

/// Lets references follow codes that are spelled in another way.
fn follow(entry: &mut Entry, spelled: &HashMap<String, String>) {
    if spelled.is_empty() {
        return;
    }
    let references = entry.related.iter_mut().chain(&mut entry.replaced_by);
    for reference in references {
        if let Some(name) = spelled.get(reference) {
            reference.clone_from(name);
        }
    }
}

/// Mentions the codes that an entry relates to and the list does not have.
fn mention(place: &Place, entry: &mut Entry, known: &HashMap<String, Place>, told: &mut Told) {
    let related = std::mem::take(&mut entry.related);
    for name in related {
        if known.contains_key(&name) {
            entry.related.push(name);
        } else {
            told.mention(place, &name);
            entry.mentions.push(name);
        }
    }
}
