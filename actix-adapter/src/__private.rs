//! For the expansion of `ResponseError` alone; nothing in it is stable.

pub use actix_web::http::StatusCode;
pub use actix_web::{HttpResponse, ResponseError};

use manila::{Fault, IntoFault};

use crate::fault_body::FaultBody;

/// The status of an error, before the catalog of a service has had its say.
#[must_use]
pub fn status(error: &impl IntoFault) -> StatusCode {
    status_of(error.to_fault().http_status())
}

/// The response that carries an error to the middleware.
#[must_use]
#[track_caller]
pub fn respond(error: &impl IntoFault) -> HttpResponse {
    respond_with(error.to_fault())
}

pub(crate) fn respond_with(fault: Fault) -> HttpResponse {
    let mut response = HttpResponse::build(status_of(fault.http_status()))
        .content_type("application/json")
        .body(FaultBody::new(fault.clone()));
    response.extensions_mut().insert(fault);
    response
}

pub(crate) fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
