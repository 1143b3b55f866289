//! Panics of foreign code, for the adapters.

mod guarded;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::Condition;
use crate::fault::Fault;

pub use self::guarded::Guarded;

/// Drops a panic's payload, whose own `Drop` may panic in turn.
///
/// A payload can panic with a payload that panics when dropped, without end. After a few of them
/// the rest is leaked, which is safe, rather than followed.
pub fn discard(mut payload: Box<dyn Any + Send>) {
    for _ in 0..4 {
        match catch_unwind(AssertUnwindSafe(move || drop(payload))) {
            Ok(()) => return,
            Err(next) => payload = next,
        }
    }
    std::mem::forget(payload);
}

/// Runs foreign code whose panic must not reach the server; `None` if it panicked.
pub fn guard<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).map_err(discard).ok()
}

/// The fault of a caught panic: the condition `panic`, with the panic's text for the log alone.
#[must_use]
pub fn fault_of_panic(payload: Box<dyn Any + Send>) -> Fault {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| String::from(*text))
        .or_else(|| payload.downcast_ref::<String>().cloned());
    discard(payload);
    // Where it happened is known to the panic hook, not here.
    let fault = Fault::detected(Condition::Panic);
    match text {
        Some(text) => fault.because_text(format!("panicked: {text}")),
        None => fault.because_text("panicked with a payload that is no text"),
    }
}
