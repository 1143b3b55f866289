//! The rooms of a crate: its modules of the first level, and which of them may use which.

use std::collections::BTreeMap;

use crate::arrows::arrows;
use crate::tree::Crate;

/// The rooms from the ground up; those of one level know nothing of each other.
pub type Rooms<'a> = &'a [&'a [&'a str]];

/// What is wrong with the rooms of a crate: a room that uses one of its own level or of a higher one,
/// a module of the first level that is no room, and a room that is not there.
#[must_use]
pub fn rooms_that_look_up(tree: &Crate, rooms: Rooms<'_>) -> Vec<String> {
    let level = |room: &str| rooms.iter().position(|level| level.contains(&room));
    let room_of_file: BTreeMap<_, _> = tree
        .modules
        .iter()
        .filter_map(|module| Some((&*module.file, &**module.path.first()?)))
        .collect();
    let mut wrong = Vec::new();
    for (name, child) in &tree.modules[0].children {
        if level(name).is_none() {
            let file = tree.modules[child.module].file.display();
            wrong.push(format!("{file}: `{name}` is not in the list of rooms"));
        }
    }
    for room in rooms.concat() {
        if !tree.modules[0].children.contains_key(room) {
            wrong.push(format!("there is no room `{room}`"));
        }
    }
    for arrow in arrows(tree) {
        let room = |file| room_of_file.get(file).copied();
        // The root lists what everybody may see, and is listed by none.
        let (Some(from), Some(to)) = (room(&*arrow.from), room(&*arrow.to)) else {
            continue;
        };
        if from != to && level(to) >= level(from) {
            let (file, path) = (arrow.from.display(), arrow.path);
            wrong.push(format!("{file}: `{path}` leads from `{from}` up to `{to}`"));
        }
    }
    wrong
}
