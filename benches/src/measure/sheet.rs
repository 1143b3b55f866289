//! All the counts of one run.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::{NoCount, allocations, callgrind};
use crate::budgets::{Count, Figures};
use crate::work::Work;

/// What one repetition of a contender's work costs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    pub(crate) instructions: f64,
    pub(crate) allocations: f64,
    pub(crate) bytes: f64,
}

/// The costs of every contender, in the order of the works.
pub(crate) struct Sheet(Vec<(String, &'static str, Cost)>);

impl Sheet {
    /// What the contender's work costs, if it was measured.
    pub(crate) fn cost(&self, work: &str, contender: &str) -> Option<Cost> {
        let mut rows = self.0.iter();
        let (.., cost) = rows.find(|(of, by, _)| *of == work && *by == contender)?;
        Some(*cost)
    }
}

impl Figures for Sheet {
    fn figure(&self, work: &str, contender: &str, count: Count) -> Option<f64> {
        let cost = self.cost(work, contender)?;
        match count {
            Count::Instructions => Some(cost.instructions),
            Count::Allocations => Some(cost.allocations),
            _ => None,
        }
    }
}

/// Measures every contender of every work.
pub(crate) fn measure<'a>(works: impl Iterator<Item = &'a Work>) -> Result<Sheet, NoCount> {
    let entries: Vec<_> = works
        .flat_map(|work| work.contenders.iter().map(move |by| (work, by)))
        .collect();
    // Allocations first and alone: the counter is the whole program's.
    let allocated: Vec<_> = entries
        .iter()
        .map(|(work, by)| allocations::count(by, work.runs))
        .collect();
    let jobs: Vec<_> = entries
        .iter()
        .map(|(work, by)| (&*work.name, by.name, work.runs))
        .collect();
    let counts = on_all_cores(&jobs, |&(work, by, runs)| callgrind::count(work, by, runs));
    let mut rows = Vec::with_capacity(jobs.len());
    for (((work, by, _), (allocations, bytes)), count) in jobs.iter().zip(allocated).zip(counts) {
        let cost = Cost {
            instructions: count?,
            allocations,
            bytes,
        };
        rows.push(((*work).to_owned(), *by, cost));
    }
    Ok(Sheet(rows))
}

/// Does every job, as many at a time as there are cores; the results keep the jobs' order.
fn on_all_cores<J: Sync, T: Send>(jobs: &[J], run: impl Fn(&J) -> T + Sync) -> Vec<T> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let work_off = || {
        let take = || next.fetch_add(1, Ordering::Relaxed);
        std::iter::repeat_with(take)
            .map_while(|at| Some((at, run(jobs.get(at)?))))
            .collect::<Vec<_>>()
    };
    let mut done = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work_off)).collect();
        let of = workers.into_iter().map(|worker| worker.join());
        of.flat_map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect::<Vec<_>>()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
