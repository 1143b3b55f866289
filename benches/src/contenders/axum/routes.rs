//! The service, and the requests to it.

use axum::Router;
use axum::body::Body;
use axum::response::IntoResponse;
use axum::routing::get;
use http::{Request, StatusCode};

/// What a handler says in plain text when it refuses a request.
pub(super) const REFUSAL: &str = "The name is too long.";

/// The routes that everyone serves; how a handler fails is everyone's own.
pub(super) fn router<E: IntoResponse + 'static>(fail: fn() -> E) -> Router {
    Router::new()
        .route("/ok", get(async || "hello"))
        .route("/error", get(move || async move { Err::<(), E>(fail()) }))
        .route("/refusal", get(async || (StatusCode::BAD_REQUEST, REFUSAL)))
        .route("/panic", get(panics))
}

/// A panic without the hook's message on the terminal, which is no part of what is measured.
async fn panics() -> &'static str {
    std::panic::resume_unwind(Box::new("the handler panics"))
}

/// The service without any layer.
pub(crate) fn bare() -> Router {
    router(|| (StatusCode::PAYMENT_REQUIRED, "The plan's limit is reached."))
}

/// A request as a command-line client sends it.
pub(super) fn request(path: &'static str) -> Request<Body> {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = http::Uri::from_static(path);
    let header = request.headers_mut();
    header.insert("host", http::HeaderValue::from_static("localhost"));
    header.insert("user-agent", http::HeaderValue::from_static("curl/8.0"));
    header.insert("accept", http::HeaderValue::from_static("*/*"));
    request
}

/// The same with an id of the client's.
pub(super) fn request_with_id(path: &'static str) -> Request<Body> {
    let mut request = request(path);
    let id = http::HeaderValue::from_static("01a1fca2-a9ef-75d0-a98d-d8de0d9c9949");
    request.headers_mut().insert("x-request-id", id);
    request
}
