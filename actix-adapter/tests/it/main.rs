//! The adapter, in apps of actix-web's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
mod body;
mod headers;
mod ids;
mod inner_error;
mod told {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/told.rs"
    ));
}
mod unlayered;
