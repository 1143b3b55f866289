//! Responses that several routes make.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, Responder, web};
use manila_actix::{PassThrough, Reply};

use crate::workbench::odd_body::OddBody;
use crate::workbench::options::Options;
use crate::workbench::raw::{Raw, RawBody};
use crate::workbench::routes;

/// `/reply`
pub(super) async fn reply(options: web::Data<Options>, request: HttpRequest) -> HttpResponse {
    if options.bare {
        return HttpResponse::Ok().json(routes::hello());
    }
    Reply(routes::hello()).respond_to(&request)
}

/// A response of the description; a status that HTTP does not have is a bad request.
pub(super) fn raw_response(raw: &Raw) -> HttpResponse {
    let mut response =
        HttpResponse::build(StatusCode::from_u16(raw.status).unwrap_or(StatusCode::BAD_REQUEST));
    let mut response = match raw.body {
        RawBody::Bytes(bytes) => response.body(bytes),
        RawBody::Odd(oddity) => response.streaming(OddBody::new(oddity)),
    };
    response.headers_mut().clear();
    if raw.is_marked {
        response.extensions_mut().insert(PassThrough);
    }
    response.head_mut().reason = raw.phrase;
    for (name, value) in raw.fields {
        response.headers_mut().append(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    response
}
