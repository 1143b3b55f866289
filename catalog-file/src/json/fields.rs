//! Reads the objects of an export: each member as the field of a file says.

use super::value::Value;
use crate::{
    CatalogPath,
    format::{Bounds, Field, Names, Part, Set, Text},
    phrase::quoted,
};

/// A part of a catalog that is an object in an export.
pub(super) trait ReadObject: Part {
    /// Where the name goes, which is a key in a file and a member here.
    const NAME: Option<fn(&mut Self, String)>;

    /// The members that are required beside those that a file requires.
    const REQUIRED: &'static [&'static str];

    fn read_table(&mut self, table: Self::Tables, value: Value<'_, '_>);
}

impl<'t> Value<'_, 't> {
    /// Reads the members of an object; unknown ones are skipped.
    pub(super) fn fields<'f, T: ReadObject>(
        &mut self,
        fields: impl Iterator<Item = &'f Field<T>> + Clone,
        target: &mut T,
        path: impl Fn(&'static str) -> CatalogPath,
    ) {
        let Some(members) = self.members() else {
            return;
        };
        for (at, (name, raw)) in members.iter().enumerate() {
            let field = fields.clone().find(|field| field.name == name);
            let (key, set) = match (field, T::NAME) {
                (Some(field), _) => (field.name, &field.set),
                (None, Some(set)) if name == "name" => ("name", &Set::Text(Text::Any, set)),
                _ => continue,
            };
            let span = self.notes.span_of(raw.get());
            if members[..at].iter().any(|(before, _)| before == name) {
                let message = format!("duplicate {}", quoted(name));
                self.notes.mistake("duplicate-key", span, message, None);
                continue;
            }
            let path = path(key);
            self.notes.span(path, span);
            read_field(set, target, Value::new(key, raw, path, self.notes));
        }
        let required = fields.filter(|field| field.is_required);
        for key in required
            .map(|field| field.name)
            .chain(T::REQUIRED.iter().copied())
        {
            if !members.iter().any(|(name, _)| name == key) {
                let start = self.span().start;
                let message = format!("{} is missing here", quoted(key));
                self.notes
                    .mistake("missing-key", start..start + 1, message, None);
            }
        }
    }

    fn named<T>(self, target: &mut T, names: &Names, set: fn(&mut T, &str, String)) {
        self.each(|name, mut value| {
            if let Some((message, help)) = names.refuse(name) {
                value.refuse("unknown-word", message, help);
                return;
            }
            set(target, name, value.text().unwrap_or_default());
        });
    }

    fn exit_codes<T>(self, target: &mut T, set: fn(&mut T, u16, u8)) {
        self.each(|name, mut value| {
            let status = match Bounds::status_named(name) {
                Ok(status) => status,
                Err(message) => {
                    value.refuse("status-range", message, None);
                    return;
                }
            };
            let exit_code = value.integer(Bounds::EXIT_CODE);
            let exit_code = exit_code.and_then(|code| u8::try_from(code).ok());
            set(target, status, exit_code.unwrap_or_default());
        });
    }
}

fn read_field<T: ReadObject>(set: &Set<T>, target: &mut T, value: Value<'_, '_>) {
    match *set {
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
        // An export lists one status as it does several.
        Set::Status(_) => {}
        Set::Statuses(set) => set(target, value.list(|item| item.status())),
        Set::Fact(set) => value.each(|name, value| {
            if let Some(fact) = value.fact() {
                set(target, name.to_owned(), fact);
            }
        }),
        Set::ExitCode(set) => value.exit_codes(target, set),
        Set::Named { names, set, .. } => value.named(target, &names(), set),
        Set::Table(table) => target.read_table(table, value),
    }
}
