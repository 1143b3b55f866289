//! For the expansion of `IntoResponse` alone; nothing in it is stable.

pub use axum::response::{IntoResponse, Response};
pub use manila::IntoFault;

use axum::body::Body;
use manila::Fault;
use manila_tower::fault_response;

/// The response that carries a fault to the layer.
#[must_use]
pub fn respond(fault: Fault) -> Response {
    fault_response(fault, Body::new)
}
