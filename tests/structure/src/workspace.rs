//! Where the crates of the workspace are.

use std::path::{Path, PathBuf};

use crate::tree::{Crate, Result};

/// The root of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The crates of a package: its library, its program, and those in `src/bin`.
///
/// # Errors
///
/// A file is not Rust.
pub fn roots(package: &str) -> Result<Vec<Crate>> {
    let sources = workspace().join(package).join("src");
    let mut roots: Vec<_> = ["lib.rs", "main.rs"]
        .map(|root| sources.join(root))
        .into_iter()
        .filter(|root| root.exists())
        .collect();
    for program in std::fs::read_dir(sources.join("bin")).into_iter().flatten() {
        roots.extend(program.ok().map(|program| program.path()));
    }
    roots
        .iter()
        .map(|root| Crate::read(package, root))
        .collect()
}
