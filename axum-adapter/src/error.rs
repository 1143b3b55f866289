//! The error type of handlers that meet several.

use std::fmt;

use axum::response::{IntoResponse, Response};
use manila::{Fault, IntoFault};

/// The error of a handler that meets errors of several types: `?` takes every
/// [`IntoFault`]. It is also the `Rejection` of extractors of your own.
///
/// ```
/// use manila_axum::Result;
/// use manila::{Condition, OrCode};
///
/// async fn read() -> Result<String> {
///     let text = std::fs::read_to_string("/no/such/file")?;
///     let number: u8 = text.parse().or_code(Condition::UpstreamFailed)?;
///     Ok(number.to_string())
/// }
/// ```
#[derive(Clone)]
pub struct Error(Fault);

/// A `Result` whose error is answered with an envelope.
///
/// ```
/// use manila::Condition;
/// use manila_axum::Result;
///
/// fn seats(text: &str) -> Result<u8> {
///     text.parse().map_err(|_| Condition::InvalidQuery.into())
/// }
///
/// assert_eq!(seats("7").unwrap(), 7);
/// assert_eq!(seats("many").unwrap_err().fault().http_status(), 400);
/// ```
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// Creates what an error of a layer of tower's becomes: of its timeout, the condition
    /// `timeout`; of its load shedding, `overloaded`; of anything else, `internal`. The first two
    /// need the feature `tower-errors`. An error that is a [`Fault`] or an `Error` is taken at its
    /// word.
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
        match error.downcast::<Self>() {
            Ok(error) => *error,
            Err(error) => Self(manila_tower::fault_of_error(error)),
        }
    }

    /// Returns the fault, to look at what it says.
    ///
    /// ```
    /// use manila::Condition;
    /// use manila_axum::Error;
    ///
    /// let error = Error::from(Condition::Conflict);
    /// assert_eq!(error.fault().http_status(), 409);
    /// ```
    #[must_use]
    pub const fn fault(&self) -> &Fault {
        &self.0
    }

    /// Takes the fault out, to say more of it or to hand it on.
    ///
    /// ```
    /// use manila::Condition;
    /// use manila_axum::Error;
    ///
    /// let error = Error::from(Condition::Conflict);
    /// let fault = error.into_fault().with_message("The name is taken.");
    /// assert_eq!(Error::from(fault).to_string(), "conflict: The name is taken.");
    /// ```
    #[must_use]
    pub fn into_fault(self) -> Fault {
        self.0
    }
}

/// Of a [`Fault`], of a value of an enum of codes, of a [`Code`](manila::Code), of a
/// [`Condition`](manila::Condition), of an I/O error, of a boxed error, and of whatever else is
/// [`IntoFault`].
///
/// ```
/// use manila::{Condition, Fault};
/// use manila_axum::Error;
///
/// let fault = Fault::condition(Condition::Gone).with_message("The app was deleted.");
/// assert_eq!(Error::from(fault).fault().message(), Some("The app was deleted."));
/// ```
impl<T: IntoFault> From<T> for Error {
    #[track_caller]
    fn from(error: T) -> Self {
        Self(error.into_fault())
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        crate::__private::respond_with(self.0)
    }
}

/// The source is the error that led to the fault, where the fault keeps it.
///
/// ```
/// use std::error::Error as _;
/// use manila_axum::Error;
///
/// let error = Error::from(std::io::Error::other("the disk is full"));
/// assert_eq!(error.source().unwrap().to_string(), "the disk is full");
/// ```
impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
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
