//! The rooms of core.

use manila_structure::{Rooms, rooms_that_look_up, roots};

/// A room uses those above it in this list, and no other.
const ROOMS: Rooms<'_> = &[
    &["http", "panics"],
    &["catalog", "json"],
    &["fault"],
    &["style", "input"],
    &["envelopes"],
    &["render"],
    &["adapter"],
    // For the expansions of macros, which may write whatever users may.
    &["__private"],
];

#[test]
fn no_room_of_core_looks_up() {
    for tree in roots("core").unwrap() {
        let wrong = rooms_that_look_up(&tree, ROOMS);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
