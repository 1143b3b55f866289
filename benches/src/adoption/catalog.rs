//! `manila check` of a large catalog.

use std::fs;
use std::process::Command;
use std::time::Duration;

use super::Error;
use super::cargo::{cargo, median, output, target, time};
use super::progress::Progress;
use crate::growth;

/// The work's name.
pub(super) const NAME: &str = "adoption: manila check";

const CODES: usize = 10_000;
const TURNS: usize = 3;

/// How long the command takes, built as it is released.
pub(super) fn check(progress: &mut Progress) -> Result<Duration, Error> {
    progress.begin("manila check");
    let folder = target("manila-cli");
    let mut build = cargo("build");
    build.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    build.args(["--release", "--package", "manila-cli", "--target-dir"]);
    output(build.arg(&folder))?;
    let program = folder.join("release").join("manila");
    let catalog = folder.join("catalog.toml");
    fs::write(&catalog, growth::catalog_file(CODES))?;
    let times = (0..TURNS).map(|_| time(Command::new(&program).arg("check").arg(&catalog)));
    Ok(median(times.collect::<Result<_, _>>()?))
}
