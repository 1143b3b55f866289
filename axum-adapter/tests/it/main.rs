//! The adapter, in apps of axum's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
mod error;
#[cfg(feature = "extract")]
mod optional;
#[cfg(feature = "serve")]
mod serve;
#[path = "../../../tower-adapter/tests/it/told.rs"]
mod told;
mod unlayered;
