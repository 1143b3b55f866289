//! The statements that a response makes about itself, in its extensions.
//!
//! An adapter's error type does not see the request, so that it cannot render. It puts the fault
//! into the response's extensions instead, and the layer, which knows the request and the settings,
//! renders it.

use crate::fault::Fault;
use crate::render::Success;

/// A statement of a response about itself, for the layer: the answer to a fault, the data of a
/// success, or a finished envelope. It is the one type of core's in the extensions, so that one
/// look-up finds it; a later one replaces an earlier one.
///
/// ```
/// use manila::adapter::Carrier;
/// use manila::{Condition, Fault};
///
/// let carrier = Carrier::fault(Fault::condition(Condition::Conflict));
/// assert_eq!(carrier.as_fault().unwrap().http_status(), 409);
/// assert!(Carrier::envelope().as_fault().is_none());
/// ```
#[derive(Debug, Clone)]
pub struct Carrier(pub(super) Statement);

/// A statement about the response whose extensions hold it.
#[derive(Debug, Clone)]
pub(super) enum Statement {
    /// It is the answer to this fault.
    Fault(Fault),
    /// Its body is these data.
    Success(Success),
    /// It is an envelope that an inner layer has written.
    Envelope,
}

impl Carrier {
    /// Creates the statement of an error response. Whatever its status and body are, an envelope of
    /// the fault replaces it.
    ///
    /// ```
    /// use manila::adapter::Carrier;
    /// use manila::{Condition, Fault};
    ///
    /// let mut response = http::Response::new("a text that nobody reads");
    /// *response.status_mut() = http::StatusCode::FORBIDDEN;
    /// let fault = Fault::condition(Condition::Forbidden);
    /// response.extensions_mut().insert(Carrier::fault(fault));
    /// assert!(response.extensions().get::<Carrier>().is_some());
    /// ```
    #[must_use]
    pub const fn fault(fault: Fault) -> Self {
        Self(Statement::Fault(fault))
    }

    /// Creates the statement of a success, whose data the layer wraps in the service's style. A
    /// response of 204, 205, 206 or 304 passes without it, as it has no content of its own to wrap.
    ///
    /// ```
    /// use manila::Success;
    /// use manila::adapter::Carrier;
    ///
    /// let carrier = Carrier::success(Success::new(&[1, 2]).unwrap());
    /// assert!(carrier.as_fault().is_none());
    /// ```
    #[must_use]
    pub const fn success(success: Success) -> Self {
        Self(Statement::Success(success))
    }

    /// Creates the statement of a finished envelope, so that outer layers pass it unchanged: a part
    /// of the service may have a style of its own. The [`Responder`](super::Responder) sets it
    /// where [`Request::may_be_nested`](super::Request::may_be_nested).
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila::adapter::{Carrier, Decision, Renderer, Request, decide};
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/response.rs")); }
    /// # use example::Response;
    /// let outer = Renderer::new(Envelopes::ok_error());
    /// let envelope = Response::new(404, Some(Carrier::envelope()));
    /// assert!(matches!(decide(&outer, &Request::default(), &envelope), Decision::Pass));
    /// ```
    #[must_use]
    pub const fn envelope() -> Self {
        Self(Statement::Envelope)
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
    /// let fault = Fault::condition(Condition::Overloaded);
    /// response.extensions_mut().insert(Carrier::fault(fault));
    /// assert!(is_overload(&response));
    /// ```
    #[must_use]
    pub const fn as_fault(&self) -> Option<&Fault> {
        match &self.0 {
            Statement::Fault(fault) => Some(fault),
            Statement::Success(_) | Statement::Envelope => None,
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
