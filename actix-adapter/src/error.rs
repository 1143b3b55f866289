//! The error type of handlers that meet several.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use manila::{Fault, IntoFault};

use crate::__private::respond_with;
use crate::header::status_of;

/// What a handler returns that meets errors of several types: `?` takes every
/// [`IntoFault`]. It is also the `Error` of extractors of your own.
///
/// ```
/// use manila::{Condition, Fault, OrCode};
/// use manila_actix::Result;
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

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        status_of(self.0.http_status())
    }

    fn error_response(&self) -> HttpResponse {
        respond_with(self.0.clone())
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
