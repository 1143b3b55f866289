//! Panics of foreign code.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

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
