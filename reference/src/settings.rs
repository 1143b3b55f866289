//! The settings of a reference, as plain data.

use std::borrow::Cow;
use std::sync::Arc;

use bytes::Bytes;
use manila::translate::Translate;
use manila::{Catalog, Envelopes};

use crate::accent::Accent;
use crate::logo::Logo;
use crate::releases::Releases;

/// What stands in the template of a link for the request's id.
pub(crate) const REQUEST_ID: &str = "{request_id}";

/// The settings of a reference; those that are none are what it is without them.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) catalogs: Vec<&'static Catalog>,
    pub(crate) envelopes: Vec<Envelopes>,
    pub(crate) is_for_operators: bool,
    pub(crate) accent: Accent,
    pub(crate) title: Option<Cow<'static, str>>,
    pub(crate) logo: Option<Logo>,
    pub(crate) request_link: Option<Cow<'static, str>>,
    pub(crate) url: Option<String>,
    pub(crate) is_hidden: bool,
    pub(crate) version: Option<Cow<'static, str>>,
    pub(crate) releases: Releases,
    /// The contract, by the addresses of its parts.
    pub(crate) contract: Vec<(String, Bytes)>,
    pub(crate) translations: Option<Arc<dyn Translate>>,
}

impl Settings {
    pub(crate) fn of(catalogs: Vec<&'static Catalog>) -> Self {
        Self {
            catalogs,
            envelopes: Vec::new(),
            is_for_operators: false,
            accent: Accent::default(),
            title: None,
            logo: None,
            request_link: None,
            url: None,
            is_hidden: false,
            version: None,
            releases: Releases::default(),
            contract: Vec::new(),
            translations: None,
        }
    }

    pub(crate) fn shown_title(&self) -> &str {
        let first = self.catalogs.first().map(|catalog| catalog.title());
        self.title.as_deref().or(first).unwrap_or_default()
    }

    pub(crate) fn link_of_request(&self, id: &str) -> Option<String> {
        let template = self.request_link.as_deref()?;
        Some(template.replace(REQUEST_ID, id))
    }
}
