//! Bodies that cannot be read.

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
        Some(limit) => fault.detail("limit", limit),
        None => fault,
    }
}

/// The fault of a body that breaks off, or whose framing or encoding is broken; why is for the
/// log alone.
#[must_use]
pub fn unreadable(why: impl Into<String>) -> Fault {
    Fault::detected(Condition::BadRequest).because_text(why)
}
