//! Panics of foreign code.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Drops a panic's payload, whose own `Drop` may panic in turn.
///
/// A payload can panic with a payload that panics when dropped, without end. After a few of them
/// the rest is leaked, which is safe, rather than followed.
pub fn drop_payload(mut payload: Box<dyn Any + Send>) {
    for _ in 0..4 {
        match catch_unwind(AssertUnwindSafe(move || drop(payload))) {
            Ok(()) => return,
            Err(next) => payload = next,
        }
    }
    std::mem::forget(payload);
}

/// Runs foreign code whose panic must not reach the server; `None` if it panicked.
///
/// ```
/// assert_eq!(manila::adapter::catch_panic(|| 7), Some(7));
/// assert_eq!(manila::adapter::catch_panic(|| -> u8 { panic!("a test's") }), None);
/// ```
pub fn catch_panic<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run))
        .map_err(drop_payload)
        .ok()
}
