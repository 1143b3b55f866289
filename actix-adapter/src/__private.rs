//! For the expansion of `ResponseError` alone; nothing in it is stable.

pub use actix_web::http::StatusCode;
pub use actix_web::{HttpResponse, ResponseError};

use actix_web::body::BoxBody;
use actix_web::http::header;
use manila::adapter::{Carrier, StatedBody, fault_of_borrowed};
use manila::{Fault, IntoFault};

use crate::carrier_body::UnsentBody;
use crate::header::{JSON, status_of};

/// Returns the status of an error before a service's catalog overrides it.
#[must_use]
pub fn status(error: &impl IntoFault) -> StatusCode {
    status_of(error.to_fault().http_status())
}

/// Creates the response that carries an error to the middleware.
#[must_use]
pub fn respond(error: &impl IntoFault) -> HttpResponse {
    respond_with(fault_of_borrowed(error))
}

pub(crate) fn respond_with(fault: Fault) -> HttpResponse {
    let status = status_of(fault.http_status());
    carry(status, Carrier::fault(fault))
}

/// A response with a body that something is said of.
#[inline]
pub(crate) fn carry(status: StatusCode, (carrier, body): (Carrier, StatedBody)) -> HttpResponse {
    let body = BoxBody::new(UnsentBody(body));
    let mut response = HttpResponse::with_body(status, body);
    response.headers_mut().append(header::CONTENT_TYPE, JSON);
    response.extensions_mut().insert(carrier);
    response
}
