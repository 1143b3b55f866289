//! A response as data: a status, header fields and a body, in no framework's types.
//!
//! The fields that depend on a framework or a connection (`content-length`, the id's header) are
//! the adapter's to add.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use bytes::Bytes;

use super::grpc;
use super::header::{ExtraHeaders, Header};
use crate::catalog::{Code, Resolved};
use crate::envelopes::Envelopes;
use crate::fault::Fault;
use crate::http::header::ResponseHeader;
use crate::style::ClientMessage;
use crate::style::translate::Locale;

/// A response as data, for an adapter to copy into its framework's own type. [`Envelopes::render`]
/// makes one, and so does [`Renderer::render`](crate::adapter::Renderer::render).
///
/// ```
/// use manila::{Condition, Envelopes, Fault};
///
/// let rendered = Envelopes::code_data().render(&Fault::condition(Condition::RouteNotFound), None);
/// assert_eq!(rendered.status(), 404);
/// assert_eq!(rendered.code(), "not_found");
/// assert_eq!(rendered.content_type(), "application/json");
/// assert_eq!(rendered.body(), br#"{"code":-404,"data":"Nothing was found at this address."}"#);
/// ```
#[derive(Debug, Clone)]
pub struct Rendered {
    status: u16,
    fault_status: u16,
    is_stand_in: bool,
    extent: Extent,
    header: HeldHeader,
    body: Bytes,
}

/// The header of this response alone, or of all that are the same each time.
#[derive(Debug, Clone)]
enum HeldHeader {
    Own(Header),
    Kept(Arc<Header>),
}

/// The body of an envelope.
pub(super) struct Body {
    pub(super) bytes: Bytes,
    pub(super) extent: Extent,
    /// The media type, where it is not that of the service's style.
    pub(super) media_type: Option<Cow<'static, str>>,
    /// Whether it is in the default style, where that of the service has failed or does not fit the
    /// limit.
    pub(super) is_stand_in: bool,
}

/// How much a response tells of what its client may see of the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Whole,
    /// Something is missing for want of room: the limit of a body, or a form that has a place for the
    /// message alone.
    Part,
}

impl Body {
    pub(super) const fn in_style(bytes: Bytes, extent: Extent) -> Self {
        Self {
            bytes,
            extent,
            media_type: None,
            is_stand_in: false,
        }
    }
}

impl Deref for HeldHeader {
    type Target = Header;

    #[inline]
    fn deref(&self) -> &Header {
        match self {
            Self::Own(header) => header,
            Self::Kept(header) => header,
        }
    }
}

impl Rendered {
    pub(super) fn envelope(
        fault: &Fault,
        envelopes: &Envelopes,
        resolved: Resolved,
        body: Body,
        locale: Locale,
    ) -> Self {
        let status = resolved.status;
        let mut header = Header::of(fault, envelopes, resolved, locale);
        if let Some(media_type) = body.media_type {
            header.content_type = media_type;
        }
        Self {
            status,
            fault_status: status,
            is_stand_in: body.is_stand_in,
            extent: body.extent,
            header: HeldHeader::Own(header),
            body: body.bytes,
        }
    }

    /// A response whose status and header are the same each time.
    pub(super) fn repeated(status: u16, header: &Arc<Header>, body: Bytes) -> Self {
        Self {
            status,
            fault_status: status,
            is_stand_in: false,
            extent: Extent::Whole,
            header: HeldHeader::Kept(Arc::clone(header)),
            body,
        }
    }

    pub(super) fn grpc(fault: &Fault, resolved: &Resolved) -> Self {
        let message = ClientMessage::of(fault, resolved, None);
        let header = Header {
            content_type: Cow::Borrowed("application/grpc"),
            should_retry: None,
            entry: resolved.entry,
            extra: Some(Box::new(ExtraHeaders::Grpc {
                status: grpc::status(fault, resolved.status),
                message: grpc::message(&message.text),
                pushback: grpc::pushback(fault),
            })),
            code: resolved.code.to_text(),
        };
        Self {
            status: 200,
            fault_status: resolved.status,
            is_stand_in: false,
            extent: Extent::Part,
            header: HeldHeader::Own(header),
            body: Bytes::new(),
        }
    }

