//! One setting, and the ways to read its value.

use std::str::FromStr;

use manila_catalog_file::FactValue;
use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Member, Path, Token};

use super::name::Name;
use super::value::Value;
use crate::errors::Errors;

/// `key` or `key = value`.
pub(crate) struct Setting {
    name: Name,
    value: Option<Value>,
}

impl Setting {
    pub(crate) fn name(&self) -> &str {
        &self.name.text
    }

    pub(crate) fn name_span(&self) -> Span {
        self.name.span
    }

    /// Where a mistake in the setting is shown: at its value, if it has one.
    pub(crate) fn span(&self) -> Span {
        self.value.as_ref().map_or(self.name.span, Value::span)
    }

    /// Whether it is a name alone.
    pub(crate) const fn has_no_value(&self) -> bool {
        self.value.is_none()
    }

    /// The spans of a list's items, of the names in a table, or of the one value.
    pub(crate) fn item_spans(&self) -> Vec<Span> {
        match &self.value {
            Some(Value::Table(_, members)) => members.iter().map(|(name, _)| name.span).collect(),
            _ => self.values().iter().map(Value::span).collect(),
        }
    }

    pub(crate) fn text(&self, errors: &mut Errors) -> Option<String> {
        self.required(errors)?.text(self.name(), errors)
    }

    /// One string, or several.
    pub(crate) fn texts(&self, errors: &mut Errors) -> Vec<String> {
        self.each(errors, |value, key, errors| value.text(key, errors))
    }

    /// One string, or several, each with its span.
    pub(crate) fn spanned_texts(&self, errors: &mut Errors) -> Vec<(String, Span)> {
        self.each(errors, |value, key, errors| {
            Some((value.text(key, errors)?, value.span()))
        })
    }

    /// An integer; `what` says what it is, and within which bounds.
    pub(crate) fn integer<T: FromStr>(&self, errors: &mut Errors, what: &str) -> Option<T> {
        self.required(errors)?.integer(self.name(), errors, what)
    }

    /// One integer, or several.
    pub(crate) fn integers<T: FromStr>(&self, errors: &mut Errors, what: &str) -> Vec<T> {
        self.each(errors, |value, key, errors| {
            value.integer(key, errors, what)
        })
    }

    /// The members of a table, such as `{ 400 = 3, 401 = 2 }`, each once.
    pub(crate) fn members(&self, errors: &mut Errors) -> Vec<Self> {
        let members = match self.required(errors) {
            Some(Value::Table(_, members)) => members,
            Some(_) => {
                self.refuse::<()>(errors, "a table, `{ … }`");
                return Vec::new();
            }
            None => return Vec::new(),
        };
        let mut read: Vec<Self> = Vec::with_capacity(members.len());
        for (name, value) in members {
            if read.iter().any(|other| other.name() == name.text) {
                errors.push(name.span, format!("duplicate `{}`", name.text));
                continue;
            }
            read.push(Self {
                name: name.clone(),
                value: Some(value.clone()),
            });
        }
        read
    }

    /// `key` or `key = true`.
    pub(crate) fn flag(&self, errors: &mut Errors) -> Option<bool> {
        match &self.value {
            None => Some(true),
            Some(Value::Flag(flag)) => Some(flag.value),
            Some(_) => self.refuse(errors, "`true`, `false` or no value"),
        }
    }

    /// A text, a number or a boolean.
    pub(crate) fn fact(&self, errors: &mut Errors) -> Option<FactValue<String>> {
        self.required(errors)?.fact(self.name(), errors)
    }

    pub(crate) fn path(&self, errors: &mut Errors) -> Option<Path> {
        match &self.value {
            Some(Value::Path(path)) => Some(path.clone()),
            Some(Value::Text(text)) => errors.take(text.parse()),
            _ => self.refuse(errors, "a path such as `::manila`"),
        }
    }

    /// A field of the variant, by name or by index.
    pub(crate) fn member(&self, errors: &mut Errors) -> Option<Member> {
        match &self.value {
            Some(Value::Path(path)) if path.get_ident().is_some() => {
                path.get_ident().cloned().map(Member::Named)
            }
            Some(Value::Integer(index, false)) => Some(Member::Unnamed(syn::Index {
                index: errors.take(index.base10_parse())?,
                span: index.span(),
            })),
            _ => self.refuse(errors, "the name of a field without quotes"),
        }
    }

    /// One of a closed set of words.
    pub(crate) fn word<W: Copy>(
        &self,
        errors: &mut Errors,
        words: &[W],
        spelled: fn(W) -> &'static str,
    ) -> Option<W> {
        self.required(errors)?
            .word(self.name(), errors, words, spelled)
    }

    /// Several of a closed set of words.
    pub(crate) fn words<W: Copy>(
        &self,
        errors: &mut Errors,
        words: &[W],
        spelled: fn(W) -> &'static str,
    ) -> Vec<(W, Span)> {
        self.each(errors, |value, key, errors| {
            Some((value.word(key, errors, words, spelled)?, value.span()))
        })
    }

    fn each<T>(
        &self,
        errors: &mut Errors,
        read: impl Fn(&Value, &str, &mut Errors) -> Option<T>,
    ) -> Vec<T> {
        self.required(errors);
        let values = self.values().iter();
        values
            .filter_map(|value| read(value, self.name(), errors))
            .collect()
    }

    fn values(&self) -> &[Value] {
        match &self.value {
            Some(Value::List(_, items)) => items,
            Some(value) => std::slice::from_ref(value),
            None => &[],
        }
    }

    fn required(&self, errors: &mut Errors) -> Option<&Value> {
        if self.value.is_none() {
            let message = format!("`{0}` needs a value: `{0} = …`", self.name());
            errors.push(self.name.span, message);
        }
        self.value.as_ref()
    }

    fn refuse<T>(&self, errors: &mut Errors, expected: &str) -> Option<T> {
        let found = self.value.as_ref().map_or("no value", Value::kind);
        let message = format!("`{}` takes {expected}, not {found}", self.name());
        errors.push(self.span(), message);
        None
    }
}

impl Parse for Setting {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.parse()?;
        let value = input
            .parse::<Option<Token![=]>>()?
            .map(|_| input.parse())
            .transpose()?;
        Ok(Self { name, value })
    }
}
