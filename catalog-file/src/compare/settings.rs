//! What holds for all codes of a catalog, before and after.

use std::collections::BTreeMap;

use super::changes::{Changes, Values};
use super::kind;
use super::same::Same as _;
use crate::{Catalog, phrase::quoted};

/// What a text is called, and whether it differs.
type Text = (&'static str, fn(&Catalog, &Catalog) -> bool);

/// What people read and tools show, and no client branches on: what differs is told in one change.
const TEXTS: &[Text] = &[
    ("brands", |old, new| old.brands != new.brands),
    ("facts", |old, new| titles_of(old) != titles_of(new)),
    ("operations", |old, new| old.operations != new.operations),
];

/// An export has them sorted.
fn titles_of(catalog: &Catalog) -> BTreeMap<&str, &str> {
    let titles = catalog.facts.iter();
    titles.map(|(name, title)| (&**name, &**title)).collect()
}

pub(super) fn compare_settings(old: &Catalog, new: &Catalog, changes: &mut Changes) {
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
    compare_spellings(old, new, changes);
    if old.wire != new.wire {
        let values = Values::of(Some(&old.wire), Some(&new.wire));
        let message = format!("what is sent as the code {}", values.in_words());
        changes.add(kind::WIRE, None, values, message);
    }
    compare_locales(old, new, changes);
    if old.documentation != new.documentation {
        let kind = match old.documentation {
            Some(_) => kind::DOCUMENTATION,
            None => kind::NEW_DOCUMENTATION,
        };
        let values = Values::of(old.documentation.as_ref(), new.documentation.as_ref());
        let message = format!("the address of the reference {}", values.in_quotes());
        changes.add(kind, None, values, message);
    }
    let changed = TEXTS.iter().filter(|(_, differs)| differs(old, new));
    let changed = changed.map(|(key, _)| *key).collect::<Vec<_>>();
    if !changed.is_empty() {
        let message = format!("the catalog changed in: {}", changed.join(", "));
        changes.add(kind::CATALOG_TEXT, None, Values::default(), message);
    }
}

/// The general codes for HTTP statuses follow the spelling of the catalog, unless it says another.
fn compare_spellings(old: &Catalog, new: &Catalog, changes: &mut Changes) {
    let shown = (old.shown_http_case(), new.shown_http_case());
    let are_told = old.http_case.is_none() && new.http_case.is_none();
    if old.case != new.case {
        let kind = if are_told && shown.0 != shown.1 {
            kind::CASE
        } else {
            kind::CODES_CASE
        };
        let values = Values::of(Some(&old.case), Some(&new.case));
        let message = format!("the spelling of codes {}", values.in_words());
        changes.add(kind, None, values, message);
    }
    if !are_told && shown.0 != shown.1 {
        let values = Values::of(Some(&shown.0), Some(&shown.1));
        let message = format!("the spelling of HTTP's own codes {}", values.in_words());
        changes.add(kind::CASE, None, values, message);
    }
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
