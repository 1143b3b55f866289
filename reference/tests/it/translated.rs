//! Translations for tests.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use manila::translate::{Arguments, Locale, Text, Translate};
use manila_reference::{Reference, Site};

/// What translations make of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Say {
    /// The text, enclosed.
    Enclosed,
    /// This one, whatever the text is.
    Always(&'static str),
    Nothing,
}

/// Translations that say every text alike in their languages, and note which of the library's own sentences they
/// are asked for.
#[derive(Debug)]
pub(crate) struct Translated {
    tags: Vec<&'static str>,
    say: Say,
    pub(crate) asked: Mutex<BTreeSet<String>>,
}

impl Translated {
    /// Languages by their tags, the source's first.
    pub(crate) fn new(tags: &[&'static str], say: Say) -> Self {
        Self {
            tags: tags.to_vec(),
            say,
            asked: Mutex::default(),
        }
    }
}

/// A site in three languages, whose texts are enclosed.
pub(crate) fn translated(reference: Reference) -> Site {
    let translations = Translated::new(&["en", "es", "ar"], Say::Enclosed);
    reference.translations(Arc::new(translations)).site()
}

impl Translate for Translated {
    fn negotiate(&self, accept_language: &mut dyn Iterator<Item = &[u8]>) -> Locale {
        let value = accept_language.next().unwrap_or_default();
        let mut places = (0..).zip(&self.tags);
        let chosen = places.find(|(_, tag)| value.starts_with(tag.as_bytes()));
        chosen.map_or(Locale::SOURCE, |(place, _)| Locale::new(place))
    }

    fn tag(&self, locale: Locale) -> Option<&str> {
        self.tags.get(usize::from(locale.place())).copied()
    }

    fn translate(
        &self,
        locale: Locale,
        text: Text<'_>,
        arguments: &dyn Arguments,
    ) -> Option<Cow<'_, str>> {
        if locale == Locale::SOURCE {
            return None;
        }
        let source = match text {
            Text::Message(code) => code.message().unwrap_or_default().to_owned(),
            Text::Title(code) => code.title().to_owned(),
            Text::Meaning(code) => code.meaning().unwrap_or_default().to_owned(),
            Text::Cause(code, number) => code.causes()[number - 1].to_owned(),
            Text::Step(code, number) => code.client()[number - 1].to_owned(),
            Text::Phrase(status) => manila::Status::new(status)?.phrase().to_owned(),
            Text::Own(english) => {
                self.asked.lock().unwrap().insert(english.to_owned());
                filled(english, arguments)
            }
            _ => return None,
        };
        match self.say {
            Say::Enclosed => Some(format!("⟦{source}⟧").into()),
            Say::Always(text) => Some(text.into()),
            Say::Nothing => None,
        }
    }
}

/// A sentence with its arguments, numbers and texts alike.
fn filled(english: &str, arguments: &dyn Arguments) -> String {
    let mut parts = english.split("{ $");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(" }").unwrap();
        let value = arguments.argument(name).unwrap();
        text += std::str::from_utf8(value).unwrap().trim_matches('"');
        text += rest;
    }
    text
}
