//! Counting allocations, by an allocator that counts.

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use crate::work::Contender;

/// It costs about six instructions per allocation, to everyone alike.
#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Allocations and their bytes per repetition. Growing a block counts as one.
pub(crate) fn count(contender: &Contender, repeats: u32) -> (f64, f64) {
    let of = |times| {
        let region = Region::new(COUNTING);
        contender.repeat(times);
        let change = region.change();
        (
            change.allocations + change.reallocations,
            change.bytes_allocated,
        )
    };
    let (few, many) = (of(repeats), of(6 * repeats));
    let each = |few: usize, many: usize| {
        let more = many.saturating_sub(few);
        more as f64 / f64::from(5 * repeats)
    };
    (each(few.0, many.0), each(few.1, many.1))
}
