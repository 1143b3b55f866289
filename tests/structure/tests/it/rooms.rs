//! The rooms of core.

use manila_structure::{Crate, Rooms, rooms_that_look_up, workspace};

/// A room uses those above it in this list, and no other.
const ROOMS: Rooms<'_> = &[
    &["http", "panics", "slot"],
    &["catalog", "json"],
    &["fault"],
    &["observe"],
    &["style", "input"],
    &["envelopes"],
    &["render"],
    &["adapter"],
    // For the expansions of macros, which may write whatever users may.
    &["__private"],
];

#[test]
fn no_room_of_core_looks_up() {
    let root = workspace().join("core/src/lib.rs");
    let wrong = rooms_that_look_up(&Crate::read("manila", &root).unwrap(), ROOMS);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
