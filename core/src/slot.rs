//! Values that are handed past a trait which does not hand them on.
//!
//! Whoever asks opens a slot of its thread's and runs what may fill it. Where nobody asks, nothing
//! is kept. Slots nest: each question has its own.

use std::cell::RefCell;
use std::thread::LocalKey;

/// A thread's place for such values.
pub(crate) type Slot<T> = RefCell<State<T>>;

/// Whether somebody asks, and what was put there.
#[derive(Default)]
pub(crate) enum State<T> {
    /// Nobody asks.
    #[default]
    Closed,
    Open(Option<T>),
}

/// Puts another state in the place of this thread's.
fn swap<T>(slot: &'static LocalKey<Slot<T>>, state: State<T>) -> State<T> {
    let swapped = slot.try_with(|slot| {
        let slot = slot.try_borrow_mut();
        slot.map(|mut slot| std::mem::replace(&mut *slot, state))
    });
    swapped.ok().and_then(Result::ok).unwrap_or_default()
}

/// The state around this one, which is back in its place when this ends, also where something
/// panics.
struct Outer<T: 'static>(&'static LocalKey<Slot<T>>, State<T>);

impl<T> Drop for Outer<T> {
    fn drop(&mut self) {
        swap(self.0, std::mem::take(&mut self.1));
    }
}

/// Runs with an open slot, which has this value; returns what is in it afterwards.
pub(crate) fn within<T, R>(
    slot: &'static LocalKey<Slot<T>>,
    value: Option<T>,
    run: impl FnOnce() -> R,
) -> (R, Option<T>) {
    let _outer = Outer(slot, swap(slot, State::Open(value)));
    let returned = run();
    match swap(slot, State::Closed) {
        State::Open(value) => (returned, value),
        State::Closed => (returned, None),
    }
}

/// Puts a value into the slot, if somebody asks.
pub(crate) fn put<T>(slot: &'static LocalKey<Slot<T>>, value: impl FnOnce() -> T) {
    let _ = slot.try_with(|slot| {
        slot.try_borrow_mut().map(|mut slot| {
            if let State::Open(kept) = &mut *slot {
                *kept = Some(value());
            }
        })
    });
}
