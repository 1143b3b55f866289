//! What the limits put on a response: the least that an id and an error's header take.

use std::cell::Cell;

use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderMap, HeaderName};
use uuid::Uuid;

pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const ERROR_CODE: HeaderName = HeaderName::from_static("x-error-code");

/// Every field of an error's header but its id, to be cloned for each.
pub(super) fn header(code: &'static str) -> HeaderMap {
    let mut header = HeaderMap::with_capacity(6);
    header.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    header.insert(ERROR_CODE, HeaderValue::from_static(code));
    header.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    header.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    header
}

/// An id of a counter alone: nothing that can be told apart costs less.
pub(super) fn fresh_id_text() -> Bytes {
    thread_local! {
        static NEXT: Cell<u64> = const { Cell::new(0) };
    }
    let next = NEXT.replace(NEXT.get() + 1);
    let mut text = Uuid::encode_buffer();
    let text = Uuid::from_u64_pair(0, next)
        .hyphenated()
        .encode_lower(&mut text);
    Bytes::copy_from_slice(text.as_bytes())
}

/// The same as a header value.
pub(super) fn fresh_id() -> HeaderValue {
    HeaderValue::from_maybe_shared(fresh_id_text()).unwrap_or(HeaderValue::from_static("unknown"))
}
