//! Counting what a contender costs.

mod allocations;
mod callgrind;
mod sheet;
mod time;

pub(crate) use self::{
    callgrind::NoCount,
    sheet::{Cost, Sheet, measure},
    time::in_turns,
};
