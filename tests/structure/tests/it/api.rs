//! The public interface of every library, as a file that a change of it changes.
//! `UPDATE_GOLDEN=1 cargo test -p manila-structure` writes the files anew.

use std::path::Path;

use manila_structure::{Crate, surface, workspace};

use crate::planted::Planted;

/// Each library: its name in code, and its folder.
const LIBRARIES: [(&str, &str); 15] = [
    ("manila", "core"),
    ("manila_actix", "actix-adapter"),
    ("manila_aide", "aide-binding"),
    ("manila_axum", "axum-adapter"),
    ("manila_catalog_file", "catalog-file"),
    ("manila_catalogs", "catalogs"),
    ("manila_client", "client"),
    ("manila_fluent", "fluent"),
    ("manila_macros", "macros"),
    ("manila_mcp", "mcp"),
    ("manila_openapi", "openapi"),
    ("manila_probe", "probe"),
    ("manila_reference", "reference"),
    ("manila_tower", "tower-adapter"),
    ("manila_utoipa", "utoipa-binding"),
];

fn lines(tree: &Crate) -> String {
    let lines = surface(tree).into_iter().map(|entry| format!("{entry}\n"));
    lines.collect()
}

/// What is in one of two texts alone.
fn differences(committed: &str, found: &str) -> Vec<String> {
    let only = |mark, here: &str, there: &str| -> Vec<String> {
        let there: Vec<_> = there.lines().collect();
        let lines = here.lines().filter(|line| !there.contains(line));
        lines.map(|line| format!("{mark} {line}")).collect()
    };
    [only('-', committed, found), only('+', found, committed)].concat()
}

#[test]
fn the_public_interface_is_what_its_file_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/api");
    let mut changed = Vec::new();
    for (name, package) in LIBRARIES {
        let root = workspace().join(package).join("src/lib.rs");
        let found = lines(&Crate::read(name, &root).unwrap());
        let file = folder.join(format!("{name}.txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &found).unwrap();
        }
        let committed = std::fs::read_to_string(&file).unwrap_or_default();
        if committed != found {
            changed.push(format!("{name}:"));
            changed.extend(differences(&committed, &found));
        }
    }
    assert!(
        changed.is_empty(),
        "the public interface is another; `UPDATE_GOLDEN=1 cargo test -p manila-structure` writes it down\n{}",
        changed.join("\n")
    );
}

