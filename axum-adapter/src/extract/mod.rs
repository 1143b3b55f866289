//! Extractors whose refusals say what was wrong, and where.

mod body;
mod config;
mod form;
#[cfg(feature = "garde-023")]
pub mod garde;
mod json;
#[cfg(feature = "json-all")]
mod json_all;
mod path;
mod query;
#[cfg(any(feature = "garde-023", feature = "validator-021"))]
mod valid;
#[cfg(feature = "validator-021")]
pub mod validator;

#[cfg(feature = "json-all")]
pub use self::json_all::JsonAll;
pub use self::{
    config::{ConfiguredInput, InputConfig},
    form::Form,
    json::Json,
    path::Path,
    query::Query,
};
