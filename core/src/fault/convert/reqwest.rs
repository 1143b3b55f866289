//! Errors of `reqwest`.

use reqwest::Error;

use super::IntoFault;
use crate::Condition;
use crate::fault::Fault;

/// A service behind this one that did not answer in time is the condition `timeout`; one that
/// failed, `upstream_failed`; a request that could not be built, `internal`. The error itself is for the
/// log, as any [cause](crate::Cause).
impl IntoFault for Error {
    fn into_fault(self) -> Fault {
        Fault::condition(condition(&self)).because(self)
    }

    fn to_fault(&self) -> Fault {
        Fault::condition(condition(self)).because_of(self)
    }
}

fn condition(error: &Error) -> Condition {
    if error.is_timeout() {
        Condition::Timeout
    } else if error.is_builder() {
        Condition::Internal
    } else {
        Condition::UpstreamFailed
    }
}
