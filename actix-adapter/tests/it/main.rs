//! The adapter, in apps of actix-web's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
mod body;
#[cfg(feature = "compress-gzip")]
mod coded;
#[cfg(all(feature = "extract", feature = "rejections"))]
mod drop_in;
mod headers;
mod ids;
mod inner_error;
mod refuse;
#[cfg(feature = "extract")]
mod stopped;
mod told;
mod unlayered;

mod layered {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/layered.rs"
    ));
}
