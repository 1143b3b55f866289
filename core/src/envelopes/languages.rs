//! The languages that a service writes its errors in.

use std::sync::Arc;

use super::Envelopes;
use crate::http::header::is_field_value;
use crate::panics::catch_panic;
use crate::style::Language;
use crate::style::translate::{Locale, Translate};

/// The translations of a service.
#[derive(Debug, Clone)]
pub(crate) struct Languages(Arc<dyn Translate>);

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

    /// The language that a response is written in, unless it is the source's.
    pub(crate) fn language(&self, locale: Locale, has_source: bool) -> Option<Language<'_>> {
        let translations = &*self.0;
        (locale != Locale::SOURCE).then(|| Language::new(translations, locale, has_source))
    }
}

impl Envelopes {
    /// Writes the errors of a request in its reader's language, which is chosen by `accept-language`
    /// (RFC 9110 §12.5.4), as far as there are translations: the message of a code, of HTTP's own too; the
    /// titles of JSON:API and problems; the library's own sentences about violations; the steps of a
    /// [remedy](Self::remedies). A message that a handler has given its fault stands as it is, and so does
    /// everything that is no sentence. Codes are never translated, and the log is told the source's.
    ///
    /// Every error of such a service has `content-language` (RFC 9110 §8.5) and `vary: accept-language`. A
    /// gRPC status is always in the source's language: its text is for developers.
    ///
    #[doc = include_str!("../docs/envelopes/translations.md")]
    #[must_use]
    pub fn translations(self, translations: impl Translate) -> Self {
        self.shared_translations(Arc::new(translations))
    }

    /// Sets the [translations](Self::translations) that other parts of a program use too, such as its
    /// error reference.
    #[must_use]
    pub fn shared_translations(mut self, translations: Arc<dyn Translate>) -> Self {
        self.rare.get_or_insert_default().languages = Some(Languages(translations));
        self
    }

    /// Writes the sentence of the catalog's own language beside a [translated](Self::translations) one, for
    /// logs and support: `source_message`, in JSON:API in `meta`, `source_detail` in a problem.
    ///
    #[doc = include_str!("../docs/envelopes/source_message.md")]
    #[must_use]
    pub const fn source_message(mut self) -> Self {
        self.service.has_source_message = true;
        self
    }

    /// The languages of the service, where it has more than its catalog's.
    #[inline]
    pub(crate) fn languages(&self) -> Option<&Languages> {
        self.rare.as_ref()?.languages.as_ref()
    }
}
