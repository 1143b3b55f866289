//! The place of each error that `eserde` reports.
//!
//! `eserde` collects errors in a list of the thread. Their number is compared before and after each
//! value is read: the errors that were added belong to that value.

use std::cell::{Cell, RefCell};

use eserde::reporter::ErrorReporter;

use super::missing::Absent;
use crate::fault::MOST_VIOLATIONS as MOST;
use crate::input::bounded_pointer::BoundedPointer;

/// The places of the errors that were reported to `eserde`, in their order.
///
/// An error belongs to the innermost value during whose reading it was reported, or, where `serde`
/// has read on by itself, to the value at which that failed.
#[derive(Debug, Default)]
pub(super) struct Places {
    known: RefCell<Vec<BoundedPointer>>,
    failed: RefCell<Option<BoundedPointer>>,
    absent: RefCell<Vec<Absent>>,
    is_stopped: Cell<bool>,
}

impl Places {
    /// Reads the value at a place.
    pub(super) fn within<T, E>(
        &self,
        place: &BoundedPointer,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        self.failed.take();
        let (errors, absent) = (ErrorReporter::n_errors(), self.absent.borrow().len());
        let outcome = read();
        let told = ErrorReporter::n_errors();
        if told == errors && outcome.is_ok() {
            // Nothing that is absent in there was missed.
            self.absent.borrow_mut().truncate(absent);
        }
        let missing = told.saturating_sub(self.known.borrow().len());
        if missing > 0 {
            let failed = self.failed.take();
            let place = failed.as_ref().unwrap_or(place);
            let mut known = self.known.borrow_mut();
            known.extend(std::iter::repeat_n(place.clone(), missing));
        }
        if outcome.is_err() {
            self.failed
                .borrow_mut()
                .get_or_insert_with(|| place.clone());
        }
        outcome
    }

    /// Whether as many issues are known as are reported to the client, so that the next value is not
    /// read. Later issues are dropped: the cause may be a value that was not read.
    pub(super) fn stop(&self) -> bool {
        let is_full = self.known.borrow().len() >= MOST;
        self.is_stopped.set(self.is_stopped.get() || is_full);
        is_full
    }

    /// Whether a value was not read.
    pub(super) fn are_stopped(&self) -> bool {
        self.is_stopped.get()
    }

    /// Notes what an object lacks.
    pub(super) fn lack(&self, absent: Absent) {
        self.absent.borrow_mut().push(absent);
    }

    pub(super) fn into_parts(self) -> (Vec<BoundedPointer>, Vec<Absent>) {
        (self.known.into_inner(), self.absent.into_inner())
    }
}
