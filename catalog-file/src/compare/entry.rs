//! One code, before and after.

use super::changes::{Changes, Values};
use super::kind;
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
    if old.number == new.number {
        return;
    }
    let kind = match old.number {
        Some(_) => kind::NUMBER,
        None => kind::NEW_NUMBER,
    };
    let values = Values::of(old.number.as_ref(), new.number.as_ref());
    let message = format!("the number of {} {}", quoted(&new.name), values.in_words());
    changes.add(kind, Some(&new.name), values, message);
}

fn statuses(old: &Entry, new: &Entry, changes: &mut Changes) {
    let (code, name) = (Some(new.name.as_str()), quoted(&new.name));
    if old.statuses.first() != new.statuses.first() {
        let values = Values::of(old.statuses.first(), new.statuses.first());
        let message = format!("the status of {name} {}", values.in_words());
        changes.add(kind::STATUS, code, values, message);
    }
    for status in old.statuses.iter().skip(1) {
        if !new.statuses.contains(status) {
            let message = format!("{name} no longer has the status {status}");
            let values = Values::of(Some(status), None);
            changes.add(kind::REMOVED_STATUS, code, values, message);
        }
    }
    for status in new.statuses.iter().skip(1) {
        if !old.statuses.contains(status) {
            let message = format!("{name} also has the status {status}");
            let values = Values::of(None, Some(status));
            changes.add(kind::NEW_STATUS, code, values, message);
        }
    }
}

fn exit_codes(old: InCatalog<'_>, new: InCatalog<'_>, changes: &mut Changes) {
    let before = old.0.shown_exit_code(old.1);
    let after = new.0.shown_exit_code(new.1);
    if before != after {
        let (name, values) = (&new.1.name, Values::of(Some(&before), Some(&after)));
        let message = format!("the exit code of {} {}", quoted(name), values.in_words());
        changes.add(kind::EXIT_CODE, Some(name), values, message);
    }
}

fn details(old: &Entry, new: &Entry, changes: &mut Changes) {
    let (code, name) = (Some(new.name.as_str()), quoted(&new.name));
    for detail in &old.details {
        let shown = quoted(&detail.name);
        match new.details.iter().find(|kept| kept.name == detail.name) {
            None => {
                let message = format!("{name} no longer has the detail {shown}");
                let values = Values::of(Some(&detail.name), None);
                changes.add(kind::REMOVED_DETAIL, code, values, message);
            }
            Some(kept) if kept.kind != detail.kind => {
                let values = Values::of(Some(&detail.kind), Some(&kept.kind));
                let message = format!(
                    "the type of the detail {shown} of {name} {}",
                    values.in_words()
                );
                changes.add(kind::DETAIL_TYPE, code, values, message);
            }
            Some(_) => {}
        }
    }
    for detail in &new.details {
        if !old.details.iter().any(|known| known.name == detail.name) {
            let message = format!("{name} has the new detail {}", quoted(&detail.name));
            let values = Values::of(None, Some(&detail.name));
            changes.add(kind::NEW_DETAIL, code, values, message);
        }
    }
}

/// Advice is stricter where a client that repeats by the old advice should no longer. None at all
/// is stricter than any that lets it repeat, and not stricter than `never`.
fn retry(old: &Entry, new: &Entry, changes: &mut Changes) {
    const fn strictness(retry: Retry) -> u8 {
        match retry {
            Retry::Backoff => 0,
            Retry::After => 1,
            Retry::AfterChange => 2,
            Retry::Never => 3,
        }
    }
    if old.retry == new.retry {
        return;
    }
    let is_stricter = match (old.retry, new.retry) {
        (Some(old), Some(new)) => strictness(new) > strictness(old),
        (Some(old), None) => old != Retry::Never,
        (None, _) => false,
    };
    let kind = if is_stricter {
        kind::STRICTER_RETRY
    } else {
        kind::LOOSER_RETRY
    };
    let (name, values) = (
        &new.name,
        Values::of(old.retry.as_ref(), new.retry.as_ref()),
    );
    let message = format!("the retry advice of {} {}", quoted(name), values.in_words());
    changes.add(kind, Some(name), values, message);
}

fn lifecycle(old: &Entry, new: &Entry, changes: &mut Changes) {
    let (code, name) = (Some(new.name.as_str()), quoted(&new.name));
    for (ends, begins, before, after) in [
        (
            kind::UNDEPRECATED,
            kind::DEPRECATED,
            &old.deprecated,
            &new.deprecated,
        ),
        (kind::UNRETIRED, kind::RETIRED, &old.retired, &new.retired),
    ] {
        let what = begins.id;
        let (kind, message) = match (before, after) {
            (None, Some(since)) => (begins, format!("{name} is {what}: {}", quoted(since))),
            (Some(_), None) => (ends, format!("{name} is no longer {what}")),
            _ => continue,
        };
        let values = Values::of(before.as_ref(), after.as_ref());
        changes.add(kind, code, values, message);
    }
    if old.replaced_by != new.replaced_by {
        let values = Values::of(old.replaced_by.as_ref(), new.replaced_by.as_ref());
        let message = format!("the replacement of {name} {}", values.in_quotes());
        changes.add(kind::REPLACED_BY, code, values, message);
    }
}

/// What people read and tools show, and no client branches on.
fn facts(old: &Entry, new: &Entry, changes: &mut Changes) {
    let differing = [
        ("title", old.shown_title() != new.shown_title()),
        ("message", old.shown_message() != new.shown_message()),
        ("meaning", old.shown_meaning() != new.shown_meaning()),
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
        ("scope", old.shown_scope() != new.shown_scope()),
        ("since", old.since != new.since),
        (
            "deprecated",
            is_reworded(old.deprecated.as_ref(), new.deprecated.as_ref()),
        ),
        (
            "retired",
            is_reworded(old.retired.as_ref(), new.retired.as_ref()),
        ),
        ("derived", old.derived != new.derived),
        ("details", means_another(old, new)),
    ];
    let changed = differing.iter().filter(|(_, differs)| *differs);
    let changed = changed.map(|(field, _)| *field).collect::<Vec<_>>();
    if !changed.is_empty() {
        let (name, changed) = (quoted(&new.name), changed.join(", "));
        let message = format!("{name} changed in: {changed}");
        changes.add(kind::TEXT, Some(&new.name), Values::default(), message);
    }
}

/// Whether a text was changed, rather than added or removed.
fn is_reworded(old: Option<&String>, new: Option<&String>) -> bool {
    old.is_some() && new.is_some() && old != new
}

/// Whether a detail that stays has another meaning.
fn means_another(old: &Entry, new: &Entry) -> bool {
    old.details.iter().any(|detail| {
        let mut kept = new.details.iter();
        kept.any(|kept| kept.name == detail.name && kept.meaning != detail.meaning)
    })
}
