//! What macros write for the compiler to read.

use std::path::Path;

use super::Error;
use super::cargo::{cargo, output, target};

/// The size of a source with its macros expanded.
#[derive(Clone, Copy)]
pub(crate) struct Expansion {
    pub(crate) lines: usize,
    pub(crate) bytes: usize,
}

/// Expands the macros of a package that includes these codes.
pub(super) fn expand(package: &str, codes: &Path) -> Result<Expansion, Error> {
    let mut expand = cargo("rustc");
    expand.args(["--package", package, "--profile", "check"]);
    // A folder for this alone: build scripts look at the variable below, and build anew for it.
    expand.arg("--target-dir").arg(target("expansion"));
    expand.args(["--", "-Zunpretty=expanded"]);
    expand.env("CODES", codes);
    // Only a nightly compiler shows expansions, and few machines have one; a released compiler
    // does where it is told that it builds itself. Nothing that is timed is built this way.
    expand.env("RUSTC_BOOTSTRAP", "1");
    let text = output(&mut expand)?;
    Ok(Expansion {
        lines: text.split(|byte| *byte == b'\n').count(),
        bytes: text.len(),
    })
}
