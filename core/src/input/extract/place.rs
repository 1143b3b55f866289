//! The parameter that an error is about, where all values are texts.

use super::error::{Place, Step};

/// The first name on the way: the parameter.
pub(super) fn name_of(place: &Place) -> Option<&str> {
    match place.first.as_ref()? {
        Step::Member(name) => Some(name),
        Step::Index(_) | Step::Unnamed => None,
    }
}

/// The place in a sequence that the way begins with.
pub(super) fn index_of(place: &Place) -> Option<usize> {
    match place.first.as_ref()? {
        Step::Index(index) => Some(*index),
        Step::Member(_) | Step::Unnamed => None,
    }
}
