//! The error that a response is read back into.

mod display;
mod exit_code;
mod known;

use manila::{Applied, Catalog, Code};
use serde::de::DeserializeOwned;

use crate::class::Class;
use crate::decode::{Envelope, Head, members};
use crate::read_as::ReadAs;
use crate::remedy::Remedy;
use crate::retry::{PASSING, RetryAdvice};
use crate::violation::RemoteViolation;

/// An error response of a service, read back.
///
/// Branch on the code, by [`is_code`](Self::is_code), [`is`](Self::is) or [`as_enum`](Self::as_enum), and
/// on the [`class`](Self::class) of the status where the code is none that you know: a service may get
/// further codes at any time.
///
/// ```
/// use manila_client::{Class, RemoteError, decode};
///
/// fn advice(remote: &RemoteError) -> &'static str {
///     match remote.code() {
///         Some("PLAN_LIMIT_EXCEEDED") => "upgrade the plan",
///         Some("RATE_LIMITED") => "slow down",
///         _ if remote.class() == Class::Server => "try again later",
///         _ => "look at the request",
///     }
/// }
///
/// let body = br#"{"ok":false,"error":{"code":"BRAND_NEW","message":"No."}}"#;
/// assert_eq!(advice(&decode(503, [("content-type", "application/json")], body)), "try again later");
/// ```
///
/// Texts are those of the response, with any character in them. `Display` writes one line that is safe to
/// print.
#[derive(Debug, Clone)]
pub struct RemoteError(Box<Parts>);

#[derive(Debug, Clone)]
struct Parts {
    status: u16,
    read_as: ReadAs,
    envelope: Envelope,
    catalog: Option<&'static Catalog>,
    header_request_id: Option<String>,
    language: Option<String>,
    retry: RetryAdvice,
    excerpt: String,
}

impl RemoteError {
    pub(crate) fn new(
        status: u16,
        read_as: ReadAs,
        envelope: Envelope,
        catalog: Option<&'static Catalog>,
    ) -> Self {
        let mut remote = Self(Box::new(Parts {
            status,
            read_as,
            envelope,
            catalog,
            header_request_id: None,
            language: None,
            retry: RetryAdvice::default(),
            excerpt: String::new(),
        }));
        remote.name_code();
        remote
    }

    pub(crate) fn with_head(mut self, head: Head, retry: RetryAdvice, excerpt: String) -> Self {
        self.0.header_request_id = head.request_id;
        self.0.language = head.language;
        self.0.retry = retry;
        self.0.excerpt = excerpt;
        self
    }

    pub(crate) fn envelope(&self) -> &Envelope {
        &self.0.envelope
    }

