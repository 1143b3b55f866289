//! The keys of an operation.

use std::convert::Infallible;

use super::{Part, Set, Shape, Text};
use crate::Operation;

impl Part for Operation {
    type Tables = Infallible;

    fn shape(table: Infallible) -> Shape {
        match table {}
    }
}

type Field = super::Field<Operation>;

/// The keys of an operation.
pub(crate) const OPERATIONS: &[Field] = &[
    Field::new(
        "title",
        Set::Text(Text::Line, |operation, title| {
            operation.title = Some(title);
        }),
        "The name for people.",
        "\"Create an app\"",
    ),
    Field::new(
        "groups",
        Set::Texts(Text::Line, |operation, groups| operation.groups = groups),
        "The groups that the operation belongs to. A code may name one instead of each of its operations.",
        "[\"Apps\", \"mutations\"]",
    )
    .default("[]"),
];
