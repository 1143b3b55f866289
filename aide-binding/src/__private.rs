//! For the expansion of `OperationOutput` and the adapters alone; nothing in it is stable.

pub use aide::generate::GenContext;
pub use aide::openapi::{Operation, Response};
pub use aide::{OperationInput, OperationOutput};
pub use schemars::JsonSchema;

pub use crate::inputs::{form_body, json_body, path_parameters, query_parameters};
pub use crate::marks::{mark_any_code, mark_codes_of};
pub use crate::outputs::{Inferred, json, reply};
