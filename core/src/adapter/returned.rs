//! The faults of errors that a framework turns into responses.
//!
//! The lines that make them are in this crate, where [`Fault::location`] tells none.

use crate::fault::{Fault, IntoFault};

/// Returns the fault of an error that a handler has returned as it is. No line of the service's code
/// made a fault of it, so that it has no [location](Fault::location), unless one was kept inside it.
///
/// ```
/// use manila::adapter::fault_of_returned;
/// use manila::{Condition, Fault};
///
/// assert!(fault_of_returned(Condition::Gone).location().is_none());
/// let fault = Fault::condition(Condition::Gone);
/// assert!(fault_of_returned(fault).location().is_some());
/// ```
#[must_use]
pub fn fault_of_returned(error: impl IntoFault) -> Fault {
    error.into_fault()
}

/// Returns the fault of an error that a handler has returned as it is, where the framework lends it:
/// like [`fault_of_returned`].
///
/// ```
/// use manila::Condition;
/// use manila::adapter::fault_of_borrowed;
///
/// assert!(fault_of_borrowed(&Condition::Gone).location().is_none());
/// ```
#[must_use]
pub fn fault_of_borrowed(error: &impl IntoFault) -> Fault {
    error.to_fault()
}
