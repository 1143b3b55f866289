//! The adapter, in apps of axum's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
mod error;
#[cfg(feature = "extract")]
mod optional;
#[cfg(feature = "serve")]
mod serve;
mod told {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/told.rs"
    ));
}
mod unlayered;
