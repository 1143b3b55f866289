//! Panics of foreign code: a generator of ids, a style, a `Display`, a `Drop` of the user's.
//!
//! Core calls such code in many places, and none of its panics may cost a response. Nothing here
//! knows faults; [`CatchUnwind`](crate::adapter::CatchUnwind) makes one of a panic. Where a program
//! is built with `panic = "abort"`, there is nothing to catch.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Drops a panic's payload, whose own `Drop` may panic in turn.
///
/// A payload can panic with a payload that panics when dropped, without end. After a few of them
/// the rest is leaked, which is safe, rather than followed.
///
/// ```
/// struct Bomb;
///
/// impl Drop for Bomb {
///     fn drop(&mut self) {
///         panic!("dropped");
///     }
/// }
///
/// manila::adapter::drop_payload(Box::new(Bomb));
/// ```
pub fn drop_payload(mut payload: Box<dyn Any + Send>) {
    for _ in 0..4 {
        match catch_unwind(AssertUnwindSafe(move || drop(payload))) {
            Ok(()) => return,
            Err(next) => payload = next,
        }
    }
    std::mem::forget(payload);
}

/// Runs foreign code whose panic must not reach the server. Returns `None` if it panicked; the
/// payload is dropped safely. The panic hook has reported the panic by then.
///
/// For a call whose result can be done without. A call that produces the response belongs inside
/// [`CatchUnwind`](crate::adapter::CatchUnwind), which answers a panic with its fault.
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
