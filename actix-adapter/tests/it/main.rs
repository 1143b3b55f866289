//! The adapter, in apps of actix-web's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
mod body;
mod headers;
mod ids;
mod inner_error;
#[path = "../../../tower-adapter/tests/it/lines.rs"]
mod lines;
#[cfg(feature = "extract")]
mod stopped;
mod told;
mod unlayered;
