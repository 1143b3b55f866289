//! Where the crates of the workspace are.

use std::path::{Path, PathBuf};

use crate::tree::{Crate, Error, Result};

/// The root of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The folders of the packages, as the workspace lists them.
///
/// # Errors
///
/// There is no list.
pub fn packages() -> Result<Vec<String>> {
    let manifest = workspace().join("Cargo.toml");
    let text = std::fs::read_to_string(&manifest).map_err(|why| Error::new(&manifest, why))?;
    let list = text
        .split_once("members = [")
        .and_then(|(_, rest)| rest.split_once(']'))
        .ok_or_else(|| Error::new(&manifest, "no `members`"))?;
    let folders = list.0.lines().filter_map(|line| line.split('"').nth(1));
    Ok(folders.map(str::to_owned).collect())
}

/// The crates of a package: its library, its programs and its tests of many files.
///
/// # Errors
///
/// A file is not Rust.
pub fn roots(package: &str) -> Result<Vec<Crate>> {
    let folder = workspace().join(package);
    let mut roots = ["src/lib.rs", "src/main.rs", "main.rs", "tests/it/main.rs"]
        .map(|root| folder.join(root))
        .to_vec();
    let programs = std::fs::read_dir(folder.join("src/bin"));
    roots.extend(
        programs
            .into_iter()
            .flatten()
            .flatten()
            .map(|program| program.path()),
    );
    roots.retain(|root| root.exists());
    roots
        .iter()
        .map(|root| Crate::read(package, root))
        .collect()
}
