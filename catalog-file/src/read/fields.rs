//! Reads the tables of the format: each key as its field says.

use toml::de::{DeTable, DeValue};

use super::{
    log::Log,
    value::{Key, Value, in_order},
};
use crate::{
    CatalogPath, FactValue,
    format::{Bounds, Field, Names, Part, Pointed, Set},
    help_for_word, nearest,
    phrase::quoted,
};

/// A part of a catalog with the tables that are not read key by key.
pub(super) trait ReadTables: Part {
    fn read_table(&mut self, table: Self::Tables, value: Value<'_>);
}

impl Value<'_> {
    /// Reads the members of a table that knows its keys.
    pub(super) fn fields<T: ReadTables>(
        &mut self,
        fields: &[Field<T>],
        target: &mut T,
        path: impl Fn(&'static str) -> CatalogPath,
    ) {
        let DeValue::Table(table) = self.node.get_ref() else {
            self.wrong_type::<()>("a table", None);
            return;
        };
        read_fields(table, self.log, fields, target, path);
    }

    fn named<T>(
        self,
        target: &mut T,
        names: &Names,
        pointed: Pointed,
        set: fn(&mut T, &str, String),
    ) {
        let mut items = 0;
        self.each(|name, value| {
            if let Some((message, help)) = names.refuse(name.get_ref()) {
                value.log.report("unknown-word", name.span(), message, help);
                return;
            }
            let span = match pointed {
                Pointed::Name => name.span(),
                Pointed::Value => value.node.span(),
            };
            let text = value.item(items, span).text().unwrap_or_default();
            items += 1;
            set(target, name.get_ref(), text);
        });
    }

    fn facts<T>(self, target: &mut T, set: fn(&mut T, String, FactValue<String>)) {
        let mut items = 0;
        self.each(|name, value| {
            if let Some(fact) = value.item(items, name.span()).fact() {
                items += 1;
                set(target, name.get_ref().to_string(), fact);
            }
        });
    }

    fn exit_codes<T>(self, target: &mut T, set: fn(&mut T, u16, u8)) {
        let mut items = 0;
        self.each(|key, value| {
            let status = match Bounds::status_named(key.get_ref()) {
                Ok(status) => status,
                Err(message) => {
                    value.log.report("status-range", key.span(), message, None);
                    return;
                }
            };
            let exit_code = value.item(items, key.span()).integer(Bounds::EXIT_CODE);
            let exit_code = exit_code.and_then(|code| u8::try_from(code).ok());
            items += 1;
            set(target, status, exit_code.unwrap_or_default());
        });
    }
}

/// Reads members of a table that knows its keys, and reports the others.
pub(super) fn read_fields<T: ReadTables>(
    table: &DeTable<'_>,
    log: &mut Log,
    fields: &[Field<T>],
    target: &mut T,
    path: impl Fn(&'static str) -> CatalogPath,
) {
    for (key, node) in in_order(table) {
        let name = key.get_ref().as_ref();
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            unknown_key(key, log, fields, &path);
            continue;
        };
        let path = path(field.name);
        log.span(path, node.span());
        let value = Value {
            key: field.name,
            node,
            path,
            log,
        };
        read_field(field, target, value);
    }
}

fn read_field<T: ReadTables>(field: &Field<T>, target: &mut T, value: Value<'_>) {
    match field.set {
        Set::Text(_, set) => value.text().into_iter().for_each(|text| set(target, text)),
        Set::Flag(set) => value.flag().into_iter().for_each(|flag| set(target, flag)),
        Set::Integer(bounds, set) => {
            let integer = value.integer(bounds);
            integer.into_iter().for_each(|integer| set(target, integer));
        }
        Set::Word(words, set) => {
            let word = value.word(words);
            word.into_iter().for_each(|word| set(target, word));
        }
        Set::Words(words, set) => {
            let found = value.list(|item| item.word(words));
            found.into_iter().for_each(|word| set(target, word));
        }
        Set::Texts(_, set) | Set::Distinct(_, set) => set(target, value.texts()),
        Set::Steps(set) => set(target, value.steps()),
        Set::Status(set) => {
            value.log.span(value.path.item(0), value.node.span());
            let status = value.status();
            status.into_iter().for_each(|status| set(target, status));
        }
        Set::Statuses(set) => set(target, value.list(|item| item.status())),
        Set::Fact(set) => value.facts(target, set),
        Set::ExitCode(set) => value.exit_codes(target, set),
        Set::Named {
            names,
            pointed,
            set,
            ..
        } => value.named(target, &names(), pointed, set),
        Set::Table(table) => target.read_table(table, value),
    }
}

fn unknown_key<T: Part>(
    key: &Key<'_>,
    log: &mut Log,
    fields: &[Field<T>],
    path: impl Fn(&'static str) -> CatalogPath,
) {
    let known = fields.iter().map(|field| field.name);
    let help = help_for_word(key.get_ref(), known.clone());
    if let Some(meant) = nearest(key.get_ref(), known) {
        log.mark_unreadable(path(meant));
    }
    let message = format!("unknown key {}", quoted(key.get_ref()));
    log.report("unknown-key", key.span(), message, Some(help));
}
