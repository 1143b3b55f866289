//! For the expansion of `IntoResponse` alone; nothing in it is stable.

pub use axum::response::{IntoResponse, Response};

use axum::body::Body;
use manila::adapter::fault_of_returned;
use manila::{Fault, IntoFault};
use manila_tower::fault_response;

/// Creates the response that carries an error to the layer.
#[must_use]
pub fn respond(error: impl IntoFault) -> Response {
    respond_with(fault_of_returned(error))
}

pub(crate) fn respond_with(fault: Fault) -> Response {
    fault_response(fault, Body::new)
}
