//! Reading and writing headers and statuses.
//!
//! A method of `HeaderMap` is compiled anew wherever it is called, so each that is needed is called
//! in one place here.

use std::borrow::Cow;

use http::StatusCode;
use http::header::{self, Entry, HeaderMap, HeaderName, HeaderValue};
use manila::adapter::ResponseHeader;

/// The first field of a name.
#[inline(never)]
pub(crate) fn get<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h HeaderValue> {
    headers.get(name)
}

/// The place of a name's fields, taken or free.
#[inline(never)]
pub(crate) fn entry<'h>(headers: &'h mut HeaderMap, name: &HeaderName) -> Entry<'h, HeaderValue> {
    headers.entry(name)
}

/// Makes this the only field of the name.
#[inline(never)]
pub(crate) fn set(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.insert(name, value);
}

/// Whether a header may have fields of these names: a short one is walked once, which is faster
/// than to hash each name in vain, and of a longer one it is not known.
pub(crate) fn may_have<const N: usize>(headers: &HeaderMap, names: [&HeaderName; N]) -> [bool; N] {
    const FEW: usize = 6;
    if headers.keys_len() > FEW {
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

/// Whether there is a field of one of core's names.
pub(crate) fn has(headers: &HeaderMap, name: &'static str) -> bool {
    get(headers, &known_name(name)).is_some()
}

/// The only field of one of core's names as text, if it is visible ASCII.
pub(crate) fn only_text<'h>(headers: &'h HeaderMap, name: &'static str) -> Option<&'h str> {
    let mut fields = headers.get_all(known_name(name)).iter();
    let only = fields.next().filter(|_| fields.next().is_none())?;
    text(only)
}

/// A field as text, if it is visible ASCII.
#[inline(never)]
pub(crate) fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok()
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
            Cow::Borrowed(value) => Some(known_value(value)),
            Cow::Owned(value) => HeaderValue::try_from(value).ok(),
        }
    }
}

impl ResponseHeader for Header<'_> {
    fn has(&self, name: &'static str) -> bool {
        has(self.0, name)
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        if let (Some(name), Some(value)) = (Self::name(name), Self::value(value)) {
            set(self.0, name, value);
        }
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        if let (Some(name), Some(value)) = (Self::name(name), Self::value(value)) {
            match entry(self.0, &name) {
                Entry::Vacant(place) => {
                    place.insert(value);
                }
                Entry::Occupied(mut place) => place.append(value),
            }
        }
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        while let Some(name) = self.0.keys().find(|name| !keep(name.as_str())).cloned() {
            self.0.remove(name);
        }
    }

    fn any(&self, name: &'static str, is: &dyn Fn(&str) -> bool) -> bool {
        let values = self.0.get_all(known_name(name));
        values.iter().filter_map(text).any(is)
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

/// A value of core's; those of every error are made at compile time.
fn known_value(value: &'static str) -> HeaderValue {
    const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
    const NO_SNIFF: HeaderValue = HeaderValue::from_static("nosniff");
    const JSON: HeaderValue = HeaderValue::from_static("application/json");
    match value {
        "no-store" => NO_STORE,
        "nosniff" => NO_SNIFF,
        "application/json" => JSON,
        other => HeaderValue::from_static(other),
    }
}

/// A status of core's, which is one from 200 to 999.
pub(crate) fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
