//! The translations of catalogs.

use std::borrow::Cow;
use std::collections::HashMap;

use manila::translate::{Arguments, Locale, Text, Translate};
use manila::{Catalog, Code};
use manila_catalog_file::message_id;

use crate::messages::Messages;
use crate::negotiation::Negotiation;
use crate::own::ids_by_text;

/// The translations of one catalog or more, read once.
///
#[doc = include_str!("docs/translations.md")]
#[derive(Debug)]
pub struct Translations {
    catalogs: Vec<&'static Catalog>,
    negotiation: Negotiation,
    known: Vec<Known>,
    /// The ids of the library's own sentences, by their English texts.
    own: HashMap<String, String>,
}

/// A language with its tag.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) tag: String,
    /// The messages of each catalog, by its place, where it has files in this language.
    pub(crate) of_catalogs: Vec<Option<Messages>>,
    /// Where a text is looked for: in the language itself, then in those that it falls back to.
    pub(crate) chain: Vec<u16>,
}

impl Translations {
    pub(crate) fn new(
        catalogs: Vec<&'static Catalog>,
        negotiation: Negotiation,
        known: Vec<Known>,
    ) -> Self {
        Self {
            catalogs,
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

    /// Where a text is looked for: in the language, then in those that it falls back to.
    fn chain(&self, locale: Locale) -> impl Iterator<Item = &Known> {
        let known = self.known.get(usize::from(locale.place()));
        let chain = known.into_iter().flat_map(|known| &known.chain);
        chain.filter_map(|place| self.known.get(usize::from(*place)))
    }

    /// A text of a code: the value of its message, or an attribute. Codes of other catalogs have none.
    fn of_code(
        &self,
        locale: Locale,
        code: &Code,
        part: Option<&str>,
        values: &dyn Arguments,
    ) -> Option<Cow<'_, str>> {
        let name = code.catalog().name();
        let mut catalogs = self.catalogs.iter();
        let place = catalogs.position(|catalog| catalog.name() == name)?;
        let id = message_id(code.name());
        let kind = |name: &str| {
            let mut details = code.details().iter();
            let detail = details.find(|detail| detail.name() == name)?;
            Some(detail.kind())
        };
        self.chain(locale).find_map(|known| {
            let messages = known.of_catalogs.get(place)?.as_ref()?;
            messages.text(&id, part, values, &kind)
        })
    }

    /// A sentence of the library's own, which is in the files of any catalog.
    fn own(
        &self,
        locale: Locale,
        id: &str,
        part: Option<&str>,
        values: &dyn Arguments,
    ) -> Option<Cow<'_, str>> {
        let mut all = self
            .chain(locale)
            .flat_map(|known| known.of_catalogs.iter().flatten());
        all.find_map(|messages| messages.text(id, part, values, &|_| None))
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

    fn speaks_source(&self) -> bool {
        let source = self.known.first();
        source.is_some_and(|known| known.of_catalogs.iter().any(Option::is_some))
    }

    fn translate(
        &self,
        locale: Locale,
        text: Text<'_>,
        arguments: &dyn Arguments,
    ) -> Option<Cow<'_, str>> {
        let of_code = |code, part| self.of_code(locale, code, part, arguments);
        let own = |id: &str, part| self.own(locale, id, part, arguments);
        match text {
            Text::Message(code) => of_code(code, None),
            Text::Title(code) => of_code(code, Some("title")),
            Text::Meaning(code) => of_code(code, Some("meaning")),
            Text::Cause(code, number) => of_code(code, Some(&format!("cause-{number}"))),
            Text::Step(code, number) => of_code(code, Some(&format!("client-{number}"))),
            Text::Status(status) => own(
                str::from_utf8(&id_of_status(status)?).ok()?,
                Some("message"),
            ),
            Text::Phrase(status) => own(str::from_utf8(&id_of_status(status)?).ok()?, None),
            Text::Own(english) => own(self.own.get(english)?, None),
            _ => None,
        }
    }
}

/// `http-404`, in no memory of its own.
fn id_of_status(status: u16) -> Option<[u8; 8]> {
    let mut id = *b"http-000";
    let mut rest = u8::try_from(status / 10).ok()?;
    id[7] += u8::try_from(status % 10).ok()?;
    id[6] += rest % 10;
    rest /= 10;
    id[5] += (rest < 10).then_some(rest)?;
    Some(id)
}
