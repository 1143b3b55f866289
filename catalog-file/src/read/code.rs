//! Reads `[codes]`.

use super::value::{Bounds, Keys, Value};
use crate::{
    Allowed, Applied, Catalog, CatalogPath, Detail, DetailType, Entry, Owner, Retry, Scope,
    Severity,
    phrase::{one_of, quoted},
};

const KEYS: &Keys<Entry> = &[
    ("number", |entry, value| {
        entry.number = value.integer(Bounds::NUMBER)
    }),
    ("status", status),
    ("statuses", statuses),
    ("derived", |entry, value| {
        entry.derived = value.flag().unwrap_or_default();
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
    ("auto_fix", |entry, value| entry.auto_fix = value.text()),
    ("related", |entry, value| {
        entry.related = value.texts();
    }),
    ("mentions", |entry, value| {
        entry.mentions = value.texts();
    }),
    ("facts", |entry, value| {
        value.each(|name, value| {
            let value = value.item(entry.facts.len(), name.span());
            if let Some(fact) = value.fact() {
                entry.facts.push((name.get_ref().to_string(), fact));
            }
        });
    }),
    ("scope", |entry, value| {
        entry.scope = value.list(|item| item.word(Scope::ALL, Scope::as_str));
    }),
    ("exit_code", |entry, value| {
        entry.exit_code = value.integer(Bounds::EXIT_CODE);
    }),
    ("since", |entry, value| entry.since = value.text()),
    ("deprecated", |entry, value| entry.deprecated = value.text()),
    ("retired", |entry, value| entry.retired = value.text()),
    ("replaced_by", |entry, value| {
        entry.replaced_by = value.text();
    }),
    ("details", details),
    ("allow", allow),
];

const DETAIL_KEYS: &Keys<Detail> = &[
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

pub(super) fn read(catalog: &mut Catalog, value: Value<'_>) {
    value.each(|name, value| {
        let at = catalog.codes.len();
        let mut entry = Entry::new(name.get_ref().as_ref());
        let mut value = value.item(at, name.span());
        let before = value.log.mistakes.len();
        value.fields(KEYS, &mut entry, |key| match key {
            "status" => CatalogPath::Field(at, "statuses"),
            key => CatalogPath::Field(at, key),
        });
        value.log.in_code(before, &entry.name);
        // Without its details, the placeholders of a message cannot be judged.
        if value.log.is_unreadable(CatalogPath::Field(at, "details")) {
            value.log.mark_unreadable(CatalogPath::Field(at, "message"));
        }
        catalog.codes.push(entry);
    });
}

fn status(entry: &mut Entry, value: Value<'_>) {
    let Some(value) = not_both(entry, value) else {
        return;
    };
    value.log.span(value.path.item(0), value.node.span());
    entry.statuses.extend(value.integer::<u16>(Bounds::STATUS));
}

fn statuses(entry: &mut Entry, value: Value<'_>) {
    if let Some(value) = not_both(entry, value) {
        entry.statuses = value.list(|item| item.integer(Bounds::STATUS));
    }
}

fn not_both<'v>(entry: &Entry, mut value: Value<'v>) -> Option<Value<'v>> {
    if entry.statuses.is_empty() {
        return Some(value);
    }
    let message = "`status` and `statuses` cannot both be set".to_owned();
    let help = "list them all in `statuses`, the default first".to_owned();
    value.refuse("exclusive-keys", message, Some(help));
    None
}

fn details(entry: &mut Entry, value: Value<'_>) {
    value.each(|name, value| {
        let mut detail = Detail::new(name.get_ref().as_ref(), DetailType::Any);
        let mut value = value.item(entry.details.len(), name.span());
        let path = value.path;
        value.fields(DETAIL_KEYS, &mut detail, |_| path);
        if value.node.get_ref().get("type").is_none() && !value.log.is_unreadable(path) {
            let message = format!("detail {} has no `type`", quoted(&detail.name));
            let types = one_of(DetailType::ALL.iter().map(|kind| kind.as_str()));
            let help = Some(format!("expected {types}"));
            value.log.report("missing-key", name.span(), message, help);
        }
        entry.details.push(detail);
    });
}

fn allow(entry: &mut Entry, value: Value<'_>) {
    value.each(|rule, value| {
        let value = value.item(entry.allow.len(), rule.span());
        entry.allow.push(Allowed {
            rule: rule.get_ref().clone().into_owned(),
            reason: value.text().unwrap_or_default(),
        });
    });
}
