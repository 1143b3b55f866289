//! The languages of a reference: those that its catalogs are translated into.

use std::borrow::Cow;
use std::path::Path;

use manila::Catalog;
use manila::translate::{Arguments, Locale, Text, Translate};
use manila_catalog_file::{self as file, OWN_SENTENCES, read_translation};
use manila_fluent::Translations;

use crate::input::Input;
use crate::outcome::Failure;
use crate::report;
use crate::shown::shown;
use crate::translations::{Translation, of_catalog};

/// The translations of the catalogs of a reference, as those of one: a text is looked for in each.
#[derive(Debug)]
pub(super) struct Languages {
    tags: Vec<String>,
    catalogs: Vec<Translations>,
}

impl Languages {
    /// Reads the translations of catalogs: as the command knows each, as programs do, and as it was read. There
    /// are none where no catalog has another language than its own.
    pub(super) fn read<'a>(
        catalogs: impl Iterator<Item = (&'a Input, &'static Catalog, &'a file::Catalog)>,
        named: Option<&Path>,
    ) -> Result<Option<Self>, Failure> {
        let read = catalogs.map(|(input, catalog, read)| {
            let translations = of_catalog(input, read, named)?;
            of_one(catalog, read, &translations)
        });
        let catalogs = read.collect::<Result<Vec<_>, _>>()?;
        let mut tags: Vec<String> = Vec::new();
        for (_, tag) in catalogs.iter().flat_map(Translations::locales) {
            if !tags.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
                tags.push(tag.to_owned());
            }
        }
        let are_several = catalogs.iter().any(|catalog| catalog.locales().count() > 1);
        Ok(are_several.then_some(Self { tags, catalogs }))
    }

    /// The tags of the languages, that of the first catalog's own first.
    pub(super) fn tags(&self) -> &[String] {
        &self.tags
    }
}

/// The translations of one catalog. Manila's own sentences alone make no language of it.
fn of_one(
    catalog: &'static Catalog,
    read: &file::Catalog,
    translations: &[Translation],
) -> Result<Translations, Failure> {
    let source = read.locales.first().map_or("en", String::as_str);
    let mut builder = Translations::builder(catalog).source(source);
    let is_listed = |locale: &str| {
        let mut listed = read.locales.iter();
        listed.position(|known| known.eq_ignore_ascii_case(locale))
    };
    let mut files: Vec<_> = translations.iter().collect();
    // The order of the catalog, then of names. Own sentences come before a catalog's, which may replace them.
    files.sort_by_key(|it| {
        let place = is_listed(&it.locale).unwrap_or(usize::MAX);
        (place, it.locale.clone(), it.name != OWN_SENTENCES)
    });
    for file in &files {
        let is_translated = |locale: &str| {
            let mut all = translations.iter();
            all.any(|it| it.locale == locale && it.name == read.name)
        };
        if is_translated(&file.locale) || file.locale.eq_ignore_ascii_case(source) {
            faultless(file)?;
            builder = builder.locale(file.locale.as_str(), [file.input.text.as_str()]);
        }
    }
    builder.build().map_err(|errors| {
        let name = shown(&read.name);
        Failure(format!("the translations of {name}: {errors}"))
    })
}

/// Refuses a file that has a message which cannot be formatted.
fn faultless(translation: &Translation) -> Result<(), Failure> {
    let found = read_translation(&translation.input.text);
    if found.is_empty() {
        return Ok(());
    }
    let told = report::text(&translation.input, &found);
    let name = translation.input.shown_name();
    Err(Failure(format!(
        "{name} cannot be used\n\n{}",
        told.trim_end()
    )))
}

impl Translate for Languages {
    fn negotiate(&self, accept_language: &mut dyn Iterator<Item = &[u8]>) -> Locale {
        let values: Vec<&[u8]> = accept_language.collect();
        let places = (0..).map(Locale::new).zip(&self.tags);
        let chosen = self.catalogs.iter().find_map(|catalog| {
            let chosen = catalog.negotiate(&mut values.iter().copied());
            (chosen != Locale::SOURCE)
                .then(|| catalog.tag(chosen))
                .flatten()
        });
        let mut same = places.filter(|(_, tag)| Some(tag.as_str()) == chosen);
        same.next().map_or(Locale::SOURCE, |(locale, _)| locale)
    }

    fn tag(&self, locale: Locale) -> Option<&str> {
        let tag = self.tags.get(usize::from(locale.place()))?;
        Some(tag)
    }

    fn translate(
        &self,
        locale: Locale,
        text: Text<'_>,
        arguments: &dyn Arguments,
    ) -> Option<Cow<'_, str>> {
        let tag = self.tag(locale)?;
        let mut catalogs = self.catalogs.iter();
        catalogs.find_map(|catalog| catalog.translate(catalog.locale(tag)?, text, arguments))
    }
}
