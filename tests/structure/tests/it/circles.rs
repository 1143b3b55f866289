//! No file uses one that uses it.

use manila_structure::{arrows, circles, packages, roots};

#[test]
fn no_files_use_each_other_in_a_circle() {
    let mut found = Vec::new();
    for package in packages().unwrap() {
        for tree in roots(&package).unwrap() {
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
