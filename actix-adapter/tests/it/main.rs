//! The adapter, in apps of actix-web's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
mod body;
#[cfg(feature = "extract")]
mod content_type;
mod headers;
mod ids;
mod inner_error;
#[cfg(feature = "extract")]
mod path;
mod reply;
#[cfg(all(feature = "eserde", feature = "garde", feature = "validator"))]
mod valid;
