//! Which form of an error a request gets, by its `accept` and `accept-language`.

use super::preferences::Preferences;
use super::renderer::Renderer;
use crate::style::translate::Locale;

impl Renderer {
    /// Returns whether the service leaves a request any choice, so that an adapter need not look for
    /// `accept` and `accept-language` otherwise.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila::adapter::Renderer;
    ///
    /// assert!(!Renderer::new(Envelopes::ok_error()).negotiates());
    /// assert!(Renderer::new(Envelopes::ok_error().markdown()).negotiates());
    /// ```
    #[must_use]
    #[inline]
    pub const fn negotiates(&self) -> bool {
        match &self.envelopes().rare {
            Some(rare) => rare.markdown.is_some() || rare.languages.is_some(),
            None => false,
        }
    }

    /// Returns what a request asks for, given every field of its `accept` and of its `accept-language`, in
    /// their order. What is malformed in them counts for nothing.
    ///
    /// An adapter calls it before the service, and says it of the
    /// [request](crate::adapter::Request::preferences).
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila::adapter::Renderer;
    /// use manila::translate::Locale;
    ///
    /// let renderer = Renderer::new(Envelopes::json_api().markdown());
    /// let preferences = renderer.negotiate(["text/markdown"], [&b"es"[..]]);
    /// assert!(preferences.wants_markdown);
    /// assert_eq!(preferences.locale, Locale::SOURCE);
    /// ```
    pub fn negotiate<'a>(
        &self,
        accept: impl IntoIterator<Item = &'a str>,
        accept_language: impl IntoIterator<Item = &'a [u8]>,
    ) -> Preferences {
        Preferences {
            wants_markdown: self.prefers_markdown(accept),
            locale: self.choose_language(accept_language),
        }
    }

    /// Returns whether a request with these fields of `accept` gets its errors as Markdown: whether the
    /// service [offers that](crate::Envelopes::markdown), and they name `text/markdown` itself, with a
    /// weight above 0 that is not below that of any range which fits the style (RFC 9110 §12.5.1).
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila::adapter::Renderer;
    ///
    /// let renderer = Renderer::new(Envelopes::json_api().markdown());
    /// assert!(renderer.prefers_markdown(["text/html", "text/markdown;q=0.8, */*;q=0.5"]));
    /// assert!(!renderer.prefers_markdown(["text/markdown;q=0.8, application/vnd.api+json"]));
    /// assert!(!renderer.prefers_markdown(["text/markdown;q=high"]));
    /// assert!(!Renderer::new(Envelopes::json_api()).prefers_markdown(["text/markdown"]));
    /// ```
    pub fn prefers_markdown<'a>(&self, accept: impl IntoIterator<Item = &'a str>) -> bool {
        let envelopes = self.envelopes();
        let Some(markdown) = envelopes.as_markdown() else {
            return false;
        };
        markdown.is_preferred(&mut accept.into_iter(), &envelopes.style.media_type)
    }

    /// Returns the language of the errors of a request with these fields of `accept-language`: the
    /// source's, where the service has no [translations](crate::Envelopes::translations), or none that
    /// fits.
    pub fn choose_language<'a>(
        &self,
        accept_language: impl IntoIterator<Item = &'a [u8]>,
    ) -> Locale {
        let languages = self.envelopes().languages();
        languages.map_or(Locale::SOURCE, |languages| {
            languages.negotiate(&mut accept_language.into_iter())
        })
    }
}
