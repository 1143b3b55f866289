//! Everything that the pages of a site are made of.

use crate::settings::Settings;
use crate::volume::Volume;

/// The settings of a reference, and what its catalogs say.
#[derive(Debug)]
pub(crate) struct Book {
    pub(crate) settings: Settings,
    pub(crate) volumes: Vec<Volume>,
}

impl Book {
    pub(crate) fn new(settings: Settings) -> Self {
        let catalogs = settings.catalogs.iter();
        let volumes = catalogs
            .map(|catalog| Volume::new(&settings, catalog))
            .collect();
        Self { settings, volumes }
    }

    /// The public address of the root of the site, without a slash at the end.
    pub(crate) fn url(&self) -> Option<&str> {
        match &self.volumes[..] {
            [only] => only.url.as_deref(),
            _ => self.settings.url.as_deref(),
        }
    }

    /// The public address of something below the root.
    pub(crate) fn public(&self, address: &str) -> Option<String> {
        self.url().map(|url| format!("{url}/{address}"))
    }
}
