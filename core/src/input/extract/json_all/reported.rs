//! An issue that `eserde` reports, as a violation.

use crate::fault::Violation;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::issue::{DecodeIssue, MISSING_MEMBER};
use crate::input::extract::json::place;

/// An issue that `eserde` reports.
pub(super) struct ReportedIssue {
    pub(super) kind: DecodeIssue,
    pub(super) place: BoundedPointer,
    /// Whether a member that is missing is called as on the wire.
    pub(super) is_named: bool,
}

impl ReportedIssue {
    pub(super) fn of(message: &str, place: BoundedPointer) -> Self {
        Self {
            kind: DecodeIssue::of(message),
            place,
            is_named: false,
        }
    }

    pub(super) fn into_violation(self) -> Violation {
        let violation = match &self.kind {
            DecodeIssue::Missing(_) if !self.is_named => Violation::new(MISSING_MEMBER),
            issue => issue.violation(),
        };
        let place = match &self.kind {
            // It is reported at the object, wherever that is.
            DecodeIssue::Unknown(name) => self.place.member(name),
            issue => place(issue, self.place),
        };
        violation
            .with_condition(self.kind.condition())
            .with_pointer(place.into_pointer())
    }
}
