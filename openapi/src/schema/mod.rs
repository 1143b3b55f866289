//! Schemas of what bodies are made of.
//!
//! They are written for OpenAPI and for JSON Schema alike: what stands elsewhere is given as references.

mod code;
mod detail;
mod dialect;
mod envelope;
mod json_api;
mod shared;
mod text;

pub(crate) use self::code::{Place, any_code, code_schema, codes_of, open_schema};
pub(crate) use self::dialect::{CodeTypes, Dialect, SHARED, Shared};
pub(crate) use self::envelope::{envelope, union};
pub(crate) use self::json_api::failure_document;
pub(crate) use self::shared::shared_schema;
