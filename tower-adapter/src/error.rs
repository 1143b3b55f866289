//! The fault of a service's error.

use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};

use manila::adapter::{condition_of_body, fault_of_panic};
use manila::{Condition, Envelopes, Fault, error_chain};

/// The error type that tower's own middleware speaks.
pub(crate) type BoxError = Box<dyn Error + Send + Sync>;

/// The fault of a service's error: one that is a fault, or has one among its sources, is taken as
/// it is.
///
/// Of the errors that tower's own middleware makes, a timeout is the condition `timeout` and shed
/// load the condition `overloaded`. A body that a layer further out has stopped, because it is too long
/// or too slow, is `body_too_large` or `timeout`; anything else is `internal`. The layer asks
/// [`Envelopes::on_service_error`] before these; this function has no settings to ask.
///
/// ```
/// use manila::{Condition, Fault};
/// use manila_tower::fault_of_error;
///
/// assert_eq!(fault_of_error("the database is away".into()).http_status(), 500);
/// assert_eq!(fault_of_error(Fault::condition(Condition::Conflict).into()).http_status(), 409);
/// ```
#[must_use]
pub fn fault_of_error(error: BoxError) -> Fault {
    judge(error, |_| None)
}

/// The fault of a service's error, as the settings say. One that panics when it is written, or dropped,
/// or when the service's own function judges it, is a panic of the service's.
pub(crate) fn fault_of(envelopes: &Envelopes, error: impl Into<BoxError>) -> Fault {
    let own = |error: &(dyn Error + 'static)| envelopes.fault_of_service_error(error);
    catch_unwind(AssertUnwindSafe(|| judge(error.into(), own))).unwrap_or_else(fault_of_panic)
}

fn judge(error: BoxError, own: impl Fn(&(dyn Error + 'static)) -> Option<Fault>) -> Fault {
    let error: Box<dyn Error> = error;
    if let Some(fault) = error_chain(&*error).find_map(|error| error.downcast_ref::<Fault>()) {
        return fault.clone();
    }
    own(&*error).unwrap_or_else(|| {
        let condition = error_chain(&*error)
            .find_map(condition_of)
            .or_else(|| condition_of_body(&*error))
            .unwrap_or(Condition::Internal);
        Fault::detected(condition).because_of(&*error)
    })
}

#[cfg(feature = "tower-errors")]
fn condition_of(error: &(dyn Error + 'static)) -> Option<Condition> {
    if error.is::<tower::timeout::error::Elapsed>() {
        Some(Condition::Timeout)
    } else if error.is::<tower::load_shed::error::Overloaded>() {
        Some(Condition::Overloaded)
    } else {
        None
    }
}

#[cfg(not(feature = "tower-errors"))]
fn condition_of(_: &(dyn Error + 'static)) -> Option<Condition> {
    None
}
