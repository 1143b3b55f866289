//! The crate, as its users have it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod catalog_macro;
#[cfg(all(feature = "reqwest", feature = "sqlx", feature = "tokio"))]
mod conversions;
mod derive;
mod details;
mod envelopes;
#[cfg(feature = "extract")]
mod extract;
mod field_names;
mod grpc;
#[cfg(feature = "eserde")]
mod json_all;
mod log;
mod rate_limit;
mod strip;
mod support;
mod templates;
mod third_adapter;
mod trace_id;
#[cfg(all(feature = "garde", feature = "validator"))]
mod validation;
