//! An issue that `eserde` reports, as a violation.

use super::bounded_pointer::BoundedPointer;
use crate::fault::Violation;
use crate::input::extract::issue::{DecodeIssue, MISSING_MEMBER};
use crate::input::extract::json::{place, place_of_unknown};

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
        let is_cut = self.place.is_cut();
        let pointer = self.place.into_pointer();
        let pointer = match &self.kind {
            _ if is_cut => pointer,
            // It is reported at the object, wherever that is.
            DecodeIssue::Unknown(name) => place_of_unknown(name, pointer),
            issue => place(issue, pointer),
        };
        violation
            .with_condition(self.kind.condition())
            .with_pointer(pointer)
    }
}
