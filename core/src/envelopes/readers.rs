//! The settings for callers that read what to do: programs that act by it, and models of language.

use super::Envelopes;

impl Envelopes {
    /// Writes the way out into every error whose catalog knows one, of a 5xx too: `details.remedy`, in
    /// JSON:API `meta.remedy` of the error object, of the document where there are violations. Its members
    /// are `owner`, who can act; `steps`, what the caller does; `next`, the request that mends it; and
    /// `documentation`, the code's page; each only where it is known. A style of your own gets it from
    /// [`PublicFault::remedy`](crate::PublicFault::remedy).
    ///
    /// In a body that would be [too large](Self::body_limit) it stays for as long as one violation fits
    /// beside it, or one detail where there are no violations; otherwise it is what is left out first, as
    /// the code's page says it too.
    ///
    #[doc = include_str!("../docs/envelopes/remedies.md")]
    #[must_use]
    pub const fn remedies(mut self) -> Self {
        self.service.has_remedies = true;
        self
    }

    /// Returns whether errors say the way out that their catalog knows ([`remedies`](Self::remedies)), for
    /// what describes the bodies of a service.
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// assert!(Envelopes::ok_error().remedies().has_remedies());
    /// assert!(!Envelopes::ok_error().has_remedies());
    /// ```
    #[must_use]
    pub const fn has_remedies(&self) -> bool {
        self.service.has_remedies
    }
}
