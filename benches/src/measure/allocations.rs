//! Counting allocations, by an allocator that counts.

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use super::Runs;
use crate::work::Contender;

/// It costs about six instructions per allocation, to everyone alike.
#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Allocations and their bytes per repetition. Growing a block counts as one.
pub(crate) fn count(contender: &Contender, runs: Runs) -> (f64, f64) {
    let of = |times| {
        let region = Region::new(COUNTING);
        contender.repeat(times);
        let change = region.change();
        let allocations = change.allocations + change.reallocations;
        (allocations as f64, change.bytes_allocated as f64)
    };
    let (few, many) = (of(runs.few), of(runs.many));
    (runs.each(few.0, many.0), runs.each(few.1, many.1))
}
