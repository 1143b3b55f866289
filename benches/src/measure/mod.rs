//! Counting what a contender costs.

mod allocations;
mod callgrind;
mod runs;
mod sheet;
mod time;

pub(crate) use self::{
    callgrind::NoCount,
    runs::Runs,
    sheet::{Cost, Sheet, measure},
    time::{in_turns, median},
};
