//! Bodies that cannot be read: too large, broken off, or an upload that fails on the way to the
//! disk.
//!
//! Reading is the adapter's; it knows the framework's errors and asks here for the fault of each.

use std::io::{Error, ErrorKind};

use crate::Condition;
use crate::fault::{Fault, Violation, fault_of_body};

/// Returns the fault of a body that is larger than the endpoint reads: the condition
/// `body_too_large`, with the limit in bytes as the detail `limit`, where the adapter knows it.
///
/// ```
/// use manila::Envelopes;
/// use manila::extract::too_large;
///
/// let rendered = Envelopes::ok_error().render(&too_large(Some(65_536)), None);
/// assert_eq!(rendered.status(), 413);
/// assert!(rendered.body().ends_with(br#""details":{"limit":65536}}}"#));
/// ```
#[must_use]
pub fn too_large(limit: Option<usize>) -> Fault {
    let fault = Fault::detected(Condition::BodyTooLarge);
    match limit {
        Some(limit) => fault.with_detail("limit", limit),
        None => fault,
    }
}

/// The fault of a request without a body where one of JSON is wanted. There is no place to tell.
pub(super) fn no_body() -> Fault {
    Fault::detected(Condition::InvalidJson)
        .with_violation(Violation::new("The request has no body."))
}

/// Returns the fault of a body that breaks off, or whose framing or encoding is broken: the
/// condition `bad_request`. The reason is for the log alone.
///
/// ```
/// let fault = manila::extract::unreadable("chunk of no length");
/// assert_eq!(fault.http_status(), 400);
/// assert_eq!(fault.cause().unwrap().chain(), "chunk of no length");
/// ```
#[must_use]
pub fn unreadable(why: impl std::fmt::Display) -> Fault {
    Fault::detected(Condition::BadRequest).because_text(why)
}

/// Returns the fault of a body that ends with an error: the condition `body_too_large` where a layer
/// around the reader limits its length, `timeout` where one limits its time or the connection's is
/// up, else `bad_request`. A [`Fault`] among the sources of the error is taken as it is. The error's
/// text is for the log alone.
///
/// ```
/// use std::io::{Error, ErrorKind};
///
/// use manila::extract::body_error;
///
/// let fault = body_error(&Error::from(ErrorKind::TimedOut));
/// assert_eq!(fault.http_status(), 504);
/// let fault = body_error(&Error::from(ErrorKind::UnexpectedEof));
/// assert_eq!(fault.http_status(), 400);
/// assert_eq!(fault.cause().unwrap().chain(), "unexpected end of file");
/// ```
#[must_use]
pub fn body_error(error: &(dyn std::error::Error + 'static)) -> Fault {
    fault_of_body(error)
}

/// Returns the fault of an upload that ended in an I/O error, by who is responsible for it.
///
/// A body that breaks off, or is not what its format says, is the client's: `bad_request`. A file
/// that is too large is `body_too_large`, a full disk `unavailable`, a time-out `timeout`, and
/// any other error `internal`, as in a handler. The reason is for the log alone.
///
/// ```
/// use std::io::{Error, ErrorKind};
///
/// use manila::extract::upload_error;
///
/// assert_eq!(upload_error(Error::from(ErrorKind::UnexpectedEof)).http_status(), 400);
/// assert_eq!(upload_error(Error::from(ErrorKind::StorageFull)).http_status(), 503);
/// assert_eq!(upload_error(Error::from(ErrorKind::PermissionDenied)).http_status(), 500);
/// ```
#[must_use]
pub fn upload_error(error: Error) -> Fault {
    let condition = match error.kind() {
        ErrorKind::UnexpectedEof
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::InvalidData => Condition::BadRequest,
        ErrorKind::FileTooLarge => Condition::BodyTooLarge,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Condition::Unavailable,
        ErrorKind::TimedOut => Condition::Timeout,
        _ => Condition::Internal,
    };
    Fault::detected(condition).because(error)
}
