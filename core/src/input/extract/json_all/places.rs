//! The place of each error that `eserde` reports.
//!
//! `eserde` collects errors in a list of the thread. Their number is compared before and after each
//! value is read: the errors that were added belong to that value.

use std::cell::{Cell, RefCell};

use eserde::reporter::ErrorReporter;

use super::lacks::{Absent, Added, Optional, Short, Trial};
use crate::fault::MOST_VIOLATIONS as MOST;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::place::{Place, Spot};

/// The places of the errors that were reported to `eserde`, in their order.
///
/// An error belongs to the innermost value during whose reading it was reported, or, where `serde`
/// has read on by itself, to the value at which that failed.
#[derive(Debug)]
pub(super) struct Places<'o> {
    known: RefCell<Vec<Place>>,
    failed: RefCell<Option<BoundedPointer>>,
    /// How many values were read without a type that was asked for: `serde` keeps them until it
    /// knows their types.
    copies: Cell<usize>,
    /// Whether that is so of the value that is being read, which has others in it.
    is_copied: Cell<bool>,
    absent: RefCell<Vec<Absent>>,
    short: RefCell<Vec<Short>>,
    pub(super) added: Added,
    pub(super) optional: &'o Optional,
    trial: RefCell<Trial>,
    /// The object for which something was demanded last.
    demanded_of: RefCell<Option<BoundedPointer>>,
    /// How long the places are together, in bytes.
    length: Cell<usize>,
    is_stopped: Cell<bool>,
}

/// How many errors are reported in a trial before the next value is not read.
const MOST_IN_TRIALS: usize = 4 * MOST;

/// How long places may be together, in bytes: longer than any response that could tell them all.
const LONGEST_TOGETHER: usize = 128 * 1024;

/// What is known of what is called missing.
pub(super) struct Lacks {
    pub(super) absent: Vec<Absent>,
    pub(super) short: Vec<Short>,
    pub(super) trial: Trial,
}

impl<'o> Places<'o> {
    pub(super) fn new(added: Added, optional: &'o Optional) -> Self {
        Self {
            known: RefCell::default(),
            failed: RefCell::default(),
            copies: Cell::default(),
            is_copied: Cell::default(),
            absent: RefCell::default(),
            short: RefCell::default(),
            added,
            optional,
            trial: RefCell::default(),
            demanded_of: RefCell::default(),
            length: Cell::default(),
            is_stopped: Cell::default(),
        }
    }

    /// Reads the value at a place.
    pub(super) fn within<T, E>(
        &self,
        place: &BoundedPointer,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        // What was reported before is of the value around this one, which `serde` may have kept parts of.
        self.note_reported(|| place.clone().parent(), true);
        self.failed.take();
        let (errors, absent) = (ErrorReporter::n_errors(), self.absent.borrow().len());
        let is_outer_copied = self.is_copied.replace(false);
        let outcome = read();
        let is_copied = self.is_copied.replace(is_outer_copied);
        if ErrorReporter::n_errors() == errors && outcome.is_ok() {
            // Nothing that is absent in there was missed.
            self.absent.borrow_mut().truncate(absent);
        }
        self.note_reported(|| place.clone(), is_copied);
        if outcome.is_err() {
            self.failed
                .borrow_mut()
                .get_or_insert_with(|| place.clone());
        }
        outcome
    }

    /// Has a type visit a value at a place that has others in it, and says whether the type was asked
    /// for.
    pub(super) fn visiting<T>(
        &self,
        place: &BoundedPointer,
        is_copied: bool,
        visit: impl FnOnce() -> T,
    ) -> T {
        let copies = self.copies.get();
        self.copies.set(copies + usize::from(is_copied));
        let outcome = visit();
        self.note_reported(|| place.clone(), self.copies.get() != copies);
        self.is_copied.set(self.is_copied.get() || is_copied);
        outcome
    }

    /// Notes that a value without others in it is read without a type that is asked for.
    pub(super) fn note_copy(&self) {
        self.copies.set(self.copies.get() + 1);
    }

    /// The errors that were reported since are those of a value, or of one inside of it.
    fn note_reported(&self, place: impl FnOnce() -> BoundedPointer, is_inside: bool) {
        let mut known = self.known.borrow_mut();
        let added = ErrorReporter::n_errors().saturating_sub(known.len());
        if added == 0 {
            return;
        }
        let failed = self.failed.take();
        let spot = if is_inside && failed.is_none() {
            Spot::Inside
        } else {
            Spot::Value
        };
        let pointer = failed.unwrap_or_else(place);
        self.length.update(|length| length + pointer.as_str().len());
        known.extend(std::iter::repeat_n(Place { pointer, spot }, added));
    }

    /// Whether enough is known, so that the next value is not read. Later issues are dropped: the cause
    /// may be a value that was not read.
    pub(super) fn stop(&self) -> bool {
        let most = match self.added {
            Added::Nothing => MOST,
            // What is added is refused wherever it has a default too.
            Added::All | Added::Nth(_) => MOST_IN_TRIALS,
        };
        let is_full = self.known.borrow().len() >= most || self.length.get() >= LONGEST_TOGETHER;
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

    /// Notes an array that lacks elements.
    pub(super) fn fall_short(&self, short: Short) {
        self.short.borrow_mut().push(short);
    }

    /// Notes that what was added to an object is not optional.
    pub(super) fn demand(&self, object: &BoundedPointer, name: &'static str) {
        let mut trial = self.trial.borrow_mut();
        trial.demanded.insert((object.clone(), name));
        self.demanded_of.replace(Some(object.clone()));
    }

    /// Notes that an object was read with all that was added to it, if some of that is demanded.
    pub(super) fn complete(&self, object: &BoundedPointer) {
        if self.demanded_of.borrow().as_ref() == Some(object) {
            self.trial.borrow_mut().complete.insert(object.clone());
        }
    }

    pub(super) fn into_parts(self) -> (Vec<Place>, Lacks) {
        let lacks = Lacks {
            absent: self.absent.into_inner(),
            short: self.short.into_inner(),
            trial: self.trial.into_inner(),
        };
        (self.known.into_inner(), lacks)
    }
}
