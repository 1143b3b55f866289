//! What a service writes that has no library for it: an id by `from_fn`, and `ErrorHandlers` for
//! what no handler answered, as actix-web's own docs show them; with the header that Manila sets.

use std::fmt;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use actix_web::middleware::{ErrorHandlerResponse, ErrorHandlers, Next, from_fn};
use actix_web::{App, Error, HttpResponse, ResponseError};
use serde::Serialize;
use uuid::Uuid;

use super::routes::routes;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const ERROR_CODE: HeaderName = HeaderName::from_static("x-error-code");

/// A handler's error.
#[derive(Debug)]
struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let envelope = Envelope {
            ok: false,
            error: ErrorBody {
                code: self.code,
                message: self.to_string(),
            },
        };
        HttpResponse::build(self.status)
            .insert_header((ERROR_CODE, HeaderValue::from_static(self.code)))
            .insert_header((CACHE_CONTROL, HeaderValue::from_static("no-store")))
            .insert_header((X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")))
            .json(envelope)
    }
}

#[derive(Serialize)]
struct Envelope {
    ok: bool,
    error: ErrorBody,
}

#[derive(Serialize)]
struct ErrorBody {
    code: &'static str,
    message: String,
}

pub(crate) fn app() -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let fail = || ApiError {
        status: StatusCode::PAYMENT_REQUIRED,
        code: "PLAN_LIMIT_EXCEEDED",
        message: "The plan's limit is reached.",
    };
    App::new()
        .wrap(ErrorHandlers::new().default_handler(rewrite))
        .wrap(from_fn(identify))
        .configure(routes(fail))
}

async fn identify(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let id = match request.headers().get(REQUEST_ID) {
        Some(id) if fits(id) => id.clone(),
        _ => fresh_id(),
    };
    request.headers_mut().insert(REQUEST_ID, id.clone());
    let mut response = next.call(request).await?;
    response.headers_mut().insert(REQUEST_ID, id);
    Ok(response)
}

fn fits(id: &HeaderValue) -> bool {
    let id = id.as_bytes();
    (1..=128).contains(&id.len())
        && id.iter().all(
            |byte| matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-'),
        )
}

fn fresh_id() -> HeaderValue {
    let id = Uuid::now_v7().to_string();
    HeaderValue::try_from(id).unwrap_or(HeaderValue::from_static("unknown"))
}

/// Replaces a response that no `ApiError` made.
fn rewrite(response: ServiceResponse<BoxBody>) -> actix_web::Result<ErrorHandlerResponse<BoxBody>> {
    if response.headers().contains_key(ERROR_CODE) {
        let response = response.map_into_left_body();
        return Ok(ErrorHandlerResponse::Response(response));
    }
    let (code, message) = match response.status() {
        StatusCode::NOT_FOUND => ("NOT_FOUND", "Nothing was found at this address."),
        _ => (
            "INTERNAL_SERVER_ERROR",
            "Something went wrong on the server.",
        ),
    };
    let error = ApiError {
        status: response.status(),
        code,
        message,
    };
    let response = response.into_response(error.error_response());
    Ok(ErrorHandlerResponse::Response(
        response.map_into_left_body(),
    ))
}
