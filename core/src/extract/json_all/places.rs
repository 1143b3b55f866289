//! Where each reported error belongs.

use std::cell::RefCell;

use eserde::reporter::ErrorReporter;

use super::missing::Absent;
use crate::pointer::Pointer;

/// The places of the errors that `eserde` has been told of, in their order.
///
/// An error belongs to the innermost value during whose reading it was reported, or, where `serde`
/// has read on by itself, to the value at which that failed.
#[derive(Debug, Default)]
pub(super) struct Places {
    known: RefCell<Vec<Pointer>>,
    failed: RefCell<Option<Pointer>>,
    absent: RefCell<Vec<Absent>>,
}

impl Places {
    /// Reads the value at a place.
    pub(super) fn within<T, E>(
        &self,
        place: &Pointer,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        self.failed.take();
        let outcome = read();
        let missing = ErrorReporter::n_errors().saturating_sub(self.known.borrow().len());
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

    /// Notes what an object lacks.
    pub(super) fn lack(&self, absent: Absent) {
        self.absent.borrow_mut().push(absent);
    }

    pub(super) fn into_parts(self) -> (Vec<Pointer>, Vec<Absent>) {
        (self.known.into_inner(), self.absent.into_inner())
    }
}
