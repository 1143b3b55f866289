//! The translations of a catalog.

use std::borrow::Cow;
use std::collections::HashMap;

use manila::translate::{Arguments, Locale, Text, Translate};
use manila::{Catalog, Code, DetailType};
use manila_catalog_file::message_id;

use crate::language::Language;
use crate::negotiation::Negotiation;
use crate::own::ids_by_text;

/// The translations of a catalog, read once.
///
#[doc = include_str!("docs/translations.md")]
#[derive(Debug)]
pub struct Translations {
    catalog: &'static Catalog,
    negotiation: Negotiation,
    known: Vec<Known>,
    /// The ids of the library's own sentences, by their English texts.
    own: HashMap<String, String>,
}

/// A language with its tag.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) tag: String,
    pub(crate) language: Language,
    /// Where a text is looked for: in the language itself, then in those that it falls back to.
    pub(crate) chain: Vec<u16>,
}

impl Translations {
    pub(crate) fn new(
        catalog: &'static Catalog,
        negotiation: Negotiation,
        known: Vec<Known>,
    ) -> Self {
        Self {
            catalog,
            negotiation,
            known,
            own: ids_by_text(),
        }
    }

    /// Returns the languages, the source's first.
    pub fn locales(&self) -> impl Iterator<Item = (Locale, &str)> {
        let places = (0..).map(Locale::new);
        places.zip(self.known.iter().map(|known| &*known.tag))
    }

    /// Returns the language of this tag, in any case, if it is one of these.
    #[must_use]
    pub fn locale(&self, tag: &str) -> Option<Locale> {
        let mut locales = self.locales();
        let (locale, _) = locales.find(|(_, known)| known.eq_ignore_ascii_case(tag))?;
        Some(locale)
    }

    /// The id of a code's message. Codes of another catalog have none.
    fn id_of<'c>(&self, code: &'c Code) -> Option<Cow<'c, str>> {
        let is_ours = code.catalog().name() == self.catalog.name();
        is_ours.then(|| message_id(code.name()))
    }

    fn chain(&self, locale: Locale) -> impl Iterator<Item = &Language> {
        let known = self.known.get(usize::from(locale.place()));
        let chain = known.into_iter().flat_map(|known| &known.chain);
        chain.filter_map(|place| {
            let known = self.known.get(usize::from(*place))?;
            Some(&known.language)
        })
    }

    fn text(
        &self,
        locale: Locale,
        id: &str,
        part: Option<&str>,
        values: &dyn Arguments,
        kind: &dyn Fn(&str) -> Option<DetailType>,
    ) -> Option<Cow<'_, str>> {
        let mut chain = self.chain(locale);
        chain.find_map(|language| language.text(id, part, values, kind))
    }

    /// A text of a code: the value of its message, or an attribute.
    fn of_code(
        &self,
        locale: Locale,
        code: &Code,
        part: Option<&str>,
        values: &dyn Arguments,
    ) -> Option<Cow<'_, str>> {
        let kind = |name: &str| {
            let mut details = code.details().iter();
            let detail = details.find(|detail| detail.name() == name)?;
            Some(detail.kind())
        };
        self.text(locale, &self.id_of(code)?, part, values, &kind)
    }
}

impl Translate for Translations {
    fn negotiate(&self, accept_language: &mut dyn Iterator<Item = &[u8]>) -> Locale {
        let chosen = self.negotiation.choose(accept_language);
        chosen.map_or(Locale::SOURCE, Locale::new)
    }

    fn tag(&self, locale: Locale) -> Option<&str> {
        let known = self.known.get(usize::from(locale.place()))?;
        Some(&known.tag)
    }

    fn translate(
        &self,
        locale: Locale,
        text: Text<'_>,
        arguments: &dyn Arguments,
    ) -> Option<Cow<'_, str>> {
        let of_code = |code, part| self.of_code(locale, code, part, arguments);
        let own = |id: &str, part| self.text(locale, id, part, arguments, &|_| None);
        match text {
            Text::Message(code) => of_code(code, None),
            Text::Title(code) => of_code(code, Some("title")),
            Text::Meaning(code) => of_code(code, Some("meaning")),
            Text::Cause(code, number) => of_code(code, Some(&format!("cause-{number}"))),
            Text::Step(code, number) => of_code(code, Some(&format!("client-{number}"))),
            Text::Status(status) => own(&id_of_status(status), Some("message")),
            Text::Phrase(status) => own(&id_of_status(status), None),
            Text::Own(english) => own(self.own.get(english)?, None),
            _ => None,
        }
    }
}

fn id_of_status(status: u16) -> String {
    format!("http-{status}")
}
