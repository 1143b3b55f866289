//! One request, as far as rendering needs to know it: its id, and the form that it asks for.
//!
//! Everything else that a body says follows from the fault and the settings.

use super::preferences::Preferences;
use crate::style::translate::Locale;

/// The facts of one request that a [`Renderer`](crate::adapter::Renderer) writes into a response or
/// chooses its form by. An adapter makes one for each response; `default()` is a request without an
/// id.
///
/// ```
/// use manila::adapter::{Renderer, RequestContext};
/// use manila::{Condition, Envelopes, Fault};
///
/// let renderer = Renderer::new(Envelopes::json_api());
/// let request = RequestContext::new(Some("abc-123"));
/// assert_eq!(request.request_id(), Some("abc-123"));
/// let rendered = renderer.render(&Fault::condition(Condition::Gone), &request);
/// assert!(rendered.body().ends_with(br#""meta":{"request_id":"abc-123"}}"#));
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct RequestContext<'a> {
    pub(crate) request_id: Option<&'a str>,
    pub(super) form: Form,
}

/// The form that a request asks for, in one word: rendering asks first whether it is the usual one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Form(u32);

impl Form {
    /// The service's style, in the language of its catalog.
    pub(super) const USUAL: Self = Self(0);

    const GRPC: u32 = 1 << 16;
    const MARKDOWN: u32 = 1 << 17;

    const fn with(self, bit: u32, is_set: bool) -> Self {
        Self(if is_set { self.0 | bit } else { self.0 & !bit })
    }

    const fn with_locale(self, locale: Locale) -> Self {
        Self(self.0 & !(u16::MAX as u32) | locale.place() as u32)
    }

    pub(super) const fn speaks_grpc(self) -> bool {
        self.0 & Self::GRPC != 0
    }

    pub(super) const fn wants_markdown(self) -> bool {
        self.0 & Self::MARKDOWN != 0
    }

    pub(super) const fn locale(self) -> Locale {
        Locale::new((self.0 & u16::MAX as u32) as u16)
    }
}

impl<'a> RequestContext<'a> {
    /// Creates the context of a request with this id; `None` where no layer is at work.
    ///
    /// The id is written as it is given, escaped where JSON asks for it: checking it against the
    /// grammar is the caller's part ([`is_request_id`](crate::adapter::is_request_id)).
    #[must_use]
    pub const fn new(request_id: Option<&'a str>) -> Self {
        Self {
            request_id,
            form: Form::USUAL,
        }
    }

    /// Sets whether the request is a gRPC call, to which the answer is HTTP 200 with `grpc-status`
    /// and no body; `false` by default. [`Envelopes::speaks_grpc`](crate::Envelopes::speaks_grpc)
    /// finds out.
    ///
    /// ```
    /// use manila::adapter::{Renderer, RequestContext};
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
    /// let renderer = Renderer::new(Envelopes::ok_error().grpc());
    /// let request = RequestContext::new(Some("abc-123")).with_grpc(true);
    /// let rendered = renderer.render(&Fault::condition(Condition::Timeout), &request);
    /// assert_eq!((rendered.status(), rendered.body()), (200, &b""[..]));
    /// # let mut header = example::Header::default();
    /// rendered.apply(&mut header);
    /// assert_eq!(header.get("grpc-status"), Some("4")); // DEADLINE_EXCEEDED
    /// ```
    #[must_use]
    pub const fn with_grpc(mut self, speaks_grpc: bool) -> Self {
        self.form = self.form.with(Form::GRPC, speaks_grpc);
        self
    }

    /// Sets whether the request asks for Markdown, which it gets of a service that
    /// [offers it](crate::Envelopes::markdown); `false` by default.
    /// [`Renderer::prefers_markdown`](crate::adapter::Renderer::prefers_markdown) finds out.
    ///
    /// ```
    /// use manila::adapter::{Renderer, RequestContext};
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let fault = Fault::condition(Condition::Gone);
    /// let request = RequestContext::new(Some("abc-123")).with_markdown(true);
    /// let rendered = Renderer::new(Envelopes::ok_error().markdown()).render(&fault, &request);
    /// assert!(rendered.body().starts_with(b"---\ncode: \"gone\"\nstatus: \"410\"\n"));
    /// let rendered = Renderer::new(Envelopes::ok_error()).render(&fault, &request);
    /// assert_eq!(rendered.content_type(), "application/json");
    /// ```
    #[must_use]
    pub const fn with_markdown(mut self, wants_markdown: bool) -> Self {
        self.form = self.form.with(Form::MARKDOWN, wants_markdown);
        self
    }

    /// Sets the language that the request asks for, of a service that has
    /// [translations](crate::Envelopes::translations); that of the catalog by default.
    /// [`Renderer::choose_language`](crate::adapter::Renderer::choose_language) finds out.
    #[must_use]
    pub const fn with_locale(mut self, locale: Locale) -> Self {
        self.form = self.form.with_locale(locale);
        self
    }

    /// Sets all that the request asks for of the form of an error.
    /// [`Renderer::negotiate`](crate::adapter::Renderer::negotiate) finds out.
    #[must_use]
    pub const fn with_preferences(self, preferences: Preferences) -> Self {
        self.with_markdown(preferences.wants_markdown)
            .with_locale(preferences.locale)
    }

    /// The context of a text that is no response: in the service's style.
    pub(super) const fn as_late(&self) -> Self {
        self.with_grpc(false).with_markdown(false)
    }

    /// Returns the request's id, as it was given.
    #[must_use]
    pub const fn request_id(&self) -> Option<&'a str> {
        self.request_id
    }
}
