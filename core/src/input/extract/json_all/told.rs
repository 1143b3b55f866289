//! A problem that `eserde` tells, as a violation.

use super::place::Place;
use crate::fault::Violation;
use crate::input::extract::json::{place, place_of_unknown};
use crate::input::extract::problem::{MISSING_MEMBER, Problem};

/// A problem that `eserde` tells.
pub(super) struct Told {
    pub(super) problem: Problem,
    pub(super) place: Place,
    /// Whether a member that is missing is called as on the wire.
    pub(super) is_named: bool,
}

impl Told {
    pub(super) fn of(message: &str, place: Place) -> Self {
        Self {
            problem: Problem::of(message),
            place,
            is_named: false,
        }
    }

    pub(super) fn into_violation(self) -> Violation {
        let violation = match &self.problem {
            Problem::Missing(_) if !self.is_named => Violation::new(MISSING_MEMBER),
            problem => problem.violation(),
        };
        let is_cut = self.place.is_cut();
        let pointer = self.place.into_pointer();
        let pointer = match &self.problem {
            _ if is_cut => pointer,
            // Told of the object, whatever the object itself is called.
            Problem::Unknown(name) => place_of_unknown(name, pointer),
            problem => place(problem, pointer),
        };
        violation
            .with_condition(self.problem.condition())
            .with_pointer(pointer)
    }
}
