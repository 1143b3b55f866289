//! The languages of a service, and which of them a request gets.

use std::sync::Arc;

use crate::http::header::is_field_value;
use crate::panics::catch_panic;
use crate::style::Language;
use crate::style::translate::{Locale, Translate};

/// The translations of a service.
#[derive(Debug, Clone)]
pub(crate) struct Languages(pub(super) Arc<dyn Translate>);

impl Languages {
    /// The language of a request. Translations of the user's may panic, and choose none then.
    pub(crate) fn negotiate(&self, accept_language: &mut dyn Iterator<Item = &[u8]>) -> Locale {
        catch_panic(|| self.0.negotiate(accept_language)).unwrap_or_default()
    }

    /// The tag of a language, as a header field can have it; `und` where it cannot (RFC 5646 §4.1).
    pub(crate) fn tag(&self, locale: Locale) -> &str {
        let tag = catch_panic(|| self.0.tag(locale)).flatten();
        tag.filter(|tag| !tag.is_empty() && is_field_value(tag))
            .unwrap_or("und")
    }

    /// Whether there are texts in the source's language too.
    pub(crate) fn speak_source(&self) -> bool {
        catch_panic(|| self.0.speaks_source()).unwrap_or_default()
    }

    /// The language that a response is written in, unless it is the source's and that needs no texts.
    pub(crate) fn language(&self, locale: Locale, has_source: bool) -> Option<Language<'_>> {
        let translations = &*self.0;
        let is_another = locale != Locale::SOURCE;
        let has_source = has_source && is_another;
        (is_another || self.speak_source()).then(|| Language::new(translations, locale, has_source))
    }
}
