//! The languages of a service, and which of them a request gets.

use std::sync::Arc;

use crate::http::header::is_field_value;
use crate::panics::catch_panic;
use crate::style::Language;
use crate::style::translate::{Locale, Translate};

/// The translations of a service.
#[derive(Debug, Clone)]
pub(crate) struct Languages {
    translations: Arc<dyn Translate>,
    /// Whether there are texts in the source's language too.
    pub(crate) speak_source: bool,
}

impl Languages {
    pub(super) fn new(translations: Arc<dyn Translate>) -> Self {
        Self {
            speak_source: catch_panic(|| translations.speaks_source()).unwrap_or_default(),
            translations,
        }
    }

    /// The language of a request. Translations of the user's may panic, and choose none then.
    pub(crate) fn negotiate(&self, accept_language: &mut dyn Iterator<Item = &[u8]>) -> Locale {
        catch_panic(|| self.translations.negotiate(accept_language)).unwrap_or_default()
    }

    /// The tag of a language, as a header field can have it; `und` where it cannot (RFC 5646 §4.1).
    pub(crate) fn tag(&self, locale: Locale) -> &str {
        let tag = catch_panic(|| self.translations.tag(locale)).flatten();
        tag.filter(|tag| !tag.is_empty() && is_field_value(tag))
            .unwrap_or("und")
    }

    /// The language that a response is written in, unless it is the source's and that needs no texts.
    pub(crate) fn language(&self, locale: Locale, has_source: bool) -> Option<Language<'_>> {
        let is_another = locale != Locale::SOURCE;
        let has_source = has_source && is_another;
        (is_another || self.speak_source)
            .then(|| Language::new(&*self.translations, locale, has_source))
    }
}
