//! Reading responses, and the settings of it.

use std::borrow::Cow;

use manila::Catalog;

use crate::decode::{Head, read};
use crate::remote_error::RemoteError;
use crate::retry::RetryAdvice;
use crate::text::excerpt;

/// Reads a response back into an error, with the settings of [`Decoder::new`].
///
/// Any response is read, and none fails to be: what is no envelope is an error of its status, and
/// [`read_as`](RemoteError::read_as) says so. Whether a response is an error is the caller's to decide;
/// one of a success is read as well.
///
/// The header fields are pairs of a name and a value. A `&HeaderMap` of `http` 0.2 or 1.x is such, and so
/// is an array of pairs of texts.
///
/// ```
/// let body = br#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan includes 5 apps."}}"#;
/// let remote = manila_client::decode(402, [("content-type", "application/json")], body);
/// assert!(remote.is_code("PLAN_LIMIT_EXCEEDED"));
/// assert_eq!(remote.message(), Some("The plan includes 5 apps."));
///
/// let remote = manila_client::decode(502, [("content-type", "text/html")], b"<h1>Bad Gateway</h1>");
/// assert_eq!(remote.code(), None);
/// assert_eq!(remote.to_string(), "502 Bad Gateway, without an error envelope");
/// ```
#[must_use]
pub fn decode<N: AsRef<str>, V: AsRef<[u8]>>(
    status: u16,
    headers: impl IntoIterator<Item = (N, V)>,
    body: impl AsRef<[u8]>,
) -> RemoteError {
    Decoder::new().decode(status, headers, body)
}

/// How responses are read.
///
/// ```
/// use manila_catalogs::Vibehost;
/// use manila_client::Decoder;
///
/// let decoder = Decoder::new().catalog(Vibehost::CATALOG);
/// let body = br#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan includes 5 apps."}}"#;
/// let remote = decoder.decode(402, [("content-type", "application/json")], body);
/// assert_eq!(remote.catalog_code(), Some(Vibehost::PlanLimitExceeded.code()));
/// assert_eq!(remote.exit_code(), 3);
/// ```
#[derive(Debug, Clone)]
pub struct Decoder {
    catalog: Option<&'static Catalog>,
    body_limit: usize,
    excerpt_limit: usize,
    request_id_header: Cow<'static, str>,
}

impl Decoder {
    /// What is looked at of a body by default: 1 MiB.
    pub const BODY_LIMIT: usize = 1 << 20;

    /// What is kept of a body as it came by default: 1 KiB.
    pub const EXCERPT_LIMIT: usize = 1 << 10;

    /// Creates a decoder without a catalog, for bodies of up to [`BODY_LIMIT`](Self::BODY_LIMIT).
    #[must_use]
    pub const fn new() -> Self {
        Self {
            catalog: None,
            body_limit: Self::BODY_LIMIT,
            excerpt_limit: Self::EXCERPT_LIMIT,
            request_id_header: Cow::Borrowed("x-request-id"),
        }
    }

    /// Sets the catalog of the service that answers, for what a response does not say: advice on retrying,
    /// exit codes, what to do, and the name of a code of which the body has the number.
    #[must_use]
    pub const fn catalog(mut self, catalog: &'static Catalog) -> Self {
        self.catalog = Some(catalog);
        self
    }

    /// Limits how many bytes of a body are looked at. A longer one is cut, and no envelope then: those of
    /// the library have at most 64 KiB, unless a service is set to another limit.
    ///
    /// A client need not receive more than this of an error's body: what is cut off there is read alike.
    ///
    /// ```
    /// use manila_client::{Decoder, ReadAs};
    ///
    /// let body = br#"{"code":-403,"data":"Marketplace pro is required."}"#;
    /// let json = [("content-type", "application/json")];
    /// let read_as = |limit| Decoder::new().body_limit(limit).decode(403, json, body).read_as();
    /// assert_eq!(read_as(body.len()), ReadAs::CodeData);
    /// assert_eq!(read_as(10), ReadAs::Foreign);
    /// ```
    #[must_use]
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Limits how many bytes of a body are kept as [`excerpt`](RemoteError::excerpt); 0 keeps none.
    ///
    /// ```
    /// use manila_client::Decoder;
    ///
    /// let decoder = Decoder::new().excerpt_limit(5);
    /// assert_eq!(decoder.decode(503, [("server", "envoy")], b"no healthy upstream").excerpt(), "no he");
    /// ```
    #[must_use]
    pub const fn excerpt_limit(mut self, bytes: usize) -> Self {
        self.excerpt_limit = bytes;
        self
    }

    /// Sets the header field that has the request's id; by default `x-request-id`. The id in a body goes
    /// before it.
    ///
    /// ```
    /// use manila_client::Decoder;
    ///
    /// let decoder = Decoder::new().request_id_header("x-correlation-id");
    /// let remote = decoder.decode(500, [("X-Correlation-Id", "abc")], b"");
    /// assert_eq!(remote.request_id(), Some("abc"));
    /// ```
    #[must_use]
    pub fn request_id_header(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.request_id_header = name.into();
        self
    }

    /// How much of a body a client needs to receive.
    #[cfg(feature = "__transport")]
    pub(crate) const fn most_of_body(&self) -> usize {
        if self.body_limit > self.excerpt_limit {
            self.body_limit
        } else {
            self.excerpt_limit
        }
    }

    /// Reads a response back into an error. See [`decode`].
    #[must_use]
    pub fn decode<N: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: impl AsRef<[u8]>,
    ) -> RemoteError {
        let head = Head::of(headers, &self.request_id_header);
        let body = body.as_ref();
        let (read_as, envelope) = match body.get(..self.body_limit) {
            Some(start) => read(start, &head),
            None => read(body, &head),
        };
        let remote = RemoteError::new(status, read_as, envelope, self.catalog);
        let retry = RetryAdvice::of(&head, remote.envelope(), remote.catalog_code());
        remote.with_head(head, retry, excerpt(body, self.excerpt_limit))
    }
}

impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}
