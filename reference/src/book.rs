//! Everything that the pages of a site are made of.

use crate::languages::Languages;
use crate::links::Shelf;
use crate::settings::Settings;
use crate::volume::Volume;
use crate::wording::{Wording, source_language};

/// The settings of a reference, and what its catalogs say.
#[derive(Debug)]
pub(crate) struct Book {
    pub(crate) settings: Settings,
    pub(crate) volumes: Vec<Volume>,
    pub(crate) languages: Languages,
}

impl Book {
    pub(crate) fn new(settings: Settings) -> Self {
        let catalogs = settings.catalogs.iter();
        let volumes = catalogs
            .map(|catalog| Volume::new(&settings, catalog))
            .collect();
        let first = settings.catalogs.first();
        let source = first.map_or("en", |catalog| source_language(catalog));
        Self {
            languages: Languages::new(settings.translations.clone(), source),
            settings,
            volumes,
        }
    }

    /// The words of pages in the language at a place.
    pub(crate) const fn wording(&self, language: usize) -> Wording<'_> {
        Wording::new(&self.languages, language)
    }

    /// The pages in the folder of a language, or, without one, at the addresses of the catalog's own.
    pub(crate) const fn shelf<'f>(&self, folder: &'f str) -> Shelf<'f> {
        Shelf {
            folder,
            has_volumes: self.volumes.len() > 1,
        }
    }

    /// The public address of the root of the site, without a slash at the end.
    pub(crate) fn url(&self) -> Option<&str> {
        match &self.volumes[..] {
            [only] => only.url.as_deref(),
            _ => self.settings.url.as_deref(),
        }
    }

    /// The folder of the pages in a language, which the catalog's own needs none for.
    pub(crate) fn folder(&self, language: usize) -> &str {
        let translated = self.languages.get(language).filter(|_| language > 0);
        translated.map_or("", |language| &language.folder)
    }

    /// The public address of a page of a volume in the language at a place.
    pub(crate) fn public_page(
        &self,
        volume: &Volume,
        address: &str,
        language: usize,
    ) -> Option<String> {
        volume.public(&self.shelf(self.folder(language)).address(address))
    }

    /// The public address of something below the root.
    pub(crate) fn public(&self, address: &str) -> Option<String> {
        self.url().map(|url| format!("{url}/{address}"))
    }
}
