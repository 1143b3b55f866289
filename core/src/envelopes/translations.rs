//! The settings for readers of other languages than the catalog's.

use std::sync::Arc;

use super::Envelopes;
use super::languages::Languages;
use crate::style::translate::Translate;

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
        self.rare.get_or_insert_default().languages = Some(Languages::new(translations));
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

    /// Returns whether errors say the sentence of the catalog's own language beside a translated one
    /// ([`source_message`](Self::source_message)), for what describes the bodies of a service.
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// assert!(Envelopes::ok_error().source_message().has_source_message());
    /// assert!(!Envelopes::ok_error().has_source_message());
    /// ```
    #[must_use]
    pub const fn has_source_message(&self) -> bool {
        self.service.has_source_message
    }

    /// The languages of the service, where it has more than its catalog's.
    #[inline]
    pub(crate) fn languages(&self) -> Option<&Languages> {
        self.rare.as_ref()?.languages.as_ref()
    }
}
