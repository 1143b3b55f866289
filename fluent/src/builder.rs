//! The files that translations are read from.

use std::collections::HashSet;

use icu_locale_core::Locale as Tag;
use manila::Catalog;
use manila_catalog_file::read_translation;

use crate::errors::{TranslationError, TranslationErrors};
use crate::format::Formatters;
use crate::messages::Messages;
use crate::negotiation::Negotiation;
use crate::translations::{Known, Translations};

/// The most languages of a service. CLDR has some 700 locales.
const MOST_LANGUAGES: usize = 4096;

/// The language of a catalog that says none.
const DEFAULT_SOURCE: &str = "en";

/// What translations are made of. [`Translations::builder`] creates one.
#[derive(Debug, Clone)]
#[must_use = "translations are read by `build`"]
pub struct Builder {
    catalogs: Vec<&'static Catalog>,
    /// The place of the catalog that files are added to.
    current: usize,
    source: Option<String>,
    locales: Vec<Files>,
    fallbacks: Vec<(String, String)>,
}

/// The files of a language.
#[derive(Debug, Clone)]
struct Files {
    tag: String,
    /// Each with the place of its catalog.
    texts: Vec<(usize, String)>,
}

impl Translations {
    /// Begins to read the translations of a catalog.
    pub fn builder(catalog: &'static Catalog) -> Builder {
        Builder {
            catalogs: vec![catalog],
            current: 0,
            source: None,
            locales: Vec::new(),
            fallbacks: Vec::new(),
        }
    }
}

impl Builder {
    /// Sets the language that the catalogs are written in, by its tag. By default it is the first of the
    /// [`locales`](Catalog::locales) that one of them lists, else `en`.
    pub fn source(mut self, tag: impl Into<String>) -> Self {
        self.source = Some(tag.into());
        self
    }

    /// Adds another catalog whose codes the service raises. The languages that are added behind it have the
    /// files of this catalog, until the next one is named. Names of messages are a catalog's own; sentences of
    /// the library's own are taken from the first catalog that has them in the language.
    ///
    #[doc = include_str!("docs/catalog.md")]
    pub fn catalog(mut self, catalog: &'static Catalog) -> Self {
        let mut catalogs = self.catalogs.iter();
        let known = catalogs.position(|known| known.name() == catalog.name());
        self.current = known.unwrap_or_else(|| {
            self.catalogs.push(catalog);
            self.catalogs.len() - 1
        });
        self
    }

    /// Adds a language by its tag (RFC 5646), such as `es` or `pt-BR`, with the texts of its Fluent files for
    /// the catalog that was named last. A message of a later file takes the place of one of the same name; so
    /// does one of a later call.
    pub fn locale<F>(mut self, tag: impl Into<String>, files: impl IntoIterator<Item = F>) -> Self
    where
        F: Into<String>,
    {
        let tag = tag.into();
        let current = self.current;
        let files = files.into_iter().map(|text| (current, text.into()));
        let mut locales = self.locales.iter_mut();
        match locales.find(|known| known.tag.eq_ignore_ascii_case(&tag)) {
            Some(known) => known.texts.extend(files),
            None => self.locales.push(Files {
                tag,
                texts: files.collect(),
            }),
        }
        self
    }

    /// Sets which language a reader gets who asks for one that is not there, and from which one a sentence is
    /// taken that a language does not have: `[("ca", "es"), ("pt-PT", "pt-BR")]`. Behind these stands the
    /// source's.
    ///
    /// A language always falls back to the same one of fewer parts: `es-MX` to `es`.
    pub fn fallbacks<F, T>(mut self, chain: impl IntoIterator<Item = (F, T)>) -> Self
    where
        F: Into<String>,
        T: Into<String>,
    {
        let chain = chain.into_iter().map(|(from, to)| (from.into(), to.into()));
        self.fallbacks.extend(chain);
        self
    }

    /// Reads the translations, and formats every sentence that takes no argument.
    ///
    /// # Errors
    ///
    /// A tag is none, a file has a message that cannot be formatted (`manila check` tells the same), a
    /// fallback is to a language that is not there, or a catalog lists another language first than the source's.
    pub fn build(self) -> Result<Translations, TranslationErrors> {
        let mut errors = Vec::new();
        let source = source_of(&self.catalogs, self.source, &mut errors);
        let mut locales = self.locales;
        let is_source = |files: &Files| files.tag.eq_ignore_ascii_case(&source);
        let source = match locales.iter().position(is_source) {
            Some(at) => locales.remove(at),
            None => Files {
                tag: source,
                texts: Vec::new(),
            },
        };
        locales.insert(0, source);
        if locales.len() > MOST_LANGUAGES {
            errors.push(TranslationError::of(format!(
                "there are more than {MOST_LANGUAGES} languages"
            )));
            locales.truncate(MOST_LANGUAGES);
        }
        let locales = locales.into_iter();
        let mut known: Vec<_> = locales
            .filter_map(|files| read(files, &self.catalogs, &mut errors))
            .collect();
        let fallbacks = places_of(&self.fallbacks, &known, &mut errors);
        if !errors.is_empty() {
            return Err(TranslationErrors::new(errors));
        }
        add_chains(&mut known, &fallbacks);
        let tags = known.iter().map(|known| &*known.tag);
        let of_tags = fallbacks.iter().map(|(tag, place)| (&**tag, *place));
        Ok(Translations::new(
            self.catalogs,
            Negotiation::new(tags, of_tags),
            known,
        ))
    }
}

