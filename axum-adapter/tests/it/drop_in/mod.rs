//! The extractors stand in the place of the framework's own: whatever a program does with those, it does
//! with these.

mod rejections;
mod traits;
mod uses;

use axum::Router;
use axum::body::Body;
use http::Request;
use http_body_util::BodyExt as _;
use serde::{Deserialize, Serialize};
use tower::ServiceExt as _;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
struct Seats {
    seats: u8,
}

/// A request: method, path, media type and body, each of which may be empty.
type Sent = (&'static str, &'static str, &'static str, &'static str);

/// What a request is answered with: status, header and body.
#[derive(Debug, PartialEq)]
struct Answer {
    status: u16,
    code: String,
    header: Vec<(String, String)>,
    body: String,
}

async fn send(app: Router, (method, path, content_type, body): Sent) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("x-request-id", "abc-123");
    let request = match content_type {
        "" => request,
        content_type => request.header("content-type", content_type),
    };
    let request = request.body(Body::from(body)).unwrap();
    let response = app.oneshot(request).await.unwrap();
    let header = response.headers().iter();
    let header: Vec<_> = header
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    let code = response.headers().get("x-error-code");
    let code = code.map_or("", |code| code.to_str().unwrap()).to_owned();
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    let body = String::from_utf8(body.to_vec()).unwrap();
    Answer {
        status,
        code,
        header,
        body,
    }
}
