//! The layers, around services of tower's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod hostile_error;
mod ids;
mod layer;
mod prepared;
mod told {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/told.rs"
    ));
}
#[cfg(feature = "tower-errors")]
mod tower_errors;
mod unlayered;
