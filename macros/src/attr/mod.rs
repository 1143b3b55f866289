//! `#[error_code(…)]` as a list of settings, each with its place.

mod foreign;
mod value;

use std::str::FromStr;

use manila_catalog_file::nearest;
use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Member, Path, Token};

pub(crate) use self::foreign::{doc_text, fixed_display, forwards, marks_source};
use self::value::{Value, did_you_mean};
use crate::log::Log;

/// `key` or `key = value`.
pub(crate) struct Setting {
    key: Ident,
    value: Option<Value>,
}

/// The settings of which each adds to those before it.
const ADDING: [&str; 1] = ["condition"];

/// A setting by its name, and what it does.
pub(crate) type Key<T> = (&'static str, fn(&mut T, &Setting, &mut Log));

/// Every setting of an item, and which of them could not be read.
pub(crate) struct Settings {
    all: Vec<Setting>,
    spoilt: Vec<String>,
    /// Whether there is an attribute of which nothing is known.
    is_damaged: bool,
}

impl Settings {
    pub(crate) fn read(attributes: &[Attribute], log: &mut Log) -> Self {
        let mut settings = Self {
            all: Vec::new(),
            spoilt: Vec::new(),
            is_damaged: false,
        };
        let ours = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("error_code"));
        for attribute in ours {
            let parser = Punctuated::<Setting, Token![,]>::parse_terminated;
            match log.take(attribute.parse_args_with(parser)) {
                Some(read) => settings.all.extend(read),
                None => settings.is_damaged = true,
            }
        }
        settings
    }

    /// Hands each setting to its key. One that has none is a mistake, and so is one that is there
    /// twice. `home_of` says what else a setting may belong to.
    pub(crate) fn apply<T>(
        &mut self,
        keys: &[Key<T>],
        home_of: fn(&str) -> Option<&'static str>,
        target: &mut T,
        log: &mut Log,
    ) {
        for (at, setting) in self.all.iter().enumerate() {
            let name = setting.name();
            let is_repeated = self.all[..at].iter().any(|other| other.name() == name);
            if is_repeated && !ADDING.contains(&&*name) {
                log.mistake(setting.key.span(), format!("`{name}` is there twice"));
                continue;
            }
            let Some((_, apply)) = keys.iter().find(|(key, _)| *key == name) else {
                let known = keys.iter().map(|(key, _)| *key);
                let meant = nearest(&name, known.clone());
                let help = match home_of(&name) {
                    Some(home) => format!("it belongs to {home}"),
                    None => did_you_mean(meant, known),
                };
                self.spoilt.extend(meant.map(str::to_owned));
                let message = format!("there is no `{name}` in `error_code` here; {help}");
                log.mistake(setting.key.span(), message);
                continue;
            };
            let mistakes = log.len();
            apply(target, setting, log);
            if log.len() > mistakes {
                self.spoilt.push(name);
            }
        }
    }

    /// Whether somebody tried to set this and failed: then nobody may judge what stands there
    /// instead.
    pub(crate) fn is_spoilt(&self, key: &str) -> bool {
        self.is_damaged || self.spoilt.iter().any(|spoilt| spoilt == key)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Setting> {
        self.all.iter()
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Setting> {
        self.iter().find(|setting| setting.name() == key)
    }
}

impl Setting {
    pub(crate) fn name(&self) -> String {
        self.key.unraw().to_string()
    }

    pub(crate) fn key_span(&self) -> Span {
        self.key.span()
    }

    /// Where a mistake of the setting is shown: at its value, if it has one.
    pub(crate) fn span(&self) -> Span {
        self.value
            .as_ref()
            .map_or_else(|| self.key.span(), Value::span)
    }

    /// The places of a list's items, or of the one value.
    pub(crate) fn item_spans(&self) -> impl Iterator<Item = Span> {
        self.values().iter().map(Value::span)
    }

    pub(crate) fn text(&self, log: &mut Log) -> Option<String> {
        self.required(log)?.text(&self.name(), log)
    }

    /// One string, or several.
    pub(crate) fn texts(&self, log: &mut Log) -> Vec<String> {
        self.each(log, |value, key, log| value.text(key, log))
    }

    /// One string, or several, each with its place.
    pub(crate) fn placed_texts(&self, log: &mut Log) -> Vec<(String, Span)> {
        self.each(log, |value, key, log| {
            Some((value.text(key, log)?, value.span()))
        })
    }

    /// An integer; the range is for who misses it.
    pub(crate) fn integer<T: FromStr>(&self, log: &mut Log, range: &str) -> Option<T> {
        self.required(log)?.integer(&self.name(), log, range)
    }

    /// One integer, or several.
    pub(crate) fn integers<T: FromStr>(&self, log: &mut Log, range: &str) -> Vec<T> {
        self.each(log, |value, key, log| value.integer(key, log, range))
    }

    /// `key` or `key = true`.
    pub(crate) fn flag(&self, log: &mut Log) -> Option<bool> {
        match &self.value {
            None => Some(true),
            Some(Value::Flag(flag)) => Some(flag.value),
            Some(_) => self.refuse(log, "`true` or `false`, or nothing"),
        }
    }

    pub(crate) fn path(&self, log: &mut Log) -> Option<Path> {
        match &self.value {
            Some(Value::Path(path)) => Some(path.clone()),
            Some(Value::Text(text)) => log.take(text.parse()),
            _ => self.refuse(log, "a path, such as `::manila`"),
        }
    }

    /// A field of the variant, by name or by place.
    pub(crate) fn member(&self, log: &mut Log) -> Option<Member> {
        match &self.value {
            Some(Value::Path(path)) if path.get_ident().is_some() => {
                path.get_ident().cloned().map(Member::Named)
            }
            Some(Value::Integer(place, false)) => Some(Member::Unnamed(syn::Index {
                index: log.take(place.base10_parse())?,
                span: place.span(),
            })),
            _ => self.refuse(log, "the name of a field, without quotes"),
        }
    }

    /// One of a closed set of words.
    pub(crate) fn word<W: Copy>(
        &self,
        log: &mut Log,
        words: &[W],
        spelled: fn(W) -> &'static str,
    ) -> Option<W> {
        self.required(log)?.word(&self.name(), log, words, spelled)
    }

    /// Several of a closed set of words.
    pub(crate) fn words<W: Copy>(
        &self,
        log: &mut Log,
        words: &[W],
        spelled: fn(W) -> &'static str,
    ) -> Vec<(W, Span)> {
        self.each(log, |value, key, log| {
            Some((value.word(key, log, words, spelled)?, value.span()))
        })
    }

    fn each<T>(&self, log: &mut Log, read: impl Fn(&Value, &str, &mut Log) -> Option<T>) -> Vec<T> {
        self.required(log);
        let key = self.name();
        let values = self.values().iter();
        values.filter_map(|value| read(value, &key, log)).collect()
    }

    fn values(&self) -> &[Value] {
        match &self.value {
            Some(Value::List(_, items)) => items,
            Some(value) => std::slice::from_ref(value),
            None => &[],
        }
    }

    fn required(&self, log: &mut Log) -> Option<&Value> {
        if self.value.is_none() {
            log.mistake(
                self.key.span(),
                format!("`{0}` takes a value: `{0} = …`", self.name()),
            );
        }
        self.value.as_ref()
    }

    fn refuse<T>(&self, log: &mut Log, expected: &str) -> Option<T> {
        let found = self.value.as_ref().map_or("nothing", Value::kind);
        let message = format!("`{}` takes {expected}, not {found}", self.name());
        log.mistake(self.span(), message);
        None
    }
}

impl Parse for Setting {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.call(Ident::parse_any)?;
        let value = input
            .parse::<Option<Token![=]>>()?
            .map(|_| input.parse())
            .transpose()?;
        Ok(Self { key, value })
    }
}
