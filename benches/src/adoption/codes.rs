//! What enums of more and more codes cost the compiler.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use super::Error;
use super::cargo::{cargo, median, output, target, time};
use super::expansion::{Expansion, expand};
use super::progress::Progress;
use super::sources;
use crate::budgets::Count;

/// How often each has its turn, after one that builds what it needs.
const TURNS: usize = 3;

/// The works, each with its number of codes.
const SIZES: [(&str, usize); 3] = [("codes: 5", 5), ("codes: 450", 450), ("codes: 5000", 5000)];

/// Someone who writes codes.
pub(super) struct Contender {
    name: &'static str,
    pub(super) package: &'static str,
    source: fn(usize) -> String,
    /// The most codes that it is measured with.
    most: usize,
}

const CONTENDERS: [Contender; 5] = [
    Contender {
        name: "manila",
        package: "codes-by-manila",
        source: sources::by_manila,
        most: usize::MAX,
    },
    Contender {
        name: "manila::catalog!",
        package: "codes-by-catalog",
        source: sources::by_catalog,
        most: usize::MAX,
    },
    Contender {
        name: "thiserror",
        package: "codes-by-thiserror",
        source: sources::by_thiserror,
        most: usize::MAX,
    },
    Contender {
        name: "by hand",
        package: "codes-by-hand",
        source: sources::by_hand,
        most: usize::MAX,
    },
    Contender {
        name: "axum-problem",
        package: "codes-by-axum-problem",
        source: sources::by_axum_problem,
        // A release build of 5,000 takes minutes.
        most: 450,
    },
];

/// What an enum of so many codes costs.
pub(crate) struct CodesRow {
    pub(crate) work: &'static str,
    pub(crate) contender: &'static str,
    pub(crate) codes: usize,
    pub(crate) checked: Duration,
    pub(crate) built: Duration,
    pub(crate) expansion: Expansion,
}

impl CodesRow {
    pub(super) fn figure(&self, count: Count) -> Option<f64> {
        match count {
            Count::CheckSeconds => Some(self.checked.as_secs_f64()),
            Count::Seconds => Some(self.built.as_secs_f64()),
            Count::ExpansionBytes => Some(self.expansion.bytes as f64 / self.codes as f64),
            _ => None,
        }
    }
}

/// The works that are asked for, each with its number of codes.
fn works(only: &str) -> impl Iterator<Item = (&'static str, usize)> {
    let works = SIZES.iter().copied();
    works.filter(move |(work, _)| work.contains(only))
}

/// Who is measured with so many codes.
fn contenders(codes: usize) -> impl Iterator<Item = &'static Contender> {
    CONTENDERS.iter().filter(move |by| codes <= by.most)
}

/// How many steps `measure` has.
pub(super) fn steps(only: &str) -> usize {
    let of = works(only).map(|(_, codes)| contenders(codes).count() * 3);
    of.sum()
}

/// Checks, builds and expands the enums of every contender, each size in turns.
pub(super) fn measure(only: &str, progress: &mut Progress) -> Result<Vec<CodesRow>, Error> {
    let mut rows = Vec::new();
    for (work, codes) in works(only) {
        for contender in contenders(codes) {
            contender.write(codes)?;
        }
        let checked = in_turns(codes, "check", "dev", progress)?;
        let built = in_turns(codes, "build", "library", progress)?;
        for ((contender, checked), built) in contenders(codes).zip(checked).zip(built) {
            progress.begin(&format!("the expansion of {codes} {}", contender.package));
            rows.push(CodesRow {
                work,
                contender: contender.name,
                codes,
                checked,
                built,
                expansion: expand(contender.package, &contender.file(codes))?,
            });
        }
    }
    Ok(rows)
}

/// How long the command takes for the enum of each contender, with all that it needs built.
fn in_turns(
    codes: usize,
    command: &str,
    profile: &str,
    progress: &mut Progress,
) -> Result<Vec<Duration>, Error> {
    let run = |contender: &Contender| {
        let mut run = cargo(command);
        run.args(["--package", contender.package, "--profile", profile]);
        run.arg("--target-dir").arg(target(contender.package));
        run.env("CODES", contender.file(codes));
        // What can be kept depends on what was edited; here everything is compiled anew.
        run.env("CARGO_INCREMENTAL", "0");
        run
    };
    for contender in contenders(codes) {
        progress.begin(&format!("cargo {command} of {codes} {}", contender.package));
        output(&mut run(contender))?;
    }
    let mut times = vec![Vec::with_capacity(TURNS); contenders(codes).count()];
    for _ in 0..TURNS {
        for (contender, times) in contenders(codes).zip(&mut times) {
            // Cargo compiles anew what is younger than its last output.
            contender.write(codes)?;
            times.push(time(&mut run(contender))?);
        }
    }
    Ok(times.into_iter().map(median).collect())
}

impl Contender {
    /// The source of the enum, which the package includes.
    fn file(&self, codes: usize) -> PathBuf {
        target("codes").join(format!("{}-{codes}.rs", self.package))
    }

    fn write(&self, codes: usize) -> Result<(), Error> {
        let folder = target("codes");
        fs::create_dir_all(&folder)?;
        fs::write(
            folder.join(format!("{codes}.toml")),
            sources::catalog(codes),
        )?;
        fs::write(self.file(codes), (self.source)(codes))?;
        Ok(())
    }
}
