//! What the words of catalogs mean, in sentences.

use manila::{Applied, Detail, FactValue, Owner, Retry, Scope, Severity};

use crate::said::Said;
use crate::volume::Volume;
use crate::wording::{Argument, Wording};

/// The advice on repeating a request, and the header fields that say it.
pub(crate) fn of_retry(words: Wording<'_>, retry: Retry) -> (Said<'_>, Said<'_>) {
    let (advice, header) = match retry {
        Retry::Never => (
            "Do not repeat the request: it fails again.",
            "`x-should-retry: false` says so.",
        ),
        Retry::After => (
            "Repeat the request when the response says.",
            "`retry-after` has the moment, beside `x-should-retry: true`.",
        ),
        Retry::Backoff => (
            "Repeat the request, and wait longer before each attempt.",
            "`x-should-retry: true` says so.",
        ),
        Retry::AfterChange => (
            "Change the request before it is repeated.",
            "`x-should-retry: false` says that the same request fails again.",
        ),
        _ => return (words.own(retry.as_str()), words.name("")),
    };
    (words.own(advice), words.own(header).prose())
}

/// Who has to act.
pub(crate) fn of_owner(words: Wording<'_>, owner: Owner) -> Said<'_> {
    words.own(match owner {
        Owner::Caller => "the caller: its program has to change",
        Owner::User => "the user of the caller",
        Owner::Operator => "the operator of the service",
        Owner::Nobody => "nobody: it passes by itself",
        _ => owner.as_str(),
    })
}

/// Whether a request had its effect.
pub(crate) fn of_applied(words: Wording<'_>, applied: Applied) -> Said<'_> {
    words.own(match applied {
        Applied::No => "no, it had no effect",
        Applied::Yes => "yes, it had its effect",
        Applied::Unknown => "not known; look before you repeat it",
        _ => applied.as_str(),
    })
}

pub(crate) fn of_severity(words: Wording<'_>, severity: Severity) -> Said<'_> {
    words.own(severity.as_str())
}

pub(crate) fn of_scope(words: Wording<'_>, scope: Scope) -> Said<'_> {
    words.own(scope.as_str())
}

/// A choice among codes by their advice on repeating a request.
pub(crate) fn retry_in_short(words: Wording<'_>, retry: Retry) -> Said<'_> {
    words.own(match retry {
        Retry::AfterChange => "after change",
        _ => retry.as_str(),
    })
}

/// A choice among codes by who has to act.
pub(crate) fn owner_in_short(words: Wording<'_>, owner: Owner) -> Said<'_> {
    words.own(owner.as_str())
}

/// The type of a detail, with that of its items. Types have the names that JSON Schema gives them, in any language.
pub(crate) fn of_type<'a>(words: Wording<'a>, detail: &'a Detail) -> Said<'a> {
    match detail.item_kind() {
        Some(items) => {
            let given = [
                ("array", Argument::Text(detail.kind().as_str())),
                ("items", Argument::Text(items.as_str())),
            ];
            words.with("{ $array } of { $items }", &given)
        }
        None => words.name(detail.kind().as_str()),
    }
}

/// The value of a fact.
pub(crate) fn fact<'a>(words: Wording<'a>, volume: &Volume, value: &FactValue<&str>) -> Said<'a> {
    match value {
        FactValue::Boolean(true) => words.own("yes"),
        FactValue::Boolean(false) => words.own("no"),
        value => words
            .untranslated(value.to_string(), volume.language())
            .prose(),
    }
}