    /// Returns the code as text, a number in digits: of the body, else of the header field `x-error-code`;
    /// `None` where neither says one.
    ///
    /// ```
    /// use manila_client::decode;
    ///
    /// let header = [("content-type", "application/json"), ("x-error-code", "PLAN_LIMIT_EXCEEDED")];
    /// assert_eq!(decode(402, header, b"").code(), Some("PLAN_LIMIT_EXCEEDED"));
    /// // The body of `code-data` has a number, which stands for the status where the catalog has none.
    /// let body = br#"{"code":-402,"data":"The plan's limit is reached."}"#;
    /// assert_eq!(decode(402, header, body).code(), Some("PLAN_LIMIT_EXCEEDED"));
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.envelope.code.as_deref()
    }

    /// Returns whether the code is this one, as text.
    ///
    /// ```
    /// let remote = manila_client::decode(409, [("x-error-code", "CONFLICT")], b"");
    /// assert!(remote.is_code("CONFLICT"));
    /// assert!(!remote.is_code("conflict"));
    /// ```
    #[must_use]
    pub fn is_code(&self, code: &str) -> bool {
        self.code() == Some(code)
    }

    /// Returns the status of the response, whatever the body says of it (RFC 9457 §3.1.2).
    ///
    /// ```
    /// let problem = [("content-type", "application/problem+json")];
    /// let body = br#"{"type":"about:blank","title":"OK","status":200,"code":"conflict"}"#;
    /// assert_eq!(manila_client::decode(409, problem, body).status(), 409);
    /// ```
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.0.status
    }

    /// Returns the class of the status.
    #[must_use]
    pub const fn class(&self) -> Class {
        Class::of(self.0.status)
    }

    /// Returns what the response was read as.
    #[must_use]
    pub const fn read_as(&self) -> ReadAs {
        self.0.read_as
    }

    /// Returns the sentence for people, which may change at any time: the one that was sent, else the
    /// [`title`](Self::title), else what the decoder's catalog says of the code, its message where that repeats
    /// no detail, or its title. A text of blanks says nothing, and counts as none.
    ///
    /// Without a catalog there is none for a HEAD, for JSON:API with violations, and for what is no envelope.
    ///
    /// ```
    /// use manila_catalogs::Vibehost;
    /// use manila_client::{Decoder, decode};
    ///
    /// let header = [("x-error-code", "CONFLICT")];
    /// assert_eq!(decode(409, header, b"").message(), None);
    /// let decoder = Decoder::new().catalog(Vibehost::CATALOG);
    /// assert_eq!(decoder.decode(409, header, b"").message(), Vibehost::Conflict.code().message());
    /// ```
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        let sent = self.sent_message().or_else(|| spoken(self.title()));
        sent.or_else(|| {
            let code = self.catalog_code()?;
            let message = code.message().filter(|_| !code.has_placeholders());
            Some(message.unwrap_or(code.title()))
        })
    }

    /// The sentence about this occurrence, as it was sent, if it says something.
    pub(crate) fn sent_message(&self) -> Option<&str> {
        spoken(self.0.envelope.message.as_deref())
    }

    /// Returns the sentence in the language of the catalog, where the service sends it beside a translated
    /// [`message`](Self::message): that one is for the user, this one for logs and for support.
    ///
    /// ```
    /// let body = br#"{"ok":false,"error":{"code":"GONE","message":"Ya no existe.","source_message":"It is gone."}}"#;
    /// let json = [("content-type", "application/json"), ("content-language", "es")];
    /// let remote = manila_client::decode(410, json, body);
    /// assert_eq!((remote.message(), remote.language()), (Some("Ya no existe."), Some("es")));
    /// assert_eq!(remote.source_message(), Some("It is gone."));
    /// ```
    #[must_use]
    pub fn source_message(&self) -> Option<&str> {
        self.0.envelope.source_message.as_deref()
    }

    /// Returns the language tag (RFC 5646) of the response, which `content-language` says: that of a page's
    /// element that shows [`message`](Self::message). `None` where it says none, several, or no tag.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.0.language.as_deref()
    }

    /// Returns the short text of the code, which problem details and JSON:API have.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.0.envelope.title.as_deref()
    }

    /// Returns the data of the code as a type of yours; none where there are none, or where they do not fit
    /// the type. What the library adds to them has getters of its own, and is left out.
    ///
    /// ```
    /// #[derive(serde::Deserialize)]
    /// struct PlanLimit { limit: u32 }
    ///
    /// let body = br#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"No.","details":{"limit":5}}}"#;
    /// let remote = manila_client::decode(402, [("content-type", "application/json")], body);
    /// assert_eq!(remote.details::<PlanLimit>().unwrap().limit, 5);
    /// ```
    #[must_use]
    pub fn details<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.details_json()?).ok()
    }

    /// Returns one of the data as a type of yours; none where it is not there, or does not fit the type.
    ///
    /// ```
    /// let body = br#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"No.","details":{"limit":5}}}"#;
    /// let remote = manila_client::decode(402, [("content-type", "application/json")], body);
    /// assert_eq!(remote.detail::<u32>("limit"), Some(5));
    /// assert_eq!(remote.detail::<bool>("limit"), None);
    /// ```
    #[must_use]
    pub fn detail<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let [value] = members(self.details_json()?, [name])?;
        serde_json::from_str(value?).ok()
    }

    /// Returns the data of the code as a JSON object, each name once.
    #[must_use]
    pub fn details_json(&self) -> Option<&str> {
        self.0.envelope.details.as_deref()
    }

    /// Returns the invalid fields of the request, at most 1,000.
    #[must_use]
    pub fn violations(&self) -> &[RemoteViolation] {
        &self.0.envelope.violations
    }

    /// Returns whether there are more violations than the service counted or this holds.
    #[must_use]
    pub fn has_more_violations(&self) -> bool {
        self.0.envelope.has_more_violations
    }

    /// Returns how many violations and details the service left out of the body for want of room.
    #[must_use]
    pub fn truncated(&self) -> Option<u64> {
        self.0.envelope.truncated
    }

    /// Returns the text of the response that the envelope replaced: a framework's own sentence, say.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.0.envelope.reason.as_deref()
    }

    /// Returns the request's id, under which the service has logged the error: of the body, else of the
    /// header.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let of_body = self.0.envelope.request_id.as_deref();
        of_body.or(self.0.header_request_id.as_deref())
    }

    /// Returns whether and when the same request can succeed.
    #[must_use]
    pub const fn retry(&self) -> RetryAdvice {
        self.0.retry
    }

    /// Returns whether the same request can succeed later: as [`retry`](Self::retry) advises, else by the status,
    /// which it can for 408, 425, 429, 502, 503 and 504.
    ///
    /// Whether the request may be sent twice is for its sender to know.
    ///
    /// ```
    /// use manila_client::decode;
    ///
    /// assert!(decode(503, [("", "")], b"").is_retryable());
    /// assert!(!decode(503, [("x-should-retry", "false")], b"").is_retryable());
    /// assert!(!decode(500, [("", "")], b"").is_retryable());
    /// ```
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        let by_status = || PASSING.contains(&self.status());
        self.retry().is_advised().unwrap_or_else(by_status)
    }

    /// Returns whether the request had its effect before it failed: as the response says, else as the
    /// catalog does; `None` where neither says it.
    ///
    /// ```
    /// use manila::Applied;
    ///
    /// let body = br#"{"ok":false,"error":{"code":"UPSTREAM_FAILED","message":"No.","details":{"retry":{"applied":"no"}}}}"#;
    /// let remote = manila_client::decode(502, [("content-type", "application/json")], body);
    /// assert_eq!(remote.applied(), Some(Applied::No));
    /// ```
    #[must_use]
    pub fn applied(&self) -> Option<Applied> {
        let by_catalog = || self.catalog_code().and_then(Code::applied);
        self.0.envelope.applied.or_else(by_catalog)
    }

    /// Returns the way out, where the service sends it.
    #[must_use]
    pub const fn remedy(&self) -> Option<&Remedy> {
        self.0.envelope.remedy.as_ref()
    }

    /// Returns the beginning of the body on one line, for logs: without line breaks, and with U+FFFD for
    /// what is no text or would steer a terminal.
    ///
    /// ```
    /// let remote = manila_client::decode(502, [("server", "nginx")], b"<html>\r\n<h1>502</h1>\x1b[2J");
    /// assert_eq!(remote.excerpt(), "<html>  <h1>502</h1>\u{FFFD}[2J");
    /// ```
    #[must_use]
    pub fn excerpt(&self) -> &str {
        &self.0.excerpt
    }
}

/// A text that is more than blanks.
fn spoken(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

impl std::error::Error for RemoteError {}
