//! The files that translations are read from.

use std::collections::HashSet;
use std::fmt;

use icu_locale_core::Locale as Tag;
use manila::Catalog;
use manila_catalog_file::{Diagnostic, read_translation};

use crate::language::Language;
use crate::negotiation::Negotiation;
use crate::translations::{Known, Translations};

/// The most languages of a service. CLDR has some 700 locales.
const MOST_LANGUAGES: usize = 4096;

/// What translations are made of. [`Translations::builder`] creates one.
#[derive(Debug, Clone)]
#[must_use = "translations are read by `build`"]
pub struct Builder {
    catalog: &'static Catalog,
    source: String,
    locales: Vec<(String, Vec<String>)>,
    fallbacks: Vec<(String, String)>,
}

impl Translations {
    /// Begins to read the translations of a catalog.
    pub fn builder(catalog: &'static Catalog) -> Builder {
        Builder {
            catalog,
            source: "en".to_owned(),
            locales: Vec::new(),
            fallbacks: Vec::new(),
        }
    }
}

impl Builder {
    /// Sets the language that the catalog is written in, by its tag. `en` by default.
    pub fn source(mut self, tag: impl Into<String>) -> Self {
        self.source = tag.into();
        self
    }

    /// Adds a language by its tag (RFC 5646), such as `es` or `pt-BR`, with the texts of its Fluent files. A
    /// message of a later file takes the place of one of the same name; so does one of a later call.
    pub fn locale<F>(mut self, tag: impl Into<String>, files: impl IntoIterator<Item = F>) -> Self
    where
        F: Into<String>,
    {
        let tag = tag.into();
        let files = files.into_iter().map(Into::into);
        let mut locales = self.locales.iter_mut();
        match locales.find(|(known, _)| known.eq_ignore_ascii_case(&tag)) {
            Some((_, known)) => known.extend(files),
            None => self.locales.push((tag, files.collect())),
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
    /// A tag is none, a file has a message that cannot be formatted (`manila check` tells the same), or a
    /// fallback is to a language that is not there.
    pub fn build(self) -> Result<Translations, TranslationErrors> {
        let mut errors = Vec::new();
        let mut locales = self.locales;
        let is_source = |(tag, _): &(String, Vec<String>)| tag.eq_ignore_ascii_case(&self.source);
        let source = match locales.iter().position(is_source) {
            Some(at) => locales.remove(at),
            None => (self.source, Vec::new()),
        };
        locales.insert(0, source);
        if locales.len() > MOST_LANGUAGES {
            errors.push(TranslationError::of(format!(
                "there are more than {MOST_LANGUAGES} languages"
            )));
            locales.truncate(MOST_LANGUAGES);
        }
        let mut known = Vec::with_capacity(locales.len());
        for (tag, files) in locales {
            let Ok(parsed) = tag.parse::<Tag>() else {
                errors.push(TranslationError::of(format!(
                    "`{tag}` is not a language tag"
                )));
                continue;
            };
            let mut language = Language::new(parsed);
            for (text, number) in files.iter().zip(1..) {
                let found = read_translation(text);
                if found.is_empty() {
                    language.add(text);
                }
                let of_file = |found| TranslationError::found(&tag, number, found);
                errors.extend(found.iter().map(of_file));
            }
            known.push(Known {
                tag,
                language,
                chain: Vec::new(),
            });
        }
        let fallbacks = places_of(&self.fallbacks, &known, &mut errors);
        if !errors.is_empty() {
            return Err(TranslationErrors(errors));
        }
        add_chains(&mut known, &fallbacks);
        let tags = known.iter().map(|known| &*known.tag);
        let of_tags = fallbacks.iter().map(|(tag, place)| (&**tag, *place));
        Ok(Translations::new(
            self.catalog,
            Negotiation::new(tags, of_tags),
            known,
        ))
    }
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

/// Why translations cannot be used: all that is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationErrors(Vec<TranslationError>);

/// One thing that is wrong with translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationError {
    message: String,
    file: Option<InFile>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct InFile {
    tag: String,
    number: usize,
    line: usize,
    column: usize,
}

impl TranslationErrors {
    /// Returns each of the errors.
    pub fn iter(&self) -> impl Iterator<Item = &TranslationError> {
        self.0.iter()
    }
}

impl TranslationError {
    const fn of(message: String) -> Self {
        Self {
            message,
            file: None,
        }
    }

    fn found(tag: &str, number: usize, found: &Diagnostic) -> Self {
        Self {
            message: format!("{} [{}]", found.message, found.rule),
            file: Some(InFile {
                tag: tag.to_owned(),
                number,
                line: found.line,
                column: found.column,
            }),
        }
    }

    /// Returns the language of the file that is wrong, if one is.
    #[must_use]
    pub fn locale(&self) -> Option<&str> {
        self.file.as_ref().map(|file| &*file.tag)
    }

    /// Returns the line and the column of the file, counted from 1, if a file is wrong.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        self.file.as_ref().map(|file| (file.line, file.column))
    }
}

impl fmt::Display for TranslationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(InFile {
            tag,
            number,
            line,
            column,
        }) = &self.file
        {
            write!(f, "file {number} of `{tag}`, {line}:{column}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl fmt::Display for TranslationErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("translations cannot be used")?;
        self.0.iter().try_for_each(|error| write!(f, "\n{error}"))
    }
}

impl std::error::Error for TranslationError {}

impl std::error::Error for TranslationErrors {}
