//! The error type of handlers that meet several.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use manila::{Fault, IntoFault};

use crate::__private::respond_with;
use crate::header::status_of;

/// The error of a handler that meets errors of several types: `?` takes every
/// [`IntoFault`]. It is also the `Error` of extractors of your own.
///
/// ```
/// use manila::{Condition, OrCode};
/// use manila_actix::Result;
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
/// use manila_actix::Result;
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
    /// Returns the fault, to look at what it says.
    ///
    /// ```
    /// use manila::Condition;
    /// use manila_actix::Error;
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
    /// use manila_actix::Error;
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
/// use manila_actix::Error;
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

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        status_of(self.0.http_status())
    }

    fn error_response(&self) -> HttpResponse {
        respond_with(self.0.clone())
    }
}

/// The source is the error that led to the fault, where the fault keeps it.
///
/// ```
/// use std::error::Error as _;
/// use manila_actix::Error;
///
/// let error = Error::from(std::io::Error::other("the disk is full"));
/// assert_eq!(error.source().unwrap().to_string(), "the disk is full");
/// ```
impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

/// The fault with the chain of its causes, for the log.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// The code, the message of this occurrence and what led to it, for the log; no client is shown it.
///
/// ```
/// use manila_actix::Error;
///
/// let error = Error::from(std::io::Error::other("the disk is full"));
/// assert_eq!(error.to_string(), "internal: the disk is full");
/// ```
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)?;
        match self.0.cause() {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}
