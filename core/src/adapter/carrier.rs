//! The statements that a response makes about itself, in its extensions.
//!
//! An adapter's error type does not see the request, so that it cannot render. It puts the fault
//! into the response's extensions instead, and the layer, which knows the request and the settings,
//! renders it.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;

use super::bond::Bond;
use super::carried_body::StatedBody;
use super::statement::{Sent, Statement};
use crate::envelopes::IdPolicy;
use crate::fault::Fault;
use crate::render::Success;

/// A statement of a response about itself, for the layer: the answer to a fault, the data of a
/// success, or a finished envelope. It is the one type of core's in the extensions, so that one
/// look-up finds it; a later one replaces an earlier one.
///
/// It is made together with the [body](StatedBody) of the response, and the layer believes it only
/// while that is still the body: middleware that answers with one of its own may have kept the
/// extensions.
///
/// ```
/// use manila::adapter::Carrier;
/// use manila::{Condition, Fault};
///
/// let (carrier, body) = Carrier::fault(Fault::condition(Condition::Conflict));
/// assert_eq!(carrier.as_fault().unwrap().http_status(), 409);
/// assert_eq!(body.size(), None);
/// ```
#[derive(Debug, Clone)]
pub struct Carrier(pub(super) Arc<Bond>);

impl Carrier {
    /// Creates the statement of an error response, and its body, which is the fault's envelope in
    /// the default style if somebody reads it. Whatever the status of the response is, an envelope
    /// of the fault replaces it.
    ///
    /// ```
    /// use manila::adapter::Carrier;
    /// use manila::{Condition, Fault};
    ///
    /// let (carrier, body) = Carrier::fault(Fault::condition(Condition::Forbidden));
    /// let mut response = http::Response::new(body);
    /// *response.status_mut() = http::StatusCode::FORBIDDEN;
    /// response.extensions_mut().insert(carrier);
    /// assert!(response.extensions().get::<Carrier>().is_some());
    /// ```
    #[must_use]
    pub fn fault(fault: Fault) -> (Self, StatedBody) {
        Self::bound(Statement::Fault(fault, OnceLock::new()))
    }

    /// Creates the statement of a success, whose data the layer wraps in the service's style, and its
    /// body, which is `{"ok":true,"data":…}`. A response of 204, 205, 206 or 304 passes without it,
    /// as it has no content of its own to wrap.
    ///
    /// ```
    /// use manila::Success;
    /// use manila::adapter::Carrier;
    ///
    /// let (carrier, body) = Carrier::success(Success::new(&[1, 2]).unwrap());
    /// assert!(carrier.as_fault().is_none());
    /// assert_eq!(body.size(), Some(24));
    /// ```
    #[must_use]
    pub fn success(success: Success) -> (Self, StatedBody) {
        Self::bound(Statement::Success(success))
    }

    /// Creates the statement of a finished envelope or success, so that outer layers pass it
    /// unchanged, as a part of the service may have a style of its own; and its body. It is of the
    /// status, of the id in the header that the policy names, and of the code in `x-error-code`, where
    /// the response has one: a response that has others in the end is not the one that was sent. The [`Responder`](super::Responder) sets it where
    /// [`Request::may_be_nested`](super::Request::may_be_nested).
    ///
    /// ```
    /// use bytes::Bytes;
    /// use manila::IdPolicy;
    /// use manila::adapter::Carrier;
    ///
    /// let content = Bytes::from_static(b"{}");
    /// let code = Some("NOT_FOUND".into());
    /// let (carrier, body) = Carrier::sent(404, &IdPolicy::new(), b"abc-123", code, content);
    /// assert!(carrier.as_fault().is_none());
    /// assert_eq!(body.size(), Some(2));
    /// ```
    #[must_use]
    pub fn sent(
        status: u16,
        ids: &IdPolicy,
        id: &[u8],
        code: Option<Cow<'static, str>>,
        body: Bytes,
    ) -> (Self, StatedBody) {
        let sent = Sent {
            status,
            id_header: ids.header_text(),
            id: id.into(),
            code,
            body,
        };
        Self::bound(Statement::Sent(Box::new(sent)))
    }

