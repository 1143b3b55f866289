//! One value of an export, and the ways to read it.

use std::{fmt, ops::Range};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::notes::Notes;
use crate::{
    CatalogPath, FactValue,
    format::{Bounds, Word},
    help_for_word,
    phrase::quoted,
};

/// A value, and the part of the model that it becomes.
#[derive(Debug)]
pub(super) struct Value<'v, 't> {
    pub(super) key: &'v str,
    raw: &'v RawValue,
    pub(super) path: CatalogPath,
    pub(super) notes: &'v mut Notes<'t>,
}

/// The members of an object, in its order.
struct Members<'v>(Vec<(String, &'v RawValue)>);

impl<'v, 't> Value<'v, 't> {
    pub(super) const fn new(
        key: &'v str,
        raw: &'v RawValue,
        path: CatalogPath,
        notes: &'v mut Notes<'t>,
    ) -> Self {
        Self {
            key,
            raw,
            path,
            notes,
        }
    }

    /// The version that an export says that it has, and where it says so.
    pub(super) fn schema(&self) -> Option<(u64, Range<usize>)> {
        let Members(members) = serde_json::from_str(self.raw.get()).ok()?;
        let (_, schema) = members.into_iter().find(|(name, _)| name == "schema")?;
        let version = serde_json::from_str(schema.get()).ok()?;
        Some((version, self.notes.span_of(schema.get())))
    }

    pub(super) fn text(mut self) -> Option<String> {
        self.read("a string")
    }

    pub(super) fn flag(mut self) -> Option<bool> {
        self.read("`true` or `false`")
    }

    /// An integer within the bounds.
    pub(super) fn integer(mut self, bounds: Bounds) -> Option<i64> {
        self.number(bounds, |number| bounds.fit(number))
    }

    /// A status. Whether it is that of an error is for the rules to judge.
    pub(super) fn status(mut self) -> Option<u16> {
        self.number(Bounds::STATUS, |number| u16::try_from(number).ok())
    }

    fn number<T>(&mut self, bounds: Bounds, fit: impl Fn(i64) -> Option<T>) -> Option<T> {
        let number: i64 = self.read("an integer")?;
        let fitting = fit(number);
        if fitting.is_none() {
            let message = format!("{number} is not {}", bounds.what);
            self.refuse("out-of-range", message, None);
        }
        fitting
    }

    /// One of the words.
    pub(super) fn word(mut self, words: &[Word]) -> Option<&'static str> {
        let text: String = self.read("a string")?;
        let spelled = words.iter().map(|word| word.word);
        let word = spelled.clone().find(|word| text == *word);
        if word.is_none() {
            let help = help_for_word(&text, spelled);
            let message = format!("unknown value {} for {}", quoted(&text), quoted(self.key));
            self.refuse("unknown-word", message, Some(help));
        }
        word
    }

    pub(super) fn texts(self) -> Vec<String> {
        self.list(|item| item.text())
    }

    pub(super) fn fact(mut self) -> Option<FactValue<String>> {
        match self.raw.get().as_bytes().first() {
            Some(b'"') => self.text().map(FactValue::Text),
            Some(b't' | b'f') => self.flag().map(FactValue::Boolean),
            _ => {
                let number: serde_json::Number = self.read("a string, a number or a boolean")?;
                match number.as_i64() {
                    Some(integer) => Some(FactValue::Number(integer.to_string())),
                    None => FactValue::of_float(number.as_f64()?),
                }
            }
        }
    }

    /// Texts in their order, or one alone, as schema 1 has it.
    pub(super) fn steps(self) -> Vec<String> {
        if self.raw.get().starts_with('"') {
            return self.text().into_iter().collect();
        }
        self.texts()
    }

    /// The items of an array that can be read.
    pub(super) fn list<T>(mut self, mut read: impl FnMut(Value<'_, 't>) -> Option<T>) -> Vec<T> {
        let Some(array) = self.read::<Vec<&RawValue>>("an array") else {
            return Vec::new();
        };
        let mut items = Vec::with_capacity(array.len());
        for raw in array {
            let path = self.path.item(items.len());
            let span = self.notes.span_of(raw.get());
            self.notes.span(path, span);
            items.extend(read(Value::new(self.key, raw, path, self.notes)));
        }
        items
    }

    /// Hands on each member of an object, in its order.
    pub(super) fn each(mut self, mut read: impl FnMut(&str, Value<'_, 't>)) {
        let Some(members) = self.members() else {
            return;
        };
        for (at, (name, raw)) in members.iter().enumerate() {
            let path = self.path.item(at);
            let span = self.notes.span_of(raw.get());
            self.notes.span(path, span);
            read(name, Value::new(name, raw, path, self.notes));
        }
    }

    /// The members of an object, in its order.
    pub(super) fn members(&mut self) -> Option<Vec<(String, &'v RawValue)>> {
        let Members(members) = self.read("an object")?;
        Some(members)
    }

    /// Reports that the value is not what it has to be.
    pub(super) fn refuse(&mut self, rule: &'static str, message: String, help: Option<String>) {
        let span = self.span();
        self.notes.mistake(rule, span, message, help);
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.notes.span_of(self.raw.get())
    }

    fn read<T: Deserialize<'v>>(&mut self, expected: &str) -> Option<T> {
        let raw = self.raw;
        let value = serde_json::from_str(raw.get()).ok();
        if value.is_none() {
            let found = match raw.get().as_bytes().first() {
                Some(b'"') => "a string",
                Some(b'{') => "an object",
                Some(b'[') => "an array",
                Some(b't' | b'f') => "a boolean",
                Some(b'n') => "null",
                _ => "a number",
            };
            let message = if found == expected {
                format!("{} has an invalid escape", quoted(self.key))
            } else {
                format!("{} takes {expected}, not {found}", quoted(self.key))
            };
            self.refuse("wrong-type", message, None);
        }
        value
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ReadMembers)
    }
}

struct ReadMembers;

impl<'de> Visitor<'de> for ReadMembers {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = access.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
