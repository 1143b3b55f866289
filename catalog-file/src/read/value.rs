//! One value of a file, and the ways to read it.

use std::{borrow::Cow, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::log::Log;
use crate::{CatalogPath, FactValue, help_for_word, nearest, phrase::quoted};

/// The keys of a table, each with how its value is read.
pub(super) type Keys<T> = [(&'static str, fn(&mut T, Value<'_>))];

/// A value, and the part of the model that it becomes.
#[derive(Debug)]
pub(super) struct Value<'v> {
    pub(super) key: &'v str,
    pub(super) node: &'v Spanned<DeValue<'v>>,
    pub(super) path: CatalogPath,
    pub(super) log: &'v mut Log,
}

/// A key of a table with its value.
type Member<'v> = (&'v Key<'v>, &'v Spanned<DeValue<'v>>);

/// A key where it stands.
pub(super) type Key<'v> = Spanned<Cow<'v, str>>;

/// The bounds of an integer that is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// The rule that is broken outside of them.
    pub(super) rule: &'static str,
    /// What is inside, in words.
    pub(super) what: &'static str,
    /// What to write where something else than a number stands.
    pub(super) example: &'static str,
}

impl Bounds {
    pub(super) const STATUS: Self = Self {
        rule: "status-range",
        what: "an error status (400–599)",
        example: "write one, such as 422",
    };
    pub(super) const NUMBER: Self = Self {
        rule: "out-of-range",
        what: "a valid number (-2147483648 to 2147483647)",
        example: "write one, such as -403",
    };
    pub(super) const EXIT_CODE: Self = Self {
        rule: "out-of-range",
        what: "an exit code (0–255)",
        example: "write one, such as 3",
    };
}

impl<'v> Value<'v> {
    pub(super) fn text(mut self) -> Option<String> {
        match self.node.get_ref() {
            DeValue::String(text) => Some(text.clone().into_owned()),
            DeValue::Array(_) | DeValue::Table(_) => self.wrong_type("a string", None),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => self.wrong_type("a string", Some("put it in quotes")),
        }
    }