    fn bound(statement: Statement) -> (Self, StatedBody) {
        let bond = Arc::new(Bond::new(statement));
        (Self(Arc::clone(&bond)), StatedBody::new(bond))
    }

    /// Returns the fault, if the response is the answer to one. Middleware that wants to know about
    /// errors before they are rendered, for metrics say, reads it here.
    ///
    /// ```
    /// use manila::adapter::Carrier;
    /// use manila::{Condition, Fault};
    ///
    /// fn is_overload<B>(response: &http::Response<B>) -> bool {
    ///     let fault = response.extensions().get().and_then(Carrier::as_fault);
    ///     fault.is_some_and(|fault| fault.http_status() == 503)
    /// }
    ///
    /// let mut response = http::Response::new(());
    /// assert!(!is_overload(&response));
    /// let (carrier, _) = Carrier::fault(Fault::condition(Condition::Overloaded));
    /// response.extensions_mut().insert(carrier);
    /// assert!(is_overload(&response));
    /// ```
    #[must_use]
    pub fn as_fault(&self) -> Option<&Fault> {
        match &self.0.statement {
            Statement::Fault(fault, _) => Some(fault),
            Statement::Success(_) | Statement::Sent(_) => None,
        }
    }

    /// Returns the code of the envelope that a layer has sent, as it stands in `x-error-code`. Layers
    /// further out read it here, if the service [keeps it](crate::Envelopes::keep_code) there. It is
    /// the code of the response that had these extensions: a layer between them may have answered
    /// with another.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use manila::IdPolicy;
    /// use manila::adapter::Carrier;
    ///
    /// let code = Some("NOT_FOUND".into());
    /// let (sent, _) = Carrier::sent(404, &IdPolicy::new(), b"abc-123", code, Bytes::new());
    /// assert_eq!(sent.code(), Some("NOT_FOUND"));
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match &self.0.statement {
            Statement::Sent(sent) => sent.code.as_deref(),
            Statement::Fault(..) | Statement::Success(_) => None,
        }
    }
}

/// Marks an error response as the service's own, which is sent unchanged but for its id: the page
/// of a site beside the API, say. Put it into the response's extensions.
///
/// For single responses; [`Envelopes::pass_through`](crate::Envelopes::pass_through) is for all of
/// a status and media type.
///
/// ```
/// use manila::PassThrough;
///
/// fn page() -> http::Response<&'static str> {
///     let mut page = http::Response::new("<h1>Not here</h1>");
///     *page.status_mut() = http::StatusCode::NOT_FOUND;
///     page.extensions_mut().insert(PassThrough);
///     page
/// }
///
/// assert!(page().extensions().get::<PassThrough>().is_some());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PassThrough;

/// Marks a response of a service behind this one, which writes its errors in the same style: its
/// envelope is sent unchanged. Put it into the extensions of what a proxy has been answered; for tower
/// and axum `manila_tower::pass_enveloped` does.
///
/// An error passes if it has an `x-error-code` and the media type of this service's style, and keeps
/// its status, its header and the id that it came with. Whatever else stands behind the proxy and
/// answered, a gateway with its page say, is replaced as any response that no fault made. The body is not
/// read: that it is of the style, and tells no secrets, is the word of whoever put the mark there. An
/// envelope that passes is logged where it was made, and not here.
///
/// ```
/// use manila::PassEnveloped;
///
/// fn mark<B>(mut answer: http::Response<B>) -> http::Response<B> {
///     answer.extensions_mut().insert(PassEnveloped);
///     answer
/// }
///
/// assert!(mark(http::Response::new(())).extensions().get::<PassEnveloped>().is_some());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PassEnveloped;
