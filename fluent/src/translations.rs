//! The translations of a catalog.

use std::borrow::Cow;

use manila::{Catalog, Code, DetailType};
use manila_catalog_file::message_id;

use crate::language::Language;
use crate::negotiation::Negotiation;
use crate::own::ids_of_rule;
use crate::translate::{Details, Locale, Sentence, Translate};

/// The translations of a catalog, read once.
///
#[doc = include_str!("docs/translations.md")]
#[derive(Debug)]
pub struct Translations {
    catalog: &'static Catalog,
    negotiation: Negotiation,
    known: Vec<Known>,
}

/// A language with its tag.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) tag: String,
    pub(crate) language: Language,
    /// Where a text is looked for: in the language itself, then in those that it falls back to.
    pub(crate) chain: Vec<u16>,
}

/// A text of a code's page in the error reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PageText {
    /// The short text that does not vary between occurrences.
    Title,
    /// What the code means.
    Meaning,
    /// A cause, counted from 1.
    Cause(usize),
    /// A step of the client, counted from 1.
    Client(usize),
}

impl Translations {
    pub(crate) const fn new(
        catalog: &'static Catalog,
        negotiation: Negotiation,
        known: Vec<Known>,
    ) -> Self {
        Self {
            catalog,
            negotiation,
            known,
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

    /// Returns a text of a code's page in a language, or `None` where the source's stands.
    #[must_use]
    pub fn page_text(&self, locale: Locale, code: &Code, text: PageText) -> Option<&str> {
        let id = self.id_of(code)?;
        let name: Cow<'_, str> = match text {
            PageText::Title => "title".into(),
            PageText::Meaning => "meaning".into(),
            PageText::Cause(number) => format!("cause-{number}").into(),
            PageText::Client(number) => format!("client-{number}").into(),
        };
        let mut chain = self.chain(locale);
        chain.find_map(|language| language.fixed(&id, Some(&name)))
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
        details: &dyn Details,
        kind: &dyn Fn(&str) -> Option<DetailType>,
    ) -> Option<Cow<'_, str>> {
        let mut chain = self.chain(locale);
        chain.find_map(|language| language.text(id, part, details, kind))
    }
}

impl Translate for Translations {
    fn negotiate(&self, accept_language: &mut dyn Iterator<Item = &[u8]>) -> Locale {
        let chosen = self.negotiation.choose(accept_language);
        chosen.map_or(Locale::SOURCE, Locale::new)
    }

    fn tag(&self, locale: Locale) -> &str {
        let known = self.known.get(usize::from(locale.place()));
        known.or(self.known.first()).map_or("und", |it| &it.tag)
    }

    fn sentence(
        &self,
        locale: Locale,
        sentence: Sentence<'_>,
        details: &dyn Details,
    ) -> Option<Cow<'_, str>> {
        let untyped = |_: &str| None;
        let status = |status: u16| format!("http-{status}");
        match sentence {
            Sentence::Code(code) => {
                let kind = |name: &str| {
                    let mut details = code.details().iter();
                    let detail = details.find(|detail| detail.name() == name)?;
                    Some(detail.kind())
                };
                self.text(locale, &self.id_of(code)?, None, details, &kind)
            }
            Sentence::Status(number) => {
                self.text(locale, &status(number), Some("message"), details, &untyped)
            }
            Sentence::StatusTitle(number) => {
                self.text(locale, &status(number), None, details, &untyped)
            }
            Sentence::Rule(rule) => {
                ids_of_rule(rule).find_map(|id| self.text(locale, &id, None, details, &untyped))
            }
            Sentence::Own(id) => self.text(locale, id, None, details, &untyped),
        }
    }
}