/// The lines of a crate that consists of one file, without the name of the crate.
fn check(text: &str, expected: &[&str]) {
    let planted = Planted::new(&[("lib.rs", text)]);
    let found = lines(&planted.read()).replace("planted::", "");
    assert_eq!(found.lines().collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn each_change_of_an_interface_is_a_line() {
    check(
        "#[must_use] pub fn f<'a>(mut x: &'a mut [u8], (y, z): (u8, Option<u8>)) -> Vec<&'a str> where u8: Copy {}",
        &[
            "f: #[must_use] fn f<'a>(x: &'a mut [u8], (y, z): (u8, Option<u8>)) -> Vec<&'a str> where u8: Copy",
        ],
    );
    check(
        "#[derive(Debug, Clone)] #[non_exhaustive] pub struct S<T: Copy> { pub a: u8, b: T }",
        &[
            "S: #[non_exhaustive] struct S<T: Copy> { .. }",
            "S: impl Clone",
            "S: impl Debug",
            "S::a: field u8",
        ],
    );
    check(
        "pub struct J<T>(pub T); pub struct P(u8); pub struct U;",
        &["J: struct J<T>(pub T)", "P: struct P(_)", "U: struct U"],
    );
    check(
        "pub enum E { /// Doc.\n A, #[non_exhaustive] B { x: u8 }, C(u8) }",
        &[
            "E: enum E",
            "E::A: variant A",
            "E::B: #[non_exhaustive] variant B { x: u8 }",
            "E::C: variant C(u8)",
        ],
    );
    check(
        "pub trait T: Send + 'static { /// Doc.\n type X: ::std::marker::Copy; const N: u8; fn a(&self); #[must_use] fn b(self) -> u8 where Self: Sized { 1 } }",
        &[
            "T: trait T: Send + 'static",
            "T::N: const N: u8",
            "T::X: type X: ::std::marker::Copy",
            "T::a: required fn a(&self)",
            "T::b: #[must_use] provided fn b(self) -> u8 where Self: Sized",
        ],
    );
    check(
        "pub struct S; impl S { pub const N: u8 = 1; pub async fn a(mut self) {} fn b() {} #[doc(hidden)] pub fn c() {} }",
        &["S: struct S", "S::N: const N: u8", "S::a: async fn a(self)"],
    );
    check(
        "pub struct S; impl Iterator for S { type Item = u8; fn next(&mut self) -> Option<u8> { None } }
         impl<T> From<S> for Vec<T> where T: Copy { fn from(_: S) -> Self { Self::new() } }
         trait Private {} impl Private for S {}
         pub trait Shown {} impl Shown for u8 {}",
        &[
            "S: impl Iterator for S { Item = u8 }",
            "S: impl<T> From<S> for Vec<T> where T: Copy",
            "S: struct S",
            "Shown: impl Shown for u8",
            "Shown: trait Shown",
        ],
    );
    check(
        "pub const N: fn(&str) -> bool = |_| true; pub type A<T> = Result<T, u8>; pub use std::fmt::Debug as D;",
        &[
            "A: type A<T> = Result<T, u8>",
            "D: = std::fmt::Debug",
            "N: const N: fn(&str) -> bool",
        ],
    );
    check(
        "pub(crate) struct S; struct T; #[doc(hidden)] pub struct U; #[cfg(test)] pub struct V;",
        &[],
    );
}

#[test]
fn a_method_that_a_macro_defines_is_in_its_lines() {
    check(
        "macro_rules! facts { ($($name:ident: $type:ty,)+) => { $(pub const fn $name(&self) -> $type { self.$name })+ }; }
         pub struct S; impl S { facts! { /// Doc.
             a: u8, b: Vec<&'static str>, } }",
        &[
            "planted (facts!): pub const fn $name(&self) -> $type",
            "S: struct S",
            "S (facts!): a: u8",
            "S (facts!): b: Vec<&'static str>",
        ],
    );
}

#[test]
fn a_re_export_is_followed_and_a_condition_kept() {
    let planted = Planted::new(&[
        (
            "lib.rs",
            "mod a; #[cfg(feature = \"x\")] pub use self::a::{Inner as Outer, deep}; #[doc(hidden)] pub mod hidden;",
        ),
        (
            "a/mod.rs",
            "#[cfg(feature = \"y\")] mod b; pub mod deep; #[cfg(feature = \"y\")] pub use b::Inner;",
        ),
        (
            "a/b.rs",
            "pub struct Inner; impl Inner { #[cfg(unix)] pub fn f(&self) {} }",
        ),
        ("a/deep.rs", "pub fn g() {}"),
        ("hidden.rs", "pub fn h() {}"),
    ]);
    let found = lines(&planted.read());
    let expected = [
        r#"planted::Outer: struct Inner  [feature = "x", feature = "y"]"#,
        r#"planted::Outer::f: fn f(&self)  [feature = "y", unix]"#,
        r#"planted::deep::g: fn g()  [feature = "x"]"#,
    ];
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn what_a_macro_defines_is_in_its_lines() {
    check(
        "macro_rules! words { ($name:ident { $($v:ident = $t:literal,)+ }) => {
             /// Doc.
             pub enum $name { $($v,)+ }
             impl $name { /// Doc.
                 pub const ALL: &'static [Self] = &[]; #[must_use] pub fn word(self) -> &'static str { \"\" } fn own() {} }
             impl Copy for $name {}
         }; }
         mod m { words! { /// Doc.
             Wire { Name = \"name\", /// Doc.
                 Number = \"number\", } } }
         pub use m::Wire;
         wrap! { pub struct W { #[pin] inner: u8 } impl W { pub fn f() {} } }",
        &[
            "planted (words!): impl Copy for $name",
            "planted (words!): pub const ALL: &'static [Self]",
            "planted (words!): pub enum $name",
            "planted (words!): pub fn word(self) -> &'static str",
            "W: struct W { .. }",
            "W::f: fn f()",
            "Wire: words! Wire",
            "Wire::Name: words! Name = \"name\"",
            "Wire::Number: words! Number = \"number\"",
        ],
    );
}
