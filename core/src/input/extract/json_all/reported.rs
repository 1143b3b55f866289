//! An issue that `eserde` reports, as a violation.

use std::cell::Cell;

use super::finder::Finder;
use super::within::locate;
use crate::fault::{Fault, Violation};
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::error::DecodeError;
use crate::input::extract::issue::DecodeIssue;
use crate::input::extract::json::LocatedIssue;
use crate::input::extract::place::Place;
use crate::input::extract::sentence::{issue_of, without_input};
use crate::input::extract::trace::Whereabouts;

/// An issue that `eserde` reports.
#[derive(Debug, Clone)]
pub(super) struct ReportedIssue {
    known: LocatedIssue,
    /// Whether a member that is missing is called as in Rust, and not as on the wire.
    is_in_rust: bool,
    /// How many elements an array has too few or too many of shall have.
    length: Option<usize>,
}

impl ReportedIssue {
    /// An issue that is known.
    pub(super) const fn of(known: LocatedIssue) -> Self {
        Self {
            known,
            is_in_rust: false,
            length: None,
        }
    }

    /// An error of `serde`'s, met at this place or at one that it knows itself.
    pub(super) fn shown(
        error: DecodeError,
        place: Place,
        finder: &mut Finder<'_, '_>,
        searches_left: &Cell<usize>,
    ) -> Self {
        let (issue, place) = locate(&error, place, finder, searches_left);
        Self::of(LocatedIssue::new(issue, place, error.into_words()))
    }

    /// What `eserde` finds by itself.
    pub(super) fn told(message: &str, place: Place) -> Self {
        let (issue, place) = (issue_of(message), Whereabouts::Value(place.pointer));
        let words = without_input(message).into_owned();
        Self {
            known: LocatedIssue::new(issue, place, words),
            is_in_rust: true,
            length: length_of(message),
        }
    }

    /// The place at which `eserde` calls a field missing, and the name of that.
    pub(super) fn called_missing(&self) -> Option<(&BoundedPointer, &str)> {
        match (self.kind(), self.place()) {
            (DecodeIssue::Missing(field), Whereabouts::Value(place)) if self.is_in_rust => {
                Some((place, field))
            }
            _ => None,
        }
    }

    /// The name by which `serde` itself calls a member, which may have others.
    pub(super) fn proper_name(&self) -> Option<&str> {
        match self.kind() {
            DecodeIssue::Missing(name) | DecodeIssue::Duplicate(name) if !self.is_in_rust => {
                Some(name)
            }
            _ => None,
        }
    }

    /// An array that is of another length, and the length that it shall have.
    pub(super) fn length(&self) -> Option<(BoundedPointer, usize)> {
        Some((self.place().pointer().clone(), self.length?))
    }

    /// The index of the element of an array that it is about.
    pub(super) fn index_in(&self, array: &BoundedPointer) -> Option<usize> {
        let place = self.place().pointer().as_str();
        let rest = place.strip_prefix(array.as_str())?.strip_prefix('/')?;
        rest.split('/').next()?.parse().ok()
    }

    /// Whether another issue is this one, or one with the same value.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let is_missing = matches!(other.kind(), DecodeIssue::Missing(_));
        self.place() == other.place() && (!is_missing || self.kind() == other.kind())
    }

    /// The place of a value of which nothing is said but that something is wrong with it.
    pub(super) fn refused(&self) -> Option<&BoundedPointer> {
        matches!(self.kind(), DecodeIssue::InvalidValue(None)).then(|| self.place().pointer())
    }

    /// Whether another issue may be this one, which is not exact.
    pub(super) fn is_vague_about(&self, other: &Self) -> bool {
        let is_vague = matches!(self.place(), Whereabouts::Inside(_))
            || matches!(self.kind(), DecodeIssue::InvalidValue(None));
        is_vague && other.place().pointer().is_within(self.place().pointer())
    }

    pub(super) const fn kind(&self) -> &DecodeIssue {
        &self.known.issue
    }

    pub(super) const fn place(&self) -> &Whereabouts {
        &self.known.place
    }

    pub(super) fn into_fault(self) -> Fault {
        self.known.into_fault()
    }

    /// What is for the log, as the client is told less.
    pub(super) fn cause(&self) -> Option<&str> {
        self.known.cause()
    }

    pub(super) fn into_violation(self) -> Violation {
        let condition = self.kind().condition();
        let violation = self.known.violation();
        if violation.has_code() {
            return violation;
        }
        violation.with_condition(condition)
    }
}

/// The length in the sentence of `eserde`'s about an array of another one.
fn length_of(message: &str) -> Option<usize> {
    let rest = message.strip_prefix("expected sequence of ")?;
    let (length, _) = rest.split_once(" elements, found ")?;
    length.parse().ok()
}
