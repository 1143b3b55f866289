//! Panics of foreign code: a generator of ids, a style, a `Display`, a `Drop` of the user's.
//!
//! Core calls such code in many places, and none of its panics may cost a response. Nothing here
//! knows faults; [`CatchUnwind`](crate::adapter::CatchUnwind) makes one of a panic. Where a program
//! is built with `panic = "abort"`, there is nothing to catch.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;

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

/// Has the place of each panic noted, for the field `location` of the log event and for
/// [observers](crate::Observe): a caught panic says what it is about, and only the process's panic hook
/// learns where it was.
///
/// Call it once, when the program starts, and after setting a hook of your own: it sets one that notes
/// the place and then calls the one that was there. A second call does nothing.
///
/// ```
/// use manila::Envelopes;
/// use manila::adapter::{Replacement, Request, Responder, WriteResponse as _, fault_of_panic};
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/response.rs")); }
/// # use example::Response;
///
/// manila::note_panic_locations();
/// let payload = std::panic::catch_unwind(|| panic!("seat {}", 7)).unwrap_err();
/// let line = line!() - 1;
///
/// let envelopes = Envelopes::ok_error().observe(move |report: &manila::ErrorReport<'_>| {
///     assert!(report.location_text().unwrap().contains(&format!(":{line}:")));
/// });
/// let (responder, mut head) = (Responder::new(envelopes), Response::default());
/// let replacement = Replacement::of_fault(fault_of_panic(payload));
/// responder.replace(&mut head, &Request::default(), "abc-123".to_owned(), &replacement);
/// assert_eq!(head.status(), 500);
/// ```
///
/// # Panics
///
/// If the thread that calls it panics already, as [`take_hook`] does.
pub fn note_panic_locations() {
    static SET: Once = Once::new();
    SET.call_once(|| {
        let own = take_hook();
        set_hook(Box::new(move |panic| {
            note(panic);
            own(panic);
        }));
    });
}

thread_local! {
    /// The last panic of this thread.
    static LAST: RefCell<Option<Noted>> = const { RefCell::new(None) };
}

/// Where a panic was, and what of it its payload is known by: the payload itself is another one when
/// it is caught.
struct Noted {
    place: Box<str>,
    payload: Known,
}

#[derive(PartialEq, Eq)]
enum Known {
    /// How a text begins.
    Text(Box<[u8]>),
    Type(TypeId),
}

impl Known {
    fn of(payload: &(dyn Any + Send)) -> Self {
        const LONGEST: usize = 256;

        match panic_text(payload) {
            Some(text) => Self::Text(text.as_bytes()[..text.len().min(LONGEST)].into()),
            None => Self::Type(payload.type_id()),
        }
    }
}

/// The text of a payload, if it is one.
pub(crate) fn panic_text(payload: &(dyn Any + Send)) -> Option<&str> {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}

fn note(panic: &PanicHookInfo<'_>) {
    let noted = panic.location().map(|location| Noted {
        place: location.to_string().into(),
        payload: Known::of(panic.payload()),
    });
    // A thread that ends, or a note that is being made, has no place for one.
    let _ = LAST.try_with(|last| last.try_borrow_mut().map(|mut last| *last = noted));
}

/// Where the panic with this payload was, if that was noted: file, line and column.
pub(crate) fn place_of_panic(payload: &(dyn Any + Send)) -> Option<Box<str>> {
    let last = LAST.try_with(|last| last.try_borrow_mut().ok()?.take());
    let noted = last.ok().flatten()?;
    // One that was caught before, and has nothing to do with this, may be the last that was noted.
    (noted.payload == Known::of(payload)).then_some(noted.place)
}
