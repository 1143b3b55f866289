//! The adapter, in apps of axum's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
#[cfg(feature = "extract")]
mod content_type;
#[cfg(feature = "extract")]
mod path;
mod reply;
#[cfg(feature = "serve")]
mod serve;
#[cfg(all(feature = "eserde", feature = "garde", feature = "validator"))]
mod valid;
