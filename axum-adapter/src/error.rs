//! The error type of handlers that meet several.

use std::fmt;

use axum::response::{IntoResponse, Response};
use manila::{Fault, IntoFault};

/// What a handler returns that meets errors of several types: `?` takes every
/// [`IntoFault`]. It is also the `Rejection` of extractors of your own.
///
/// ```
/// use manila_axum::Result;
/// use manila::{Condition, Fault, OrCode};
///
/// async fn read() -> Result<String> {
///     let text = std::fs::read_to_string("/no/such/file")?;
///     let number: u8 = text.parse().or_code(Fault::condition(Condition::UpstreamFailed))?;
///     Ok(number.to_string())
/// }
/// ```
pub struct Error(Fault);

/// A `Result` whose error leaves in the envelope.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// What an error of a layer of tower's becomes: of its timeout, the condition `timeout`; of
    /// its load shedding, `overloaded`; of anything else, `internal`. The first two need the
    /// feature `tower-errors`.
    ///
    /// ```
    /// use axum::{BoxError, Router, error_handling::HandleErrorLayer, routing::get};
    /// use manila_axum::Error;
    /// use tower::ServiceBuilder;
    ///
    /// let layer = ServiceBuilder::new()
    ///     .layer(HandleErrorLayer::new(async |error: BoxError| Error::of_service(error)))
    ///     .layer(tower::timeout::TimeoutLayer::new(std::time::Duration::from_secs(10)));
    /// let app: Router = Router::new().route("/", get(async || "hello").layer(layer));
    /// ```
    #[must_use]
    pub fn of_service(error: axum::BoxError) -> Self {
        Self(manila_tower::fault_of_error(error))
    }

    /// The fault.
    #[must_use]
    pub const fn fault(&self) -> &Fault {
        &self.0
    }

    /// The fault, taken out.
    #[must_use]
    pub fn into_fault(self) -> Fault {
        self.0
    }
}

impl<T: IntoFault> From<T> for Error {
    #[track_caller]
    fn from(error: T) -> Self {
        Self(error.into_fault())
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        crate::__private::respond(self.0)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
