//! Errors of `r2d2`, the pool of connections that `diesel` is used with.

use r2d2::Error;

use super::IntoFault;
use crate::Condition;
use crate::fault::Fault;

/// A pool that has no connection in time is the condition `overloaded`. The error, which tells what the
/// last attempt to connect failed with, is for the log.
impl IntoFault for Error {
    fn into_fault(self) -> Fault {
        Fault::condition(Condition::Overloaded).because(self)
    }

    fn to_fault(&self) -> Fault {
        Fault::condition(Condition::Overloaded).because_of(self)
    }
}
