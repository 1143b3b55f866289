//! The layers, around services of tower's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod fields;
mod hostile_error;
mod ids;
mod layer;
mod prepared;
mod told;
#[cfg(feature = "tower-errors")]
mod tower_errors;
mod unlayered;
mod upstream;

mod layered {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/layered.rs"
    ));
}
