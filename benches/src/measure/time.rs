//! Time, which drifts with the machine's load and is told only as a ratio of things run in turn.

use std::time::{Duration, Instant};

use crate::work::Work;

/// How often every contender has its turn.
const TURNS: usize = 9;

/// How long a turn lasts, roughly.
const TURN: Duration = Duration::from_millis(40);

/// The median of each contender's nanoseconds per repetition, in the work's order.
pub(crate) fn in_turns(work: &Work) -> Vec<f64> {
    let times: Vec<u32> = work
        .contenders
        .iter()
        .map(|contender| {
            let start = Instant::now();
            contender.repeat(work.runs.many);
            let once = start.elapsed().as_secs_f64() / f64::from(work.runs.many);
            ((TURN.as_secs_f64() / once) as u32).max(1)
        })
        .collect();
    let mut turns = vec![Vec::with_capacity(TURNS); times.len()];
    for _ in 0..TURNS {
        for ((contender, times), turns) in work.contenders.iter().zip(&times).zip(&mut turns) {
            let start = Instant::now();
            contender.repeat(*times);
            turns.push(start.elapsed().as_secs_f64() * 1e9 / f64::from(*times));
        }
    }
    turns.into_iter().map(median).collect()
}

/// The value in the middle.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
