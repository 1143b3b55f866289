//! What core writes to a response's header.

use std::borrow::Cow;

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use bytes::Bytes;
use manila::ResponseHeader;

use crate::id::Ids;

/// The response's header as core writes to it.
pub(crate) struct Header<'a> {
    map: &'a mut HeaderMap,
    /// Whether nothing that every error has is there yet, but perhaps its content type.
    is_bare: bool,
}

impl<'a> Header<'a> {
    pub(crate) const fn of(map: &'a mut HeaderMap) -> Self {
        let is_bare = false;
        Self { map, is_bare }
    }

    /// The header of a response that becomes an envelope and has its id already.
    pub(crate) fn of_error(map: &'a mut HeaderMap, ids: &Ids) -> Self {
        // A name of the service's own could be one of the envelope's.
        let is_bare = ids.is_default()
            && map
                .keys()
                .all(|name| [&header::CONTENT_TYPE, ids.header()].contains(&name));
        Self { map, is_bare }
    }

    /// Core hands over valid fields alone, the borrowed ones in lower case.
    #[inline(always)]
    fn name(name: Cow<'static, str>) -> Option<HeaderName> {
        match name {
            Cow::Borrowed(name) => Some(known_name(name)),
            Cow::Owned(name) => HeaderName::try_from(name).ok(),
        }
    }

    #[inline(always)]
    fn value(value: Cow<'static, str>) -> Option<HeaderValue> {
        match value {
            Cow::Borrowed(value) => known_value(value),
            Cow::Owned(value) => HeaderValue::try_from(value).ok(),
        }
    }
}

impl ResponseHeader for Header<'_> {
    #[inline(always)]
    fn has(&self, name: &'static str) -> bool {
        self.map.contains_key(known_name(name))
    }

    // Inlined down to the match, so that a name that core knows at compile time is not compared
    // with others when the program runs.
    #[inline(always)]
    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        // Core writes these once. To append is two thirds of the work of replacing.
        let is_new = self.is_bare
            && matches!(
                &*name,
                "x-content-type-options" | "x-error-code" | "x-should-retry"
            );
        let is_content_type = name == "content-type";
        let (Some(name), Some(value)) = (Self::name(name), Self::value(value)) else {
            return;
        };
        if is_new {
            debug_assert!(!self.map.contains_key(&name), "{name} is written twice");
            self.map.append(name, value);
            return;
        }
        if is_content_type {
            // A fault's response has it already, and mostly the right one.
            match self.map.get_all(&name).as_slice() {
                [] => return self.map.append(name, value),
                [own] if *own == value => return,
                _ => {}
            }
        }
        self.map.insert(name, value);
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        if let (Some(name), Some(value)) = (Self::name(name), Self::value(value)) {
            self.map.append(name, value);
        }
    }

    fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.map.retain(|name, _| keep(name.as_str()));
    }
}

/// A name of core's; those of every error are made at compile time.
#[inline(always)]
fn known_name(name: &'static str) -> HeaderName {
    const ERROR_CODE: HeaderName = HeaderName::from_static("x-error-code");
    const SHOULD_RETRY: HeaderName = HeaderName::from_static("x-should-retry");
    match name {
        "content-type" => header::CONTENT_TYPE,
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
#[inline(always)]
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
