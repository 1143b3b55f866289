//! What clients rely on of a code, and people are told of it, fact by fact.

use super::changes::{Changes, Values};
use super::kind;
use super::pairs::Pair;
use super::same::Same as _;
use crate::{Retry, phrase::quoted};

pub(super) fn name(pair: &Pair<'_>, changes: &mut Changes) {
    let (old, new) = (pair.old.entry, pair.new.entry);
    if old.name != new.name {
        let values = Values::of(Some(&old.name), Some(&new.name));
        let message = match new.number {
            Some(number) => format!("the name of {number} {}", values.in_quotes()),
            None => format!("the name of a code {}", values.in_quotes()),
        };
        changes.add(kind::RENAMED, Some(&new.name), values, message);
    }
}

pub(super) fn number(pair: &Pair<'_>, changes: &mut Changes) {
    let (old, new) = (pair.old.entry.number, pair.new.entry.number);
    if old == new {
        return;
    }
    let kind = match old {
        Some(_) => kind::NUMBER,
        None => kind::NEW_NUMBER,
    };
    let (code, name) = pair.code();
    let values = Values::of(old.as_ref(), new.as_ref());
    let message = format!("the number of {name} {}", values.in_words());
    changes.add(kind, code, values, message);
}

pub(super) fn status(pair: &Pair<'_>, changes: &mut Changes) {
    let (old, new) = (
        pair.old.entry.statuses.first(),
        pair.new.entry.statuses.first(),
    );
    if old == new {
        return;
    }
    let (code, name) = pair.code();
    let values = Values::of(old, new);
    let mut message = format!("the status of {name} {}", values.in_words());
    let (before, after) = pair.exit_codes();
    if before != after && pair.exit_code_follows_status() {
        let exit_codes = Values::of(Some(&before), Some(&after));
        message += &format!(
            ", and with it the exit code {}",
            exit_codes.before_and_after(str::to_owned)
        );
    }
    changes.add(kind::STATUS, code, values, message);
}

pub(super) fn exit_code(pair: &Pair<'_>, changes: &mut Changes) {
    let (before, after) = pair.exit_codes();
    if before == after || pair.exit_code_follows_status() {
        return;
    }
    let (code, name) = pair.code();
    let values = Values::of(Some(&before), Some(&after));
    let message = format!("the exit code of {name} {}", values.in_words());
    changes.add(kind::EXIT_CODE, code, values, message);
}

/// Advice is stricter where a client that repeats by the old advice should no longer. None at all
/// is stricter than any that lets it repeat, and not stricter than `never`.
pub(super) fn retry(pair: &Pair<'_>, changes: &mut Changes) {
    const fn strictness(retry: Retry) -> u8 {
        match retry {
            Retry::Backoff => 0,
            Retry::After => 1,
            Retry::AfterChange => 2,
            Retry::Never => 3,
        }
    }
    let (old, new) = (pair.old.entry.retry, pair.new.entry.retry);
    if old == new {
        return;
    }
    let is_stricter = match (old, new) {
        (Some(old), Some(new)) => strictness(new) > strictness(old),
        (Some(old), None) => old != Retry::Never,
        (None, _) => false,
    };
    let kind = if is_stricter {
        kind::STRICTER_RETRY
    } else {
        kind::LOOSER_RETRY
    };
    let (code, name) = pair.code();
    let values = Values::of(old.as_ref(), new.as_ref());
    let message = format!("the retry advice of {name} {}", values.in_words());
    changes.add(kind, code, values, message);
}

pub(super) fn lifecycle(pair: &Pair<'_>, changes: &mut Changes) {
    let (old, new) = (pair.old.entry, pair.new.entry);
    let (code, name) = pair.code();
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
            (Some(_), None) if what == kind::RETIRED.id && says_something_else(pair) => {
                let message = format!("{name} was {what} and comes back with another message");
                (kind::REUSED_CODE, message)
            }
            (Some(_), None) => (ends, format!("{name} is no longer {what}")),
            _ => continue,
        };
        changes.add(
            kind,
            code,
            Values::of(before.as_ref(), after.as_ref()),
            message,
        );
    }
}

/// Whether the message is another, or the meaning where there is no message.
fn says_something_else(pair: &Pair<'_>) -> bool {
    let (old, new) = (pair.old.entry, pair.new.entry);
    match (old.shown_message(), new.shown_message()) {
        (None, None) => !old.shown_meaning().same(&new.shown_meaning()),
        (old, new) => !old.same(&new),
    }
}

pub(super) fn replaced_by(pair: &Pair<'_>, changes: &mut Changes) {
    let (old, new) = (&pair.old.entry.replaced_by, &pair.new.entry.replaced_by);
    let is_one = match (old, new) {
        (Some(old), Some(new)) => pair.is_one(old, new),
        (old, new) => old == new,
    };
    if !is_one {
        let (code, name) = pair.code();
        let values = Values::of(old.as_ref(), new.as_ref());
        let change = pair.pairs.change_of(old.as_deref(), new.as_deref());
        let message = format!("the replacement of {name} {change}");
        changes.add(kind::REPLACED_BY, code, values, message);
    }
}
