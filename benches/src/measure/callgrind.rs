//! Counting instructions, by running this very program under callgrind.

use std::fmt;
use std::io;
use std::process::{Command, Stdio};

use super::Runs;

/// Why there is no count.
#[derive(Debug)]
pub(crate) enum NoCount {
    /// Valgrind could not be started.
    NotInstalled(io::Error),
    /// The program could not be found or run, or failed.
    Failed(String),
}

/// Instructions per repetition.
pub(crate) fn count(work: &str, contender: &str, runs: Runs) -> Result<f64, NoCount> {
    let few = run(work, contender, runs.few)?;
    let many = run(work, contender, runs.many)?;
    Ok(runs.each(few, many))
}

fn run(work: &str, contender: &str, times: u32) -> Result<f64, NoCount> {
    let program = std::env::current_exe().map_err(|error| NoCount::Failed(error.to_string()))?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["run", work, contender, &times.to_string()])
        .stdin(Stdio::null())
        .output()
        .map_err(NoCount::NotInstalled)?;
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said
        .lines()
        .find_map(|line| line.split_once("Collected : "))
        .and_then(|(_, count)| count.trim().parse().ok());
    match collected {
        Some(count) if output.status.success() => Ok(count),
        _ => Err(NoCount::Failed(format!("{work}, {contender}: {said}"))),
    }
}

impl fmt::Display for NoCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInstalled(error) => write!(
                f,
                "valgrind does not start ({error}): install it, as with `apt-get install valgrind`"
            ),
            Self::Failed(said) => write!(f, "callgrind gave no count: {said}"),
        }
    }
}