    pub(super) fn flag(mut self) -> Option<bool> {
        match self.node.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong_type("`true` or `false`", None),
        }
    }

    pub(super) fn integer<T: TryFrom<i64>>(mut self, bounds: Bounds) -> Option<T> {
        let DeValue::Integer(integer) = self.node.get_ref() else {
            let help = match self.node.get_ref() {
                DeValue::String(text) if text.trim().parse::<i64>().is_ok() => "remove the quotes",
                _ => bounds.example,
            };
            return self.wrong_type("an integer", Some(help));
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let fitting = number.and_then(|number| T::try_from(number).ok());
        if fitting.is_none() {
            let message = format!("{} is not {}", quoted(&integer.to_string()), bounds.what);
            self.refuse(bounds.rule, message, None);
        }
        fitting
    }

    pub(super) fn word<W: Copy>(
        mut self,
        words: &[W],
        spelled: fn(W) -> &'static str,
    ) -> Option<W> {
        let DeValue::String(text) = self.node.get_ref() else {
            return self.wrong_type("a string", None);
        };
        let word = words.iter().copied().find(|word| spelled(*word) == text);
        if word.is_none() {
            let help = help_for_word(text, words.iter().map(|word| spelled(*word)));
            let message = format!("unknown value {} for {}", quoted(text), quoted(self.key));
            self.refuse("unknown-word", message, Some(help));
        }
        word
    }

    pub(super) fn texts(self) -> Vec<String> {
        self.list(|item| item.text())
    }

    pub(super) fn fact(mut self) -> Option<FactValue<String>> {
        let fact = match self.node.get_ref() {
            DeValue::String(text) => Some(FactValue::Text(text.clone().into_owned())),
            DeValue::Boolean(flag) => Some(FactValue::Boolean(*flag)),
            DeValue::Integer(integer) => {
                let number = i64::from_str_radix(integer.as_str(), integer.radix());
                number
                    .ok()
                    .map(|number| FactValue::Number(number.to_string()))
            }
            DeValue::Float(float) => float.as_str().parse().ok().and_then(FactValue::of_float),
            DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
                return self.wrong_type("a string, a number or a boolean", None);
            }
        };
        if fact.is_none() {
            let message = format!("{} is no number that JSON has", quoted(self.key));
            self.refuse("out-of-range", message, None);
        }
        fact
    }

    /// Texts in their order, of which one alone needs no list.
    pub(super) fn steps(mut self) -> Vec<String> {
        match self.node.get_ref() {
            DeValue::String(text) => {
                self.log.span(self.path.item(0), self.node.span());
                vec![text.clone().into_owned()]
            }
            DeValue::Array(_) => self.texts(),
            _ => {
                self.wrong_type::<()>("a string or a list of strings", None);
                Vec::new()
            }
        }
    }

    /// The items of a list. One that cannot be read is left out.
    pub(super) fn list<T>(mut self, mut read: impl FnMut(Value<'_>) -> Option<T>) -> Vec<T> {
        let DeValue::Array(array) = self.node.get_ref() else {
            self.wrong_type::<()>("a list", Some("put it in brackets"));
            return Vec::new();
        };
        let mut items = Vec::with_capacity(array.len());
        for node in array {
            let item = read(Value {
                key: self.key,
                node,
                path: self.path,
                log: self.log,
            });
            if let Some(item) = item {
                self.log.span(self.path.item(items.len()), node.span());
                items.push(item);
            }
        }
        items
    }

    /// Hands on each member of a table, in the order of the file.
    pub(super) fn each(mut self, mut read: impl FnMut(&Key<'_>, Value<'_>)) {
        let DeValue::Table(table) = self.node.get_ref() else {
            self.wrong_type::<()>("a table", None);
            return;
        };
        for (key, node) in in_order(table) {
            let member = Value {
                key: key.get_ref(),
                node,
                path: self.path,
                log: self.log,
            };
            read(key, member);
        }
    }

    /// This value as one of several items.
    pub(super) fn item(self, at: usize, span: Range<usize>) -> Self {
        let path = self.path.item(at);
        self.log.span(path, span);
        Self { path, ..self }
    }

    /// Reads the members of a table that knows its keys.
    pub(super) fn fields<T>(
        &mut self,
        keys: &Keys<T>,
        target: &mut T,
        path: impl Fn(&'static str) -> CatalogPath,
    ) {
        let DeValue::Table(table) = self.node.get_ref() else {
            self.wrong_type::<()>("a table", None);
            return;
        };
        read_fields(table, self.log, keys, target, path);
    }

    /// Reports that the value is not what it has to be.
    pub(super) fn refuse(&mut self, rule: &'static str, message: String, help: Option<String>) {
        self.log.mark_unreadable(self.path);
        self.log.report(rule, self.node.span(), message, help);
    }

    fn wrong_type<T>(&mut self, expected: &str, help: Option<&str>) -> Option<T> {
        let found = match self.node.get_ref() {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) => "an integer",
            DeValue::Float(_) => "a float",
            DeValue::Boolean(_) => "a boolean",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("{} takes {expected}, not {found}", quoted(self.key));
        self.refuse("wrong-type", message, help.map(str::to_owned));
        None
    }
}

/// Reads members of a table that knows its keys, and reports the others.
pub(super) fn read_fields<T>(
    table: &DeTable<'_>,
    log: &mut Log,
    keys: &Keys<T>,
    target: &mut T,
    path: impl Fn(&'static str) -> CatalogPath,
) {
    for (key, node) in in_order(table) {
        let name = key.get_ref().as_ref();
        let Some((known, read)) = keys.iter().find(|(known, _)| *known == name) else {
            unknown_key(key, log, keys, &path);
            continue;
        };
        let path = path(known);
        log.span(path, node.span());
        let value = Value {
            key: known,
            node,
            path,
            log,
        };
        read(target, value);
    }
}

fn unknown_key<T>(
    key: &Key<'_>,
    log: &mut Log,
    keys: &Keys<T>,
    path: impl Fn(&'static str) -> CatalogPath,
) {
    let known = keys.iter().map(|(key, _)| *key);
    let help = help_for_word(key.get_ref(), known.clone());
    if let Some(meant) = nearest(key.get_ref(), known) {
        log.mark_unreadable(path(meant));
    }
    let message = format!("unknown key {}", quoted(key.get_ref()));
    log.report("unknown-key", key.span(), message, Some(help));
}

/// The members of a table in the order of the file.
fn in_order<'v>(table: &'v DeTable<'v>) -> Vec<Member<'v>> {
    let mut members: Vec<_> = table.iter().collect();
    members.sort_by_key(|(key, _)| key.span().start);
    members
}
