//! The settings for callers that read what to do: programs that act by it, and models of language.

use super::Envelopes;
use super::markdown::Markdown;

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

    /// Answers with Markdown (RFC 7763) where a request asks for it: its `accept` names `text/markdown`
    /// itself, with a weight above 0 that is not below that of any range which fits the style. A `*/*` or
    /// `text/*` does not ask for it.
    ///
    /// It is for callers that read prose, such as models of language. A front matter has `code`, `status`,
    /// `retryable`, `retry_after`, `request_id` and `documentation`, as far as they are known; then come
    /// `## What happened`, with the violations and the details that clients may see, and `## What to do`,
    /// with the steps of the catalog and the advice on retrying. No text of a caller means anything in it
    /// but what it says, and it is [bounded](Self::body_limit) as any body is; where it does not fit at all,
    /// the envelope takes its place. Header fields, the log event and what is masked are those of the
    /// envelope. Every error of such a service has `vary: accept`.
    ///
    #[doc = include_str!("../docs/envelopes/markdown.md")]
    #[must_use]
    pub fn markdown(mut self) -> Self {
        self.rare.get_or_insert_default().markdown = Some(Markdown::new());
        self
    }

    /// How errors are written as Markdown, where the service offers that.
    #[inline]
    pub(crate) fn as_markdown(&self) -> Option<&Markdown> {
        self.rare.as_ref()?.markdown.as_ref()
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
