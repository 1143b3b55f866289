//! Reading and writing headers and statuses, in the types of actix-http (`http` 0.2).
//!
//! The names and values of every error are constants, so that an envelope's header is made without
//! parsing.

use std::borrow::Cow;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use bytes::Bytes;
use manila::adapter::ResponseHeader;

/// The fields of `accept` that are visible ASCII.
pub(crate) fn accept(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    headers.get_all(header::ACCEPT).filter_map(text)
}

/// The response's header as core writes to it.
pub(crate) struct Header<'a>(pub(crate) &'a mut HeaderMap);

impl Header<'_> {
    /// Core hands over valid fields alone, the borrowed ones in lower case.
    fn name(name: Cow<'static, str>) -> Option<HeaderName> {
        match name {
            Cow::Borrowed(name) => Some(known_name(name)),
            Cow::Owned(name) => HeaderName::try_from(name).ok(),
        }
    }

    fn value(value: Cow<'static, str>) -> Option<HeaderValue> {
        match value {
            Cow::Borrowed(value) => known_value(value),
            Cow::Owned(value) => HeaderValue::try_from(value).ok(),
        }
    }
}

impl ResponseHeader for Header<'_> {
    fn has(&self, name: &'static str) -> bool {
        self.0.contains_key(known_name(name))
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        if let (Some(name), Some(value)) = (Self::name(name), Self::value(value)) {
            self.0.insert(name, value);
        }
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        if let (Some(name), Some(value)) = (Self::name(name), Self::value(value)) {
            self.0.append(name, value);
        }
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.0.retain(|name, _| keep(name.as_str()));
    }

    fn any(&self, name: &'static str, is: &dyn Fn(&str) -> bool) -> bool {
        self.0.get_all(known_name(name)).filter_map(text).any(is)
    }
}

/// A name of core's; those of every error are made at compile time.
pub(crate) fn known_name(name: &'static str) -> HeaderName {
    const ERROR_CODE: HeaderName = HeaderName::from_static("x-error-code");
    const SHOULD_RETRY: HeaderName = HeaderName::from_static("x-should-retry");
    match name {
        "content-type" => header::CONTENT_TYPE,
        "content-length" => header::CONTENT_LENGTH,
        "content-encoding" => header::CONTENT_ENCODING,
        "upgrade" => header::UPGRADE,
        "cache-control" => header::CACHE_CONTROL,
        "x-content-type-options" => header::X_CONTENT_TYPE_OPTIONS,
        "x-error-code" => ERROR_CODE,
        "x-should-retry" => SHOULD_RETRY,
        other => HeaderName::from_static(other),
    }
}

/// The media type of most envelopes.
pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// A value of core's; those of every error are made at compile time.
fn known_value(value: &'static str) -> Option<HeaderValue> {
    const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
    const NO_SNIFF: HeaderValue = HeaderValue::from_static("nosniff");
    match value {
        "no-store" => Some(NO_STORE),
        "nosniff" => Some(NO_SNIFF),
        "application/json" => Some(JSON),
        // At run time `from_static` is slower than this, and panics.
        other => HeaderValue::from_maybe_shared(Bytes::from_static(other.as_bytes())).ok(),
    }
}

/// Whether a header may have fields of these names: a short one is walked once, which is faster
/// than to hash each name in vain, and of a longer one it is not known.
#[inline]
pub(crate) fn may_have<const N: usize>(headers: &HeaderMap, names: [&HeaderName; N]) -> [bool; N] {
    const FEW: usize = 6;
    if headers.len_keys() > FEW {
        return [true; N];
    }
    let mut found = [false; N];
    for name in headers.keys() {
        for (found, wanted) in found.iter_mut().zip(names) {
            *found |= name == wanted;
        }
    }
    found
}

/// A field as text, if it is visible ASCII.
pub(crate) fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok()
}

/// A status of core's, which is one from 200 to 999.
pub(crate) fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
