//! Bodies that cannot be read.

use std::io::{Error, ErrorKind};

use crate::Condition;
use crate::fault::Fault;

/// The fault of a body that is larger than the endpoint reads, with the limit in bytes where the
/// adapter knows it.
///
/// ```
/// assert_eq!(manila::extract::too_large(Some(65_536)).http_status(), 413);
/// ```
#[must_use]
pub fn too_large(limit: Option<usize>) -> Fault {
    let fault = Fault::detected(Condition::BodyTooLarge);
    match limit {
        Some(limit) => fault.with_detail("limit", limit),
        None => fault,
    }
}

/// The fault of a body that breaks off, or whose framing or encoding is broken; why is for the
/// log alone.
#[must_use]
pub fn unreadable(why: impl Into<String>) -> Fault {
    Fault::detected(Condition::BadRequest).because_text(why)
}

/// The fault of an upload that ended in an I/O error, told by whose trouble it is.
///
/// A body that breaks off, or is not what its format says, is the client's: `bad_request`. A file
/// that is too large is `body_too_large`, a full disk `unavailable`, time that is up `timeout`, and
/// the rest `internal`, as of any other [`std::io::Error`]. Why is for the log alone.
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