    /// Returns the HTTP status of the response: 400 to 999, or 200 for a gRPC call, whatever went
    /// wrong.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let rendered = Envelopes::ok_error().render(&Fault::condition(Condition::Timeout), None);
    /// assert_eq!(rendered.status(), 504);
    /// ```
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The status of the fault itself, which a gRPC response carries as `grpc-status`.
    pub(super) const fn fault_status(&self) -> u16 {
        self.fault_status
    }

    /// The entry of the catalog, unless the code is HTTP's own.
    pub(super) fn entry(&self) -> Option<&'static Code> {
        self.header.entry
    }

    /// Whether the body is in the default style, as that of the service has failed or does not fit.
    pub(crate) const fn is_stand_in(&self) -> bool {
        self.is_stand_in
    }

    /// How much of the fault the response tells.
    pub(super) const fn extent(&self) -> Extent {
        self.extent
    }

    /// Returns the media type of the body: that of the style, `application/json` where `ok-error`
    /// takes the place of a style that failed, `text/markdown; charset=utf-8` for a request that asks for
    /// [Markdown](Envelopes::markdown), `application/grpc` for a gRPC call.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let rendered = Envelopes::problem().render(&Fault::condition(Condition::Gone), None);
    /// assert_eq!(rendered.content_type(), "application/problem+json");
    /// ```
    #[must_use]
    pub fn content_type(&self) -> &str {
        &self.header.content_type
    }

    /// Returns the code as text: the value of `x-error-code`, and of `code` in the log event. Count
    /// errors by it, as its values are few and known.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    /// let rendered = envelopes.render(&Fault::condition(Condition::Panic), None);
    /// assert_eq!(rendered.code(), "INTERNAL");
    /// ```
    #[must_use]
    pub fn code(&self) -> &str {
        &self.header.code
    }

    /// The value of `x-error-code`, unless it is a code that no header can hold.
    pub(crate) fn header_code(&self) -> Option<&Cow<'static, str>> {
        self.header.code_as_field()
    }

    /// Writes the header fields of the response, but for `content-length` and the request's id:
    ///
    /// - `content-type`, `x-error-code` and `x-content-type-options: nosniff`;
    /// - `cache-control: no-store`, unless the header or the fault has another; a layer takes that of
    ///   the response away before;
    /// - `retry-after`, if the fault knows when, and `x-should-retry`: `true` beside `retry-after`,
    ///   else as the catalog advises;
    /// - the fields that the fault itself sets, `allow` and `www-authenticate` where there are none, and
    ///   the members of `vary` that are not there;
    /// - `www-authenticate` with a 401 that has none by then (RFC 9110 §11.6.1), unless the service
    ///   [sends none](Envelopes::no_www_authenticate);
    /// - `accept` as a member of `vary`, where the service [offers Markdown](Envelopes::markdown);
    /// - `content-language`, and `accept-language` as a member of `vary`, where the service has
    ///   [translations](Envelopes::translations).
    ///
    /// A gRPC call gets `grpc-status` and `grpc-message` in their place, with `x-error-code` as metadata and,
    /// if the fault knows how long to wait, `grpc-retry-pushback-ms` (gRFC A6).
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
    /// let fault = Fault::condition(Condition::Unauthenticated);
    /// # let mut header = example::Header::default();
    /// Envelopes::problem().render(&fault, None).apply(&mut header);
    /// assert_eq!(header.get("content-type"), Some("application/problem+json"));
    /// assert_eq!(header.get("x-error-code"), Some("unauthorized"));
    /// assert_eq!(header.get("cache-control"), Some("no-store"));
    /// assert_eq!(header.get("www-authenticate"), Some(r#"Bearer realm="api""#));
    /// ```
    pub fn apply<H: ResponseHeader + ?Sized>(&self, header: &mut H) {
        self.header.write(header);
    }

    /// Returns the body: JSON or [Markdown](Envelopes::markdown) within [`Envelopes::body_limit`], empty for a gRPC call. The answer
    /// to HEAD has the same `content-length` and no body; leaving it out is the adapter's part.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Returns the body as [`Bytes`], which are shared and not copied: an envelope that repeats is
    /// one allocation for all responses that send it.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let rendered = Envelopes::code_data().render(&Fault::condition(Condition::Gone), None);
    /// assert_eq!(
    ///     rendered.into_body(),
    ///     r#"{"code":-410,"data":"The resource is gone for good."}"#,
    /// );
    /// ```
    #[must_use]
    pub fn into_body(self) -> Bytes {
        self.body
    }

    pub(crate) const fn shared_body(&self) -> &Bytes {
        &self.body
    }
}
