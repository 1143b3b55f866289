//! The body of a request, read to its end.

use axum::RequestExt as _;
use axum::body::to_bytes;
use axum::extract::Request;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use http_body::Body as _;
use manila::adapter::condition_of_body;
use manila::extract::{
    MediaType, SentBody, body_error, expect_content_type, expect_no_coding, expect_nodes, too_large,
};
use manila::{Condition, Fault};

use super::InputConfig;

/// The whole body of JSON, within the limits of the route.
pub(super) async fn json_body(request: Request) -> Result<Bytes, Fault> {
    let max_nodes = InputConfig::max_nodes_of(request.extensions());
    let body = body_of(request, MediaType::Json).await?;
    expect_nodes(&body, max_nodes)?;
    Ok(body)
}

/// The whole body of this media type, within the limit of the route (axum's `DefaultBodyLimit`).
pub(super) async fn body_of(request: Request, expected: MediaType) -> Result<Bytes, Fault> {
    let headers = request.headers();
    expect_content_type(expected, content_type(headers))?;
    let codings = headers.get_all(header::CONTENT_ENCODING);
    expect_no_coding(codings.into_iter().map(HeaderValue::as_bytes))?;
    let body = request.into_limited_body();
    // Of a body that is longer, this is the limit.
    let limit = body.size_hint().upper();
    let body = to_bytes(body, usize::MAX).await.map_err(|error| {
        if condition_of_body(&error) == Some(Condition::BodyTooLarge) {
            return too_large(limit.and_then(|limit| limit.try_into().ok()));
        }
        body_error(&error)
    })?;
    SentBody::offer(expected, &body);
    Ok(body)
}

/// The body's media type. A field that is not text counts as a media type that no extractor reads,
/// rather than as a missing one.
fn content_type(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::CONTENT_TYPE)?;
    Some(value.to_str().unwrap_or_default())
}
