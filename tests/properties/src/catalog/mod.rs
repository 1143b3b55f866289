//! Any text, through the reader, the rules and the comparison of catalog files.

mod change;
mod check;
mod toml;

pub use self::{
    change::{Draft, change},
    check::check,
};