/// The language that the catalogs are written in. What one of them says in another would be sent as if it were
/// in this one.
fn source_of(
    catalogs: &[&Catalog],
    set: Option<String>,
    errors: &mut Vec<TranslationError>,
) -> String {
    let listed = |catalog: &&Catalog| catalog.locales().first().copied();
    let first = catalogs.iter().find_map(listed);
    let source = set.unwrap_or_else(|| first.unwrap_or(DEFAULT_SOURCE).to_owned());
    for catalog in catalogs {
        if let Some(other) = listed(catalog).filter(|tag| language_of(tag) != language_of(&source))
        {
            errors.push(TranslationError::of(format!(
                "`{}` is written in `{other}`, and the source's language is `{source}`",
                catalog.name()
            )));
        }
    }
    source
}

/// The language of a tag, without script and region.
fn language_of(tag: &str) -> String {
    let (language, _) = tag.split_once('-').unwrap_or((tag, ""));
    language.to_ascii_lowercase()
}

/// The messages of a language, if its tag is one.
fn read(
    files: Files,
    catalogs: &[&'static Catalog],
    errors: &mut Vec<TranslationError>,
) -> Option<Known> {
    let Files { tag, texts } = files;
    // The parser takes `_` for `-`, which no header of a request has.
    let is_tag = |text: &&str| !text.contains('_');
    let Some(Ok(parsed)) = Some(&*tag).filter(is_tag).map(str::parse::<Tag>) else {
        errors.push(TranslationError::of(format!(
            "`{tag}` is not a language tag"
        )));
        return None;
    };
    let formatters = Formatters::new(parsed);
    let of_catalogs = catalogs.iter().enumerate().map(|(place, catalog)| {
        let texts = texts.iter().filter(|(of, _)| *of == place);
        let mut messages = None;
        for ((_, text), number) in texts.zip(1..) {
            let found = read_translation(text);
            if found.is_empty() {
                let messages = messages.get_or_insert_with(|| Messages::new(formatters.clone()));
                messages.add(text);
            }
            let of_file = |found| TranslationError::found(catalog.name(), &tag, number, found);
            errors.extend(found.iter().map(of_file));
        }
        messages
    });
    let of_catalogs = of_catalogs.collect();
    Some(Known {
        tag,
        of_catalogs,
        chain: Vec::new(),
    })
}

/// The places of the languages that others fall back to.
fn places_of(
    fallbacks: &[(String, String)],
    known: &[Known],
    errors: &mut Vec<TranslationError>,
) -> Vec<(String, u16)> {
    let mut places = Vec::new();
    for (from, to) in fallbacks {
        match place_of(to, known) {
            Some(place) => places.push((from.clone(), place)),
            None => errors.push(TranslationError::of(format!(
                "`{from}` falls back to `{to}`, which has no files"
            ))),
        }
    }
    places
}

fn place_of(tag: &str, known: &[Known]) -> Option<u16> {
    let at = known
        .iter()
        .position(|it| it.tag.eq_ignore_ascii_case(tag))?;
    u16::try_from(at).ok()
}

/// Notes for each language where a sentence is looked for that it does not have.
fn add_chains(known: &mut [Known], fallbacks: &[(String, u16)]) {
    for at in 0..known.len() {
        let mut chain = Vec::new();
        let mut seen: HashSet<u16> = HashSet::new();
        let mut next = u16::try_from(at).ok();
        while let Some(place) = next.filter(|place| seen.insert(*place)) {
            chain.push(place);
            next = fallback_of(&known[usize::from(place)].tag, known, fallbacks);
        }
        known[at].chain = chain;
    }
}

fn fallback_of(tag: &str, known: &[Known], fallbacks: &[(String, u16)]) -> Option<u16> {
    let mut tag = tag;
    loop {
        let mut set = fallbacks.iter();
        if let Some((_, place)) = set.find(|(from, _)| from.eq_ignore_ascii_case(tag)) {
            return Some(*place);
        }
        let (shorter, _) = tag.rsplit_once('-')?;
        if let Some(place) = place_of(shorter, known) {
            return Some(place);
        }
        tag = shorter;
    }
}
