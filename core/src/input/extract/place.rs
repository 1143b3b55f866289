//! Places in what is read, and the way to them.

use crate::input::bounded_pointer::BoundedPointer;

/// The place at which an error was met.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    pub(super) pointer: BoundedPointer,
    pub(super) spot: Spot,
}

/// A step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Index(usize),
    Member(String),
    /// A member whose name is not known, or too long to repeat.
    Unnamed,
}

/// The relation of an error to the value at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// It is about the value.
    Value,
    /// It is about the name of one of its members.
    Name,
    /// It is about the value, or about one inside that was read from a copy: a type has `serde`
    /// keep values before it knows what they are.
    Inside,
}
