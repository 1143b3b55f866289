//! The smallest service, as each contender's users write it.

use std::fs;
use std::time::Duration;

use super::Error;
use super::cargo::{cargo, clean, median, output, target, time};
use super::graph::Graph;
use super::progress::Progress;
use crate::budgets::Count;

/// The works, each with its contenders and their packages; the first is the framework alone.
const SERVICES: [(&str, &[(&str, &str)]); 2] = [
    (
        "adoption: axum",
        &[
            ("bare", "axum-bare"),
            ("manila", "axum-manila"),
            ("by hand", "axum-by-hand"),
            ("problem_details", "axum-problem-details"),
            ("http-api-problem", "axum-http-api-problem"),
        ],
    ),
    (
        "adoption: actix",
        &[("bare", "actix-bare"), ("manila", "actix-manila")],
    ),
];

/// What one service is made of.
pub(crate) struct ServiceRow {
    pub(crate) work: &'static str,
    pub(crate) contender: &'static str,
    package: &'static str,
    pub(crate) crates: usize,
    /// The features of crates that the framework uses too, which are off there.
    pub(crate) switched_on: Vec<String>,
    pub(crate) built: Option<Built>,
}

/// What came out of a build from nothing.
#[derive(Clone, Copy)]
pub(crate) struct Built {
    /// The program's size, stripped.
    pub(crate) bytes: u64,
    pub(crate) took: Duration,
}

impl ServiceRow {
    pub(super) fn figure(&self, count: Count) -> Option<f64> {
        match count {
            Count::Crates => Some(self.crates as f64),
            Count::Features => Some(self.switched_on.len() as f64),
            Count::Kilobytes => Some(self.built?.bytes as f64 / 1000.0),
            Count::Seconds => Some(self.built?.took.as_secs_f64()),
            _ => None,
        }
    }
}

/// The crates and features of every service.
pub(super) fn graphs(only: &str) -> Result<Vec<ServiceRow>, Error> {
    let mut rows = Vec::new();
    for (work, contenders) in SERVICES.iter().filter(|(work, _)| work.contains(only)) {
        let bare = Graph::of(contenders[0].1)?;
        for (contender, package) in *contenders {
            let graph = Graph::of(package)?;
            rows.push(ServiceRow {
                work,
                contender,
                package,
                crates: graph.crates(),
                switched_on: graph.switched_on(&bare),
                built: None,
            });
        }
    }
    Ok(rows)
}

/// How many builds there will be.
pub(super) const fn steps(rows: &[ServiceRow], turns: u32) -> usize {
    rows.len() * turns as usize
}

/// Builds every service from nothing, in turns.
pub(super) fn build(
    rows: &mut [ServiceRow],
    turns: u32,
    progress: &mut Progress,
) -> Result<(), Error> {
    // What is not on this machine yet is not to be fetched while time runs.
    output(&mut cargo("fetch"))?;
    let mut times = vec![Vec::new(); rows.len()];
    for _ in 0..turns {
        for (row, times) in rows.iter().zip(&mut times) {
            progress.begin(&format!("a clean build of {}", row.package));
            let target = target(row.package);
            clean(&target)?;
            let mut build = cargo("build");
            build.args(["--release", "--package", row.package, "--target-dir"]);
            times.push(time(build.arg(&target))?);
        }
    }
    for (row, times) in rows.iter_mut().zip(times) {
        let program = target(row.package).join("release").join(row.package);
        let program = program.with_extension(std::env::consts::EXE_EXTENSION);
        row.built = Some(Built {
            bytes: fs::metadata(program)?.len(),
            took: median(times),
        });
    }
    Ok(())
}
