//! Cargo, run in the workspace of what is built.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::Error;

/// The workspace of the services and the enums.
pub(super) const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/adoption");

/// A folder of its own for each thing that is built, so that none finds what another has left.
pub(super) fn target(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("target/adoption")
        .join(name)
}

/// Removes everything that was built in the folder.
pub(super) fn clean(target: &Path) -> io::Result<()> {
    match fs::remove_dir_all(target) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A run of a command of cargo's. The lock file says which versions are built.
pub(super) fn cargo(command: &str) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args([command, "--locked"])
        .current_dir(WORKSPACE)
        .stdin(Stdio::null());
    cargo
}

/// Runs it to its end, and returns its standard output.
pub(super) fn output(command: &mut Command) -> Result<Vec<u8>, Error> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{command:?} failed: {said}").into())
}

/// Runs it to its end, and tells how long that took.
pub(super) fn time(command: &mut Command) -> Result<Duration, Error> {
    let start = Instant::now();
    output(command)?;
    Ok(start.elapsed())
}

/// The duration in the middle.
pub(super) fn median(mut durations: Vec<Duration>) -> Duration {
    durations.sort();
    durations[durations.len() / 2]
}
