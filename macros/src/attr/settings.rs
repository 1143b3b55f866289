//! `#[error_code(…)]` as a list of settings, each with its key.

use manila_catalog_file::{help_for_word, nearest};
use syn::punctuated::Punctuated;
use syn::{Attribute, Token};

use super::setting::Setting;
use crate::errors::Errors;

/// A setting by its name, and what it does.
pub(crate) type Key<T> = (&'static str, fn(&mut T, &Setting, &mut Errors));

/// The settings of which each adds to those before it.
const ADDING: [&str; 1] = ["condition"];

/// Every setting of an item, and which of them could not be read.
pub(crate) struct Settings {
    all: Vec<Setting>,
    unreadable: Vec<String>,
    /// Whether there is an attribute of which nothing is known.
    is_damaged: bool,
}

impl Settings {
    pub(crate) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut settings = Self::of(Vec::new());
        let ours = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("error_code"));
        for attribute in ours {
            let parser = Punctuated::<Setting, Token![,]>::parse_terminated;
            match errors.take(attribute.parse_args_with(parser)) {
                Some(read) => settings.all.extend(read),
                None => settings.is_damaged = true,
            }
        }
        settings
    }

    /// The members of a table as settings.
    pub(crate) fn of(members: Vec<Setting>) -> Self {
        Self {
            all: members,
            unreadable: Vec::new(),
            is_damaged: false,
        }
    }

    /// Hands each setting to its key. One that has no key is an error, and so is one that appears
    /// more than once. `owner_of` says what else a setting may belong to.
    pub(crate) fn apply<T>(
        &mut self,
        keys: &[Key<T>],
        owner_of: fn(&str) -> Option<&'static str>,
        target: &mut T,
        errors: &mut Errors,
    ) {
        for (at, setting) in self.all.iter().enumerate() {
            let name = setting.name();
            let is_repeated = self.all[..at].iter().any(|other| other.name() == name);
            if is_repeated && !ADDING.contains(&name) {
                errors.push(setting.name_span(), format!("duplicate `{name}`"));
                continue;
            }
            let Some((_, apply)) = keys.iter().find(|(key, _)| *key == name) else {
                let known = keys.iter().map(|(key, _)| *key);
                let meant = nearest(name, known.clone());
                self.unreadable.extend(meant.map(str::to_owned));
                let message = unknown(name, owner_of(name), meant, known);
                errors.push(setting.name_span(), message);
                continue;
            };
            let before = errors.len();
            apply(target, setting, errors);
            if errors.len() > before {
                self.unreadable.push(name.to_owned());
            }
        }
    }

    /// Whether somebody tried to set this and failed: then nobody may judge what it is instead.
    pub(crate) fn is_unreadable(&self, key: &str) -> bool {
        self.is_damaged || self.unreadable.iter().any(|name| name == key)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Setting> {
        self.all.iter()
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Setting> {
        self.iter().find(|setting| setting.name() == key)
    }
}

fn unknown<'k>(
    name: &str,
    owner: Option<&str>,
    meant: Option<&str>,
    known: impl Iterator<Item = &'k str> + Clone,
) -> String {
    let Some(owner) = owner else {
        let help = help_for_word(name, known);
        return format!("unknown attribute `{name}`; {help}");
    };
    let message = format!("`{name}` is not allowed here: it is a {owner} attribute");
    match meant {
        Some(meant) => format!("{message}; did you mean `{meant}`?"),
        None => message,
    }
}
