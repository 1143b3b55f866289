//! What adding Manila costs a service before it answers anything: crates, size, and time to build.

mod cargo;
mod catalog;
mod codes;
mod expansion;
mod graph;
mod progress;
mod services;
mod sources;
mod tables;

use std::time::Duration;

pub(crate) use self::codes::CodesRow;
pub(crate) use self::services::ServiceRow;
pub(crate) use self::tables::{Table, tables};

use self::progress::Progress;
use crate::budgets::{Count, Figures};

/// What a build or a reading of it failed at.
pub(crate) type Error = Box<dyn std::error::Error + Send + Sync>;

/// Everything that was measured.
#[derive(Default)]
pub(crate) struct Adoption {
    pub(crate) services: Vec<ServiceRow>,
    pub(crate) codes: Vec<CodesRow>,
    /// How long `manila check` takes.
    pub(crate) check: Option<Duration>,
}

/// What is read without building anything: the crates of the services, and their features.
pub(crate) fn graphs(only: &str) -> Result<Adoption, Error> {
    Ok(Adoption {
        services: services::graphs(only)?,
        ..Adoption::default()
    })
}

/// Builds everything whose name contains `only`, the services as often as there are `turns`.
pub(crate) fn builds(only: &str, turns: u32) -> Result<Adoption, Error> {
    let mut adoption = graphs(only)?;
    let checks = catalog::NAME.contains(only);
    let steps = services::steps(&adoption.services, turns) + codes::steps(only);
    let mut progress = Progress::new(steps + usize::from(checks));
    services::build(&mut adoption.services, turns, &mut progress)?;
    adoption.codes = codes::measure(only, &mut progress)?;
    if checks {
        adoption.check = Some(catalog::check(&mut progress)?);
    }
    Ok(adoption)
}

impl Figures for Adoption {
    fn figure(&self, work: &str, contender: &str, count: Count) -> Option<f64> {
        if work == catalog::NAME {
            return (count == Count::Seconds).then_some(self.check?.as_secs_f64());
        }
        let service = |row: &&ServiceRow| row.work == work && row.contender == contender;
        let codes = |row: &&CodesRow| row.work == work && row.contender == contender;
        match (
            self.services.iter().find(service),
            self.codes.iter().find(codes),
        ) {
            (Some(row), _) => row.figure(count),
            (_, Some(row)) => row.figure(count),
            _ => None,
        }
    }
}
