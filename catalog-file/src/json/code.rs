//! Reads one of the `codes` of an export.

use super::value::{Keys, Value};
use crate::{
    Allowed, Applied, CatalogPath, Detail, DetailType, Entry, Owner, Retry, Scope, Severity,
};

/// What an exit code is.
pub(super) const EXIT_CODES: &str = "an exit code (0–255)";

const KEYS: &Keys<Entry> = &[
    ("name", |entry, value| {
        entry.name = value.text().unwrap_or_default();
    }),
    ("number", |entry, value| {
        entry.number = value.integer("a valid number (-2147483648 to 2147483647)");
    }),
    ("statuses", |entry, value| {
        entry.statuses = value.list(|item| item.integer("an error status (400–599)"));
    }),
    ("derived", |entry, value| {
        entry.derived = value.flag().unwrap_or_default();
    }),
    ("exit_code", |entry, value| {
        entry.exit_code = value.integer(EXIT_CODES);
    }),
    ("title", |entry, value| entry.title = value.text()),
    ("message", |entry, value| entry.message = value.text()),
    ("meaning", |entry, value| entry.meaning = value.text()),
    ("causes", |entry, value| entry.causes = value.texts()),
    ("client", |entry, value| entry.client = value.steps()),
    ("server", |entry, value| entry.server = value.steps()),
    ("operations", |entry, value| {
        entry.operations = value.texts();
    }),
    ("next", |entry, value| entry.next = value.text()),
    ("source", |entry, value| entry.source = value.texts()),
    ("section", |entry, value| entry.section = value.text()),
    ("category", |entry, value| entry.category = value.text()),
    ("auto_fix", |entry, value| entry.auto_fix = value.text()),
    ("since", |entry, value| entry.since = value.text()),
    ("deprecated", |entry, value| entry.deprecated = value.text()),
    ("retired", |entry, value| entry.retired = value.text()),
    ("replaced_by", |entry, value| {
        entry.replaced_by = value.text();
    }),
    ("retry", |entry, value| {
        entry.retry = value.word(Retry::ALL, Retry::as_str);
    }),
    ("severity", |entry, value| {
        entry.severity = value.word(Severity::ALL, Severity::as_str);
    }),
    ("user_actionable", |entry, value| {
        entry.user_actionable = value.flag();
    }),
    ("owner", |entry, value| {
        entry.owner = value.word(Owner::ALL, Owner::as_str);
    }),
    ("applied", |entry, value| {
        entry.applied = value.word(Applied::ALL, Applied::as_str);
    }),
    ("facts", |entry, value| {
        value.each(|name, value| {
            if let Some(fact) = value.fact() {
                entry.facts.push((name.to_owned(), fact));
            }
        });
    }),
    ("scope", |entry, value| {
        entry.scope = value.list(|item| item.word(Scope::ALL, Scope::as_str));
    }),
    ("related", |entry, value| {
        entry.related = value.texts();
    }),
    ("mentions", |entry, value| {
        entry.mentions = value.texts();
    }),
    ("details", |entry, value| {
        entry.details = value.list(detail);
    }),
    ("allow", |entry, value| {
        value.each(|rule, value| {
            let reason = value.text().unwrap_or_default();
            entry.allow.push(Allowed::new(rule, reason));
        });
    }),
];

const DETAIL_KEYS: &Keys<Detail> = &[
    ("name", |detail, value| {
        detail.name = value.text().unwrap_or_default();
    }),
    ("type", |detail, value| {
        detail.kind = value
            .word(DetailType::ALL, DetailType::as_str)
            .unwrap_or(detail.kind);
    }),
    ("meaning", |detail, value| detail.meaning = value.text()),
    ("required", |detail, value| detail.required = value.flag()),
    ("items", |detail, value| {
        detail.items = value.word(DetailType::ALL, DetailType::as_str);
    }),
    ("values", |detail, value| detail.values = value.texts()),
];

pub(super) fn read(mut value: Value<'_, '_>) -> Option<Entry> {
    let mut entry = Entry::new("");
    let before = value.notes.mistakes.len();
    let at = value.path.entry().unwrap_or_default();
    value.fields(KEYS, &["name"], &mut entry, |key| {
        CatalogPath::Field(at, key)
    });
    value.notes.in_code(before, &entry.name);
    // What is about the code as a whole is shown at its name.
    if let Some(name) = value
        .notes
        .spans
        .get(&CatalogPath::Field(at, "name"))
        .cloned()
    {
        value.notes.spans.insert(value.path, name);
    }
    Some(entry)
}

fn detail(mut value: Value<'_, '_>) -> Option<Detail> {
    let mut detail = Detail::new("", DetailType::Any);
    let path = value.path;
    value.fields(DETAIL_KEYS, &["name", "type"], &mut detail, |_| path);
    Some(detail)
}
