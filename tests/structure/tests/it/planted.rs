//! Small crates in a folder of their own, each with something planted in it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use manila_structure::{Crate, Rooms, arrows, circles, rooms_that_look_up};

/// A crate of a few files, in a folder that goes with it.
pub(crate) struct Planted(PathBuf);

impl Planted {
    /// Writes the files, each a name below `src` and a text.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("manila-structure-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        for (name, text) in files {
            let file = folder.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        Self(folder)
    }

    pub(crate) fn read(&self) -> Crate {
        Crate::read("planted", &self.0.join("lib.rs")).unwrap()
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// A message without the folder.
    fn short(&self, message: &str) -> String {
        message.replace(&format!("{}/", self.0.display()), "")
    }
}

impl Drop for Planted {
    fn drop(&mut self) {
        // A folder that stays harms nothing but tidiness.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const ROOMS: Rooms<'_> = &[&["ground", "yard"], &["attic"]];

const HOUSE: &str = "mod attic; mod ground; mod yard; pub use self::ground::Floor;";

fn check_rooms(files: &[(&str, &str)], expected: &[&str]) {
    let planted = Planted::new(files);
    let wrong = rooms_that_look_up(&planted.read(), ROOMS);
    let wrong: Vec<_> = wrong.iter().map(|wrong| planted.short(wrong)).collect();
    assert_eq!(wrong, expected, "{files:?}");
}

#[test]
fn a_room_may_look_down() {
    check_rooms(
        &[
            ("lib.rs", HOUSE),
            (
                "attic.rs",
                "use crate::Floor; use crate::yard; fn f(_: Floor) { yard::tree() }",
            ),
            (
                "ground/mod.rs",
                "mod floor; pub use self::floor::Floor; pub fn f() { floor::lay() }",
            ),
            ("ground/floor.rs", "pub struct Floor; pub fn lay() {}"),
            (
                "yard.rs",
                "pub fn tree() {} #[cfg(test)] mod tests { use crate::attic; }",
            ),
        ],
        &[],
    );
}

#[test]
fn a_room_that_looks_up_is_found_however_it_does() {
    for (name, text, path) in [
        ("by a line", "use crate::attic::Roof;", "crate::attic::Roof"),
        (
            "by a line among others",
            "use crate::{attic::{self, Roof}};",
            "crate::attic",
        ),
        (
            "by a path",
            "fn f() { crate::attic::f() }",
            "crate::attic::f",
        ),
        (
            "in a macro",
            "fn f() { assert!(crate::attic::g!()) }",
            "crate::attic::g",
        ),
        (
            "inside of a function",
            "fn f() { use super::super::attic::Roof; }",
            "super::super::attic::Roof",
        ),
        (
            "by a re-export",
            "pub(crate) use crate::attic::Roof;",
            "crate::attic::Roof",
        ),
        ("through the root", "use crate::Roof;", "crate::Roof"),
    ] {
        let planted = Planted::new(&[
            (
                "lib.rs",
                "mod attic; mod ground; mod yard; pub use self::attic::Roof;",
            ),
            (
                "attic.rs",
                "pub struct Roof; pub fn f() {} macro_rules! g { () => { true } } pub(crate) use g;",
            ),
            ("ground/mod.rs", "mod floor;"),
            ("ground/floor.rs", text),
            ("yard.rs", ""),
        ]);
        let wrong = rooms_that_look_up(&planted.read(), ROOMS);
        let expected = format!("ground/floor.rs: `{path}` leads from `ground` up to `attic`");
        assert_eq!(planted.short(&wrong[0]), expected, "{name}");
    }
}

#[test]
fn rooms_of_one_level_know_nothing_of_each_other() {
    check_rooms(
        &[
            ("lib.rs", HOUSE),
            ("attic.rs", ""),
            ("ground.rs", "pub struct Floor;"),
            ("yard.rs", "use crate::ground::Floor;"),
        ],
        &["yard.rs: `crate::ground::Floor` leads from `yard` up to `ground`"],
    );
}

#[test]
fn the_list_of_rooms_is_complete() {
    check_rooms(
        &[
            ("lib.rs", "mod attic; mod cellar; mod ground;"),
            ("attic.rs", ""),
            ("cellar.rs", ""),
            ("ground.rs", ""),
        ],
        &[
            "cellar.rs: `cellar` is not in the list of rooms",
            "there is no room `yard`",
        ],
    );
}

/// The files of the circles, in the order in which they use each other.
fn check_circles(files: &[(&str, &str)], expected: &[&str]) {
    let planted = Planted::new(files);
    let found = circles(&arrows(&planted.read()));
    let found: Vec<_> = found
        .iter()
        .map(|circle| {
            let files: Vec<_> = circle
                .iter()
                .map(|arrow| planted.short(&arrow.from.display().to_string()))
                .collect();
            files.join(" ")
        })
        .collect();
    assert_eq!(found, expected, "{files:?}");
}

#[test]
fn two_files_that_use_each_other_are_a_circle() {
    check_circles(
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "use crate::b::B; pub struct A;"),
            ("b.rs", "use super::a::A; pub struct B;"),
        ],
        &["a.rs b.rs"],
    );
}

#[test]
fn a_circle_is_found_through_a_re_export_and_a_glob() {
    for export in ["pub(crate) use self::a::A;", "pub use self::a::*;"] {
        let root = format!("mod a; mod b; mod c; {export}");
        check_circles(
            &[
                ("lib.rs", &root),
                ("a.rs", "use crate::b; pub struct A; fn f() { b::f() }"),
                ("b.rs", "use crate::c::{self, C as Other}; pub fn f() {}"),
                ("c.rs", "use crate::A; pub struct C;"),
            ],
            &["a.rs b.rs c.rs"],
        );
    }
}

#[test]
fn a_parent_with_code_that_its_child_uses_is_in_a_circle() {
    for parent in [
        "mod child; use self::child::Child; pub struct Parent;",
        "mod child; pub struct Parent(child::Child);",
        "mod child; pub use self::child::Child; pub struct Parent(Child);",
        "mod child; pub struct Parent; fn f() { println!(\"{}\", child::Child::new()) }",
    ] {
        check_circles(
            &[
                ("lib.rs", "mod parent;"),
                ("parent/mod.rs", parent),
                ("parent/child.rs", "use super::Parent; pub struct Child;"),
            ],
            &["parent/child.rs parent/mod.rs"],
        );
    }
}

#[test]
fn what_a_parent_declares_and_shows_is_no_arrow() {
    check_circles(
        &[
            ("lib.rs", "mod parent; pub use self::parent::Child;"),
            (
                "parent/mod.rs",
                "mod child; pub use self::child::Child; pub struct Parent;",
            ),
            ("parent/child.rs", "use super::Parent; pub struct Child;"),
        ],
        &[],
    );
}

#[test]
fn other_crates_and_names_of_their_own_are_no_arrows() {
    check_circles(
        &[
            ("lib.rs", "mod a; mod serde; pub use ::serde::Serialize;"),
            (
                "a.rs",
                "use ::serde::Serialize; use crate::serde::S; fn json() {} fn f(x: u8) { x.b() }",
            ),
            (
                "serde.rs",
                "use crate::Serialize; use std::fmt; pub struct S; fn b() {}",
            ),
        ],
        &[],
    );
}
