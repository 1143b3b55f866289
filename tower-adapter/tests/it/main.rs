//! The layers, around services of tower's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod fields;
mod hostile_error;
mod ids;
mod layer;
mod prepared;
#[cfg(feature = "tower-errors")]
mod tower_errors;
