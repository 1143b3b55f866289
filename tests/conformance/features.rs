//! The features of the crates, and what their pages say of them.

use std::collections::BTreeSet;
use std::path::Path;

/// The names in the first column of the table.
fn told(page: &str) -> BTreeSet<String> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| Some(row.split_once('`')?.0.to_owned()))
        .collect()
}

#[test]
fn the_table_of_each_crate_has_every_feature_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for crate_ in [
        "actix-adapter",
        "axum-adapter",
        "catalog-file",
        "catalogs",
        "core",
        "macros",
        "probe",
        "tower-adapter",
    ] {
        let read = |path: &str| std::fs::read_to_string(root.join(crate_).join(path)).unwrap();
        let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
        let features = manifest["features"].as_table().unwrap().keys().cloned();
        let features: BTreeSet<_> = features.filter(|name| name != "default").collect();
        assert_eq!(told(&read("src/docs/features.md")), features, "{crate_}");
    }
}
