//! What a response says of itself, in its extensions.

use crate::fault::Fault;
use crate::render::Success;

/// What a response says of itself to the layer: the one thing of core's in its extensions, so that
/// one look finds it.
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

/// A statement about the response that it stands in.
#[derive(Debug, Clone)]
pub(super) enum Statement {
    /// It is the answer to this fault.
    Fault(Fault),
    /// Its body is these data.
    Success(Success),
    /// It is an envelope that a layer further in has written.
    Envelope,
}

impl Carrier {
    /// Creates what the response of an error says.
    #[must_use]
    pub const fn fault(fault: Fault) -> Self {
        Self(Statement::Fault(fault))
    }

    /// Creates what the response of a success says, whose data the layer may wrap.
    #[must_use]
    pub const fn success(success: Success) -> Self {
        Self(Statement::Success(success))
    }

    /// Creates what an envelope says, so that layers further out leave it as it is.
    #[must_use]
    pub const fn envelope() -> Self {
        Self(Statement::Envelope)
    }

    /// Returns the fault, if the response is the answer to one.
    #[must_use]
    pub const fn as_fault(&self) -> Option<&Fault> {
        match &self.0 {
            Statement::Fault(fault) => Some(fault),
            Statement::Success(_) | Statement::Envelope => None,
        }
    }
}

/// Marks an error response as the service's own, which leaves as it is: the page of a site beside
/// the API, say. Put it into the response's extensions.
///
/// ```
/// use manila::PassThrough;
///
/// let mut page = http::Response::new("<h1>Not here</h1>");
/// *page.status_mut() = http::StatusCode::NOT_FOUND;
/// page.extensions_mut().insert(PassThrough);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PassThrough;
