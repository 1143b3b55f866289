//! What a service writes that has no library for it: a middleware by `from_fn`, as axum's own docs
//! show it, which sets the headers that Manila sets.

use axum::body::to_bytes;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderName, StatusCode};
use serde::Serialize;
use uuid::Uuid;

use super::routes::router;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const ERROR_CODE: HeaderName = HeaderName::from_static("x-error-code");

/// The longest plain text that becomes the reason of an error.
const REASON_LIMIT: usize = 1024;

/// A handler's error. The middleware finds it in the response's extensions.
#[derive(Clone)]
struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
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
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Details>,
}

#[derive(Serialize)]
struct Details {
    reason: String,
}

pub(crate) fn app() -> Router {
    router(|| ApiError {
        status: StatusCode::PAYMENT_REQUIRED,
        code: "PLAN_LIMIT_EXCEEDED",
        message: "The plan's limit is reached.",
    })
    .layer(from_fn(envelope))
}

async fn envelope(mut request: Request, next: Next) -> Response {
    let id = match request.headers().get(REQUEST_ID) {
        Some(id) if fits(id) => id.clone(),
        _ => fresh_id(),
    };
    request.headers_mut().insert(REQUEST_ID, id.clone());
    let mut response = next.run(request).await;
    if response.status().is_client_error() || response.status().is_server_error() {
        response = rewrite(response).await;
    }
    response.headers_mut().insert(REQUEST_ID, id);
    response
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

async fn rewrite(mut response: Response) -> Response {
    let error = match response.extensions_mut().remove::<ApiError>() {
        Some(error) => error,
        None => foreign(response.status()),
    };
    let details = reason(response).await.map(|reason| Details { reason });
    let envelope = Envelope {
        ok: false,
        error: ErrorBody {
            code: error.code,
            message: error.message.to_owned(),
            details,
        },
    };
    let mut response = (error.status, Json(envelope)).into_response();
    let header = response.headers_mut();
    header.insert(ERROR_CODE, HeaderValue::from_static(error.code));
    header.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    header.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// What stands for a response that no `ApiError` made.
fn foreign(status: StatusCode) -> ApiError {
    let (code, message) = match status {
        StatusCode::NOT_FOUND => ("NOT_FOUND", "Nothing was found at this address."),
        StatusCode::BAD_REQUEST => ("BAD_REQUEST", "The request is malformed."),
        _ => (
            "INTERNAL_SERVER_ERROR",
            "Something went wrong on the server.",
        ),
    };
    ApiError {
        status,
        code,
        message,
    }
}

/// The short plain text of a response that a handler refuses a request with.
async fn reason(response: Response) -> Option<String> {
    let is_text = response.status().is_client_error()
        && response
            .headers()
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if !is_text {
        return None;
    }
    let bytes = to_bytes(response.into_body(), REASON_LIMIT).await.ok()?;
    let text = String::from_utf8(bytes.into()).ok()?;
    (!text.is_empty()).then_some(text)
}
