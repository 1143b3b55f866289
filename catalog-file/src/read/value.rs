//! One value of a file, and the ways to read it.

use std::{borrow::Cow, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::log::Log;
use crate::{
    CatalogPath, FactValue,
    format::{Bounds, Word},
    help_for_word,
    phrase::quoted,
};

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

    /// An integer within the bounds.
    pub(super) fn integer(mut self, bounds: Bounds) -> Option<i64> {
        self.number(bounds, |number| bounds.fit(number))
    }

    /// A status. Whether it is that of an error is for the rules to judge.
    pub(super) fn status(mut self) -> Option<u16> {
        self.number(Bounds::STATUS, |number| u16::try_from(number).ok())
    }

    fn number<T>(&mut self, bounds: Bounds, fit: impl Fn(i64) -> Option<T>) -> Option<T> {
        let DeValue::Integer(integer) = self.node.get_ref() else {
            let help = match self.node.get_ref() {
                DeValue::String(text) if text.trim().parse::<i64>().is_ok() => "remove the quotes",
                _ => bounds.example,
            };
            return self.wrong_type("an integer", Some(help));
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let fitting = number.and_then(fit);
        if fitting.is_none() {
            let message = format!("{} is not {}", quoted(&integer.to_string()), bounds.what);
            self.refuse(bounds.rule, message, None);
        }
        fitting
    }

    /// One of the words.
    pub(super) fn word(mut self, words: &[Word]) -> Option<&'static str> {
        let DeValue::String(text) = self.node.get_ref() else {
            return self.wrong_type("a string", None);
        };
        let spelled = words.iter().map(|word| word.word);
        let word = spelled.clone().find(|word| text == word);
        if word.is_none() {
            let help = help_for_word(text, spelled);
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

    /// Reports that the value is not what it has to be.
    pub(super) fn refuse(&mut self, rule: &'static str, message: String, help: Option<String>) {
        self.log.mark_unreadable(self.path);
        self.log.report(rule, self.node.span(), message, help);
    }

    pub(super) fn wrong_type<T>(&mut self, expected: &str, help: Option<&str>) -> Option<T> {
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

/// The members of a table in the order of the file.
pub(super) fn in_order<'v>(table: &'v DeTable<'v>) -> Vec<Member<'v>> {
    let mut members: Vec<_> = table.iter().collect();
    members.sort_by_key(|(key, _)| key.span().start);
    members
}
