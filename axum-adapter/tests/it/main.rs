//! The adapter, in apps of axum's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod allow;
mod app;
#[cfg(all(feature = "extract", feature = "rejections"))]
mod drop_in;
mod error;
mod head;
#[cfg(feature = "extract")]
mod optional;
#[cfg(feature = "serve")]
mod serve;
#[cfg(feature = "extract")]
mod stopped;
#[cfg(feature = "routes")]
mod told;
mod unlayered;

mod layered {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/layered.rs"
    ));
}
