//! The crate, as its users have it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod catalog_macro;
mod constructors;
#[cfg(all(
    feature = "diesel-2",
    feature = "r2d2-08",
    feature = "reqwest-013",
    feature = "sea-orm-1",
    feature = "sea-orm-2",
    feature = "sqlx-08",
    feature = "sqlx-09",
    feature = "tokio-time"
))]
mod conversions;
mod declared;
mod derive;
mod details;
mod envelopes;
#[cfg(feature = "extract")]
mod extract;
mod field_names;
mod foreign_causes;
mod foreign_text;
mod grpc;
#[cfg(feature = "extract")]
mod input_bounds;
mod into_fault;
#[cfg(feature = "json-all")]
mod json_all;
mod late;
mod locations;
mod log;
#[cfg(feature = "extract")]
mod long_names;
mod observe;
#[cfg(feature = "extract")]
mod places;
mod rate_limit;
mod spans;
mod strip;
mod style_values;
mod support;
mod templates;
#[cfg(feature = "extract")]
mod texts;
mod third_adapter;
mod trace_id;
#[cfg(all(feature = "garde-023", feature = "validator-021"))]
mod validation;
