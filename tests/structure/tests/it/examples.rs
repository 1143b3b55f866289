//! How much of the public interface is documented, and by examples.

use manila_structure::{Crate, Kind, lines, surface, workspace};

use crate::planted::Planted;

/// Lines of documentation for one of code, at least, in core and in each adapter. tower-http has 0.39
/// and axum-core 0.52, counted in the same way.
const LEAST_DOCUMENTATION: f64 = 0.40;

const ADAPTERS: [(&str, &str); 6] = [
    ("manila_tower", "tower-adapter"),
    ("manila_axum", "axum-adapter"),
    ("manila_actix", "actix-adapter"),
    ("manila_utoipa", "utoipa-binding"),
    ("manila_aide", "aide-binding"),
    ("manila_mcp", "mcp"),
];

fn without_example(tree: &Crate) -> Vec<String> {
    let items = surface(tree);
    // The call of a macro that adds to a type has the type's path, and no documentation.
    let has_example = |path: &str| items.iter().any(|it| it.path == path && it.has_example);
    let missing = items.iter().filter(|it| it.kind == Kind::Item);
    let missing = missing.filter(|it| !has_example(&it.path));
    missing.map(|it| it.path.clone()).collect()
}

#[test]
fn every_public_item_of_an_adapter_or_binding_has_an_example() {
    let mut missing = Vec::new();
    for (name, package) in ADAPTERS {
        let root = workspace().join(package).join("src/lib.rs");
        missing.extend(without_example(&Crate::read(name, &root).unwrap()));
    }
    assert!(missing.is_empty(), "without an example: {missing:#?}");
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
