//! What the README shows is what the tests compile.

#[test]
fn the_quickstarts_are_those_of_the_examples() {
    let readme = include_str!("../../README.md");
    for quickstart in [
        include_str!("../../examples/src/bin/quickstart_axum.rs"),
        include_str!("../../examples/src/bin/quickstart_actix.rs"),
    ] {
        let (_, code) = quickstart.split_once("\nuse ").unwrap_or_default();
        assert!(!code.is_empty(), "a quickstart has no `use`");
        assert!(
            readme.contains(&format!("```rust\nuse {}\n```", code.trim_end())),
            "README.md does not show this quickstart; copy it there:\nuse {code}",
        );
    }
}
