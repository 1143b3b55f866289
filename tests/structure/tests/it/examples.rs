//! How much of the public interface is documented, and by examples.

use manila_structure::{Crate, Kind, lines, surface, workspace};

use crate::planted::Planted;

/// Lines of documentation for one of code, at least, in core and in each adapter. tower-http has 0.39
/// and axum-core 0.52, counted in the same way.
const LEAST_DOCUMENTATION: f64 = 0.23;

/// The public items of the adapters that have no example of their own.
const WITHOUT_EXAMPLE: &[&str] = &[
    "manila_actix::EnvelopeLayer",
    "manila_actix::EnvelopeMiddleware",
    "manila_actix::Form",
    "manila_actix::Path",
    "manila_actix::Query",
    "manila_actix::ResponseBody",
    "manila_actix::ResponseFuture",
    "manila_actix::Result",
    "manila_axum::AxumBody",
    "manila_axum::EnvelopeService",
    "manila_axum::Form",
    "manila_axum::Result",
    "manila_axum::RouterExt",
    "manila_tower::AnyBody",
    "manila_tower::EnvelopeLayer",
    "manila_tower::EnvelopeService",
    "manila_tower::FaultBody",
    "manila_tower::MakeBody",
    "manila_tower::RequestIdFuture",
    "manila_tower::RequestIdService",
    "manila_tower::ResponseBody",
    "manila_tower::ResponseFuture",
];

const ADAPTERS: [(&str, &str); 3] = [
    ("manila_tower", "tower-adapter"),
    ("manila_axum", "axum-adapter"),
    ("manila_actix", "actix-adapter"),
];

fn without_example(tree: &Crate) -> Vec<String> {
    let items = surface(tree).into_iter();
    let missing = items.filter(|entry| entry.kind == Kind::Item && !entry.has_example);
    missing.map(|entry| entry.path).collect()
}

#[test]
fn every_public_item_of_an_adapter_has_an_example() {
    let mut missing = Vec::new();
    for (name, package) in ADAPTERS {
        let root = workspace().join(package).join("src/lib.rs");
        missing.extend(without_example(&Crate::read(name, &root).unwrap()));
    }
    missing.sort();
    let is_new = |path: &&String| !WITHOUT_EXAMPLE.contains(&path.as_str());
    let new: Vec<_> = missing.iter().filter(is_new).collect();
    assert!(new.is_empty(), "without an example: {new:#?}");
    let has_one = |path: &&&str| !missing.iter().any(|missing| missing == **path);
    let stale: Vec<_> = WITHOUT_EXAMPLE.iter().filter(has_one).collect();
    assert!(
        stale.is_empty(),
        "has an example, and needs no place in the list: {stale:#?}"
    );
}

#[test]
fn an_example_is_a_block_of_rust_or_a_file() {
    let planted = Planted::new(&[(
        "lib.rs",
        r#"/// Words.
         pub struct Bare;
         /// ```
         /// let a = 1;
         /// ```
         pub struct Shown;
         /// ```no_run
         /// ```
         pub fn shown_but_not_run() {}
         /// ```json
         /// {}
         /// ```
         pub trait InAnotherLanguage {
             /// ```
             /// ```
             fn shown(&self);
         }
         #[doc = include_str!("shown.md")]
         pub const OF_A_FILE: u8 = 1;"#,
    )]);
    let found = without_example(&planted.read());
    assert_eq!(found, ["planted::Bare", "planted::InAnotherLanguage"]);
}

#[test]
fn core_and_the_adapters_are_documented() {
    let mut wrong = Vec::new();
    for package in ["core", "tower-adapter", "axum-adapter", "actix-adapter"] {
        let lines = lines(&workspace().join(package).join("src")).unwrap();
        if lines.ratio() < LEAST_DOCUMENTATION {
            wrong.push(format!("{package}: {:.2} {lines:?}", lines.ratio()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
