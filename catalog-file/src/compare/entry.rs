//! One code, before and after.

use super::Changes;
use super::Impact::{Breaking, Compatible};
use crate::{Catalog, Entry, Retry, phrase::quoted};

/// A code in its catalog.
type InCatalog<'c> = (&'c Catalog, &'c Entry);

pub(super) fn compare_entries(old: InCatalog<'_>, new: InCatalog<'_>, changes: &mut Changes) {
    numbers(old.1, new.1, changes);
    statuses(old.1, new.1, changes);
    exit_codes(old, new, changes);
    details(old.1, new.1, changes);
    retry(old.1, new.1, changes);
    lifecycle(old.1, new.1, changes);
    facts(old.1, new.1, changes);
}

fn numbers(old: &Entry, new: &Entry, changes: &mut Changes) {
    if old.number != new.number {
        let impact = if old.number.is_some() {
            Breaking
        } else {
            Compatible
        };
        let message = format!(
            "the number of {} {}",
            quoted(&new.name),
            was_and_is(old.number.as_ref(), new.number.as_ref())
        );
        changes.add("number", impact, Some(&new.name), message);
    }
}

fn statuses(old: &Entry, new: &Entry, changes: &mut Changes) {
    let name = quoted(&new.name);
    if old.statuses.first() != new.statuses.first() {
        let message = format!(
            "the status of {name} {}",
            was_and_is(old.statuses.first(), new.statuses.first())
        );
        changes.add("status", Breaking, Some(&new.name), message);
    }
    for status in old.statuses.iter().skip(1) {
        if !new.statuses.contains(status) {
            let message = format!("{name} no longer answers with {status}");
            changes.add("removed-status", Breaking, Some(&new.name), message);
        }
    }
    for status in new.statuses.iter().skip(1) {
        if !old.statuses.contains(status) {
            let message = format!("{name} may answer with {status} as well");
            changes.add("new-status", Breaking, Some(&new.name), message);
        }
    }
}

fn exit_codes(old: InCatalog<'_>, new: InCatalog<'_>, changes: &mut Changes) {
    let (before, after) = (old.0.exit_code(old.1), new.0.exit_code(new.1));
    if before != after {
        let message = format!(
            "the exit code of {} {}",
            quoted(&new.1.name),
            was_and_is(before.as_ref(), after.as_ref())
        );
        changes.add("exit-code", Breaking, Some(&new.1.name), message);
    }
}

fn details(old: &Entry, new: &Entry, changes: &mut Changes) {
    let name = quoted(&new.name);
    for detail in &old.details {
        let detail_name = quoted(&detail.name);
        match new.details.iter().find(|kept| kept.name == detail.name) {
            None => {
                let message = format!("{name} no longer has the detail {detail_name}");
                changes.add("removed-detail", Breaking, Some(&new.name), message);
            }
            Some(kept) if kept.kind != detail.kind => {
                let (was, is) = (detail.kind, kept.kind);
                let message = format!("the detail {detail_name} of {name} was {was} and is {is}");
                changes.add("detail-type", Breaking, Some(&new.name), message);
            }
            Some(_) => {}
        }
    }
    for detail in &new.details {
        if !old.details.iter().any(|known| known.name == detail.name) {
            let message = format!("{name} has the detail {}", quoted(&detail.name));
            changes.add("new-detail", Compatible, Some(&new.name), message);
        }
    }
}

/// Advice is stricter where a client that repeats by the old advice should no longer.
fn retry(old: &Entry, new: &Entry, changes: &mut Changes) {
    const fn patience(retry: Retry) -> u8 {
        match retry {
            Retry::Backoff => 0,
            Retry::After => 1,
            Retry::FixedFirst => 2,
            Retry::Never => 3,
        }
    }
    if old.retry == new.retry {
        return;
    }
    let is_stricter = match (old.retry, new.retry) {
        (Some(old), Some(new)) => patience(new) > patience(old),
        (Some(_), None) => true,
        (None, _) => false,
    };
    let impact = if is_stricter { Breaking } else { Compatible };
    let message = format!(
        "the retry advice of {} {}",
        quoted(&new.name),
        was_and_is(old.retry.as_ref(), new.retry.as_ref())
    );
    changes.add("retry", impact, Some(&new.name), message);
}

fn lifecycle(old: &Entry, new: &Entry, changes: &mut Changes) {
    let name = quoted(&new.name);
    for (kind, before, after, what) in [
        ("deprecated", &old.deprecated, &new.deprecated, "deprecated"),
        ("retired", &old.retired, &new.retired, "retired"),
    ] {
        match (before, after) {
            (None, Some(since)) => {
                let message = format!("{name} is {what}: {since}");
                changes.add(kind, Compatible, Some(&new.name), message);
            }
            (Some(_), None) => {
                let message = format!("{name} is no longer {what}");
                changes.add(kind, Compatible, Some(&new.name), message);
            }
            _ => {}
        }
    }
    if old.replaced_by != new.replaced_by {
        let message = format!(
            "the replacement of {name} {}",
            was_and_is(old.replaced_by.as_ref(), new.replaced_by.as_ref())
        );
        changes.add("replaced-by", Compatible, Some(&new.name), message);
    }
}

/// What people read and tools show, and no client branches on.
fn facts(old: &Entry, new: &Entry, changes: &mut Changes) {
    let differing = [
        ("title", old.title != new.title),
        ("message", old.message != new.message),
        ("meaning", old.meaning != new.meaning),
        ("client", old.client != new.client),
        ("server", old.server != new.server),
        ("section", old.section != new.section),
        ("category", old.category != new.category),
        ("severity", old.severity != new.severity),
        (
            "user_actionable",
            old.user_actionable != new.user_actionable,
        ),
        ("auto_fix", old.auto_fix != new.auto_fix),
        ("related", old.related != new.related),
        ("mentions", old.mentions != new.mentions),
        ("scope", old.scope != new.scope),
        ("since", old.since != new.since),
        ("derived", old.derived != new.derived),
    ];
    let changed = differing
        .iter()
        .filter(|(_, differs)| *differs)
        .map(|(field, _)| *field);
    let changed = changed.collect::<Vec<_>>();
    if !changed.is_empty() {
        let message = format!(
            "{} says something else: {}",
            quoted(&new.name),
            changed.join(", ")
        );
        changes.add("text", Compatible, Some(&new.name), message);
    }
}

fn was_and_is<T: ToString>(old: Option<&T>, new: Option<&T>) -> String {
    let shown = |value: Option<&T>| value.map_or_else(|| "none".to_owned(), ToString::to_string);
    format!("was {} and is {}", shown(old), shown(new))
}
