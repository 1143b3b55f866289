//! Reads `[codes]`.

use std::convert::Infallible;

use super::{fields::ReadTables, value::Value};
use crate::{
    Catalog, CatalogPath, Detail, DetailType, Entry,
    format::{CODES, DETAILS, EntryPart},
    phrase::{one_of, quoted},
};

impl ReadTables for Entry {
    fn read_table(&mut self, table: EntryPart, value: Value<'_>) {
        match table {
            EntryPart::Details => details(self, value),
        }
    }
}

impl ReadTables for Detail {
    fn read_table(&mut self, table: Infallible, _: Value<'_>) {
        match table {}
    }
}

pub(super) fn read(catalog: &mut Catalog, value: Value<'_>) {
    value.each(|name, value| {
        let at = catalog.codes.len();
        let mut entry = Entry::new(name.get_ref().as_ref());
        let mut value = value.item(at, name.span());
        let before = value.log.mistakes.len();
        value.fields(CODES, &mut entry, |key| match key {
            "status" => CatalogPath::Field(at, "statuses"),
            key => CatalogPath::Field(at, key),
        });
        not_both(&mut value, CatalogPath::Field(at, "statuses"));
        value.log.in_code(before, &entry.name);
        // Without its details, the placeholders of a message cannot be judged.
        if value.log.is_unreadable(CatalogPath::Field(at, "details")) {
            value.log.mark_unreadable(CatalogPath::Field(at, "message"));
        }
        catalog.codes.push(entry);
    });
}

/// Refuses the second of two keys that say the same.
fn not_both(value: &mut Value<'_>, path: CatalogPath) {
    let node = value.node.get_ref();
    let (Some(status), Some(statuses)) = (node.get("status"), node.get("statuses")) else {
        return;
    };
    let message = "`status` and `statuses` cannot both be set".to_owned();
    let help = "list them all in `statuses`, the default first".to_owned();
    let second = std::cmp::max_by_key(status, statuses, |value| value.span().start);
    value.log.mark_unreadable(path);
    let span = second.span();
    value
        .log
        .report("exclusive-keys", span, message, Some(help));
}

fn details(entry: &mut Entry, value: Value<'_>) {
    value.each(|name, value| {
        let mut detail = Detail::new(name.get_ref().as_ref(), DetailType::Any);
        let mut value = value.item(entry.details.len(), name.span());
        let path = value.path;
        value.fields(DETAILS, &mut detail, |_| path);
        if value.node.get_ref().get("type").is_none() && !value.log.is_unreadable(path) {
            let message = format!("detail {} has no `type`", quoted(&detail.name));
            let types = one_of(DetailType::ALL.iter().map(|kind| kind.as_str()));
            let help = Some(format!("expected {types}"));
            value.log.report("missing-key", name.span(), message, help);
        }
        entry.details.push(detail);
    });
}
