//! Extractors whose refusals say what was wrong, and where.

mod form;
#[cfg(feature = "garde-023")]
pub mod garde;
mod json;
#[cfg(feature = "json-all")]
mod json_all;
mod path;
mod query;
#[cfg(any(feature = "garde-023", feature = "validator-021"))]
mod valid;
#[cfg(feature = "validator-021")]
pub mod validator;

use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest as _, Request};
use bytes::Bytes;
use http::{HeaderMap, header};
use manila::extract::{body_error, too_large};

use crate::error::Error;

#[cfg(feature = "json-all")]
pub use self::json_all::JsonAll;
pub use self::{form::Form, json::Json, path::Path, query::Query};

/// The whole body, within the limit of the route (axum's `DefaultBodyLimit`).
async fn body_of<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Error> {
    Bytes::from_request(request, state)
        .await
        .map_err(|rejection| match rejection {
            BytesRejection::FailedToBufferBody(error) if error.status().as_u16() == 413 => {
                too_large(None).into()
            }
            other => body_error(&other).into(),
        })
}

/// The body's media type. A field that is not text counts as a media type that no extractor reads,
/// rather than as a missing one.
fn content_type(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::CONTENT_TYPE)?;
    Some(value.to_str().unwrap_or_default())
}
