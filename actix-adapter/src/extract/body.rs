//! The body of a request, read to its end.

use std::future::Future;
use std::pin::Pin;

use actix_web::HttpRequest;
use actix_web::body::{BodyStream, to_bytes_limited};
use actix_web::dev::Payload;
use actix_web::http::header;
use manila::Fault;
use manila::extract::{MediaType, SentBody, expect_content_type, expect_nodes, too_large};

use super::coding::decoded;
use super::config::{InputConfig, of_payload};
use super::content_type::content_type;
use crate::error::Result;

/// An extractor that reads the body. Like all of the framework's it stays on its thread.
pub(super) type Extracting<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

/// Reads the whole body, within the limits, and makes a value of it.
pub(super) fn read_body<T: 'static>(
    request: &HttpRequest,
    payload: &mut Payload,
    expected: MediaType,
    read: impl FnOnce(&[u8]) -> std::result::Result<T, Fault> + 'static,
) -> Extracting<T> {
    let InputConfig {
        body_limit: limit,
        max_nodes,
    } = InputConfig::of(request);
    let body = decoded(request, payload.take());
    let request = request.clone();
    Box::pin(async move {
        expect_content_type(expected, content_type(&request))?;
        let body = BodyStream::new(body?);
        // A length that is too large is refused before a byte is read.
        let declared = request.headers().get(header::CONTENT_LENGTH);
        let declared = declared.and_then(|length| length.to_str().ok()?.parse().ok());
        if declared.is_some_and(|length: u64| length > limit as u64) {
            return Err(too_large(Some(limit)).into());
        }
        let body = to_bytes_limited(body, limit)
            .await
            .map_err(|_| too_large(Some(limit)))?
            .map_err(|error| of_payload(&error))?;
        if expected == MediaType::Json {
            expect_nodes(&body, max_nodes)?;
        }
        SentBody::offer(expected, &body);
        Ok(read(&body)?)
    })
}
