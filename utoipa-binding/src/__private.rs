//! For the expansion of `IntoResponses` and the adapters alone; nothing in it is stable.

pub use utoipa::{IntoParams, IntoResponses, ToSchema};

pub use utoipa::openapi::path::{Parameter, ParameterIn};

pub use crate::responses::{Responses, any_code, codes_of, json, reply};
