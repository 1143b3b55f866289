//! Reads one of the `codes` of an export.

use std::convert::Infallible;

use super::{fields::ReadObject, value::Value};
use crate::{
    CatalogPath, Detail, DetailType, Entry,
    format::{CODES, DETAILS, EntryPart},
};

impl ReadObject for Entry {
    const NAME: Option<fn(&mut Self, String)> = Some(|entry, name| entry.name = name);
    const REQUIRED: &'static [&'static str] = &["name"];

    fn read_table(&mut self, table: EntryPart, value: Value<'_, '_>) {
        match table {
            EntryPart::Details => self.details = value.list(detail),
        }
    }
}

impl ReadObject for Detail {
    const NAME: Option<fn(&mut Self, String)> = Some(|detail, name| detail.name = name);
    const REQUIRED: &'static [&'static str] = &["name"];

    fn read_table(&mut self, table: Infallible, _: Value<'_, '_>) {
        match table {}
    }
}

pub(super) fn read(mut value: Value<'_, '_>) -> Option<Entry> {
    let mut entry = Entry::new("");
    let before = value.notes.mistakes.len();
    let at = value.path.entry().unwrap_or_default();
    value.fields(CODES.iter(), &mut entry, |key| CatalogPath::Field(at, key));
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
    value.fields(DETAILS.iter(), &mut detail, |_| path);
    Some(detail)
}
