//! Extractors whose refusals say what was wrong, and where.

mod body;
mod config;
mod content_type;
mod form;
#[cfg(feature = "garde")]
pub mod garde;
mod json;
#[cfg(feature = "eserde")]
mod json_all;
mod path;
mod query;
#[cfg(any(feature = "garde", feature = "validator"))]
mod valid;
#[cfg(feature = "validator")]
pub mod validator;

#[cfg(feature = "eserde")]
pub use self::json_all::JsonAll;
pub use self::{config::InputConfig, form::Form, json::Json, path::Path, query::Query};
