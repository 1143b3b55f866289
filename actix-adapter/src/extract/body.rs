//! The body of a request, read to its end.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{FromRequest, HttpRequest, web};
use bytes::Bytes;
use manila::extract::{
    MediaType, SentBody, expect_content_type, expect_no_coding, expect_nodes, too_large, unreadable,
};

use super::config::{InputConfig, of_payload};
use super::content_type::content_type;
use crate::error::{Error, Result};

/// An extractor that reads the body. Like all of the framework's it stays on its thread.
pub(super) type Extracting<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

/// Reads the whole body, within the limits, and makes a value of it.
pub(super) fn read_body<T: 'static>(
    request: &HttpRequest,
    payload: &mut Payload,
    expected: MediaType,
    read: impl FnOnce(&[u8]) -> std::result::Result<T, manila::Fault> + 'static,
) -> Extracting<T> {
    let InputConfig {
        body_limit: limit,
        max_nodes,
    } = InputConfig::of(request);
    let body = web::Payload::from_request(request, payload);
    let request = request.clone();
    Box::pin(async move {
        expect_content_type(expected, content_type(&request))?;
        let codings = request.headers().get_all(header::CONTENT_ENCODING);
        expect_no_coding(codings.map(HeaderValue::as_bytes))?;
        // A length that is too large is refused before a byte is read.
        let declared = request.headers().get(header::CONTENT_LENGTH);
        let declared = declared.and_then(|length| length.to_str().ok()?.parse().ok());
        if declared.is_some_and(|length: u64| length > limit as u64) {
            return Err(too_large(Some(limit)).into());
        }
        let payload = body.await.map_err(|error| refused(&error))?;
        let body: Bytes = payload
            .to_bytes_limited(limit)
            .await
            .map_err(|_| Error::from(too_large(Some(limit))))?
            .map_err(|error| refused(&error))?;
        if expected == MediaType::Json {
            expect_nodes(&body, max_nodes)?;
        }
        SentBody::offer(expected, &body);
        Ok(read(&body)?)
    })
}

/// A body that breaks off.
fn refused(error: &actix_web::Error) -> Error {
    match error.as_error() {
        Some(error) => of_payload(error),
        None => unreadable(error.to_string()),
    }
    .into()
}
