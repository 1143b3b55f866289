//! No file uses one that uses it.

use manila_structure::{arrows, circles, roots};

const PACKAGES: [&str; 13] = [
    "actix-adapter",
    "axum-adapter",
    "catalog-file",
    "catalogs",
    "cli",
    "core",
    "examples",
    "macros",
    "probe",
    "tests/structure",
    "tools/soak",
    "tools/wire-fuzz",
    "tower-adapter",
];

#[test]
fn no_files_use_each_other_in_a_circle() {
    let mut found = Vec::new();
    for package in PACKAGES {
        for tree in roots(package).unwrap() {
            for circle in circles(&arrows(&tree)) {
                found.push(String::new());
                found.extend(circle.iter().map(|arrow| {
                    let (from, to) = (arrow.from.display(), arrow.to.display());
                    format!("{from} uses `{}` of {to}", arrow.path)
                }));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
