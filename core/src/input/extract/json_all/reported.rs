//! An issue that `eserde` reports, as a violation.

use serde_json::Value;

use super::within::locate;
use crate::fault::Violation;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::error::DecodeError;
use crate::input::extract::issue::{DecodeIssue, MISSING_MEMBER};
use crate::input::extract::json::violation_of;
use crate::input::extract::sentence::issue_of;
use crate::input::extract::trace::Whereabouts;

/// An issue that `eserde` reports.
pub(super) struct ReportedIssue {
    pub(super) kind: DecodeIssue,
    pub(super) place: Whereabouts,
    /// Whether a member that is missing is called as in Rust, and not as on the wire.
    pub(super) is_in_rust: bool,
}

impl ReportedIssue {
    /// An error of `serde`'s, met at this place or at one that it knows itself.
    pub(super) fn shown(error: DecodeError, place: BoundedPointer, body: &Value) -> Self {
        let (kind, place) = locate(error, place, body);
        Self {
            kind,
            place,
            is_in_rust: false,
        }
    }

    /// What `eserde` finds by itself.
    pub(super) fn told(message: &str, place: BoundedPointer) -> Self {
        Self {
            kind: issue_of(message),
            place: Whereabouts::Value(place),
            is_in_rust: true,
        }
    }

    pub(super) fn into_violation(self) -> Violation {
        let condition = self.kind.condition();
        let violation = match (&self.kind, self.place) {
            (DecodeIssue::Missing(_), Whereabouts::Value(place)) if self.is_in_rust => {
                Violation::new(MISSING_MEMBER).with_pointer(place.into_pointer())
            }
            (issue, place) => violation_of(issue, place),
        };
        if violation.has_code() {
            return violation;
        }
        violation.with_condition(condition)
    }
}
