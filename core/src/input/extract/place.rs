//! From the path that a deserializer took to the place that a client knows.
//!
//! The path has the names on the wire already, as `serde` reads them.

use serde_path_to_error::{Path, Segment};

use crate::input::bounded_pointer::BoundedPointer;

/// The value that the path ends at, as far as it is known.
pub(super) fn pointer_of(path: &Path) -> BoundedPointer {
    let mut pointer = BoundedPointer::default();
    for segment in path {
        pointer = match segment {
            Segment::Seq { index } => pointer.index(*index),
            Segment::Map { key } => pointer.member(key),
            // An externally tagged enum is an object with the variant as its one member.
            Segment::Enum { variant } => pointer.member(variant),
            Segment::Unknown => return pointer,
        };
    }
    pointer
}

/// Whether the path ends at what a variant holds.
pub(super) fn ends_in_variant(path: &Path) -> bool {
    matches!(path.iter().next_back(), Some(Segment::Enum { .. }))
}

/// Whether the pointer names a member of this name, or would if that were not too long.
pub(super) fn ends_in(pointer: &BoundedPointer, name: &str) -> bool {
    pointer.is_cut() || pointer.clone().parent().member(name) == *pointer
}
