//! Header maps: what core writes to a response, and where the request's id is kept.

use std::borrow::Cow;

use actix_web::HttpMessage;
use actix_web::dev::ServiceRequest;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use bytes::Bytes;
use manila::{Envelopes, RequestId, ResponseHeader, is_request_id};

const DEFAULT: HeaderName = HeaderName::from_static("x-request-id");

/// The response's header as core writes to it.
pub(crate) struct Header<'a>(pub(crate) &'a mut HeaderMap);

impl Header<'_> {
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
            Cow::Borrowed(value) => Some(known_value(value)),
            Cow::Owned(value) => HeaderValue::try_from(value).ok(),
        }
    }
}

impl ResponseHeader for Header<'_> {
    #[inline(always)]
    fn has(&self, name: &'static str) -> bool {
        self.0.contains_key(known_name(name))
    }

    // Inlined down to the match, so that a name that core knows at compile time is not compared
    // with others when the program runs.
    #[inline(always)]
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

    fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|name, _| keep(name.as_str()));
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

/// A value of core's; those of every error are made at compile time.
#[inline(always)]
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

/// The name of the id's header, where the service has chosen one; for the extractor.
#[derive(Debug, Clone)]
struct IdHeader(HeaderName);

/// The field that carries the caller's trace (W3C Trace Context).
static TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// Where a service keeps its ids.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    header: HeaderName,
    is_default: bool,
}

impl Ids {
    pub(crate) fn of(envelopes: &Envelopes) -> Self {
        // Core checks the name against the same grammar.
        let header = HeaderName::try_from(envelopes.id_header()).unwrap_or(DEFAULT);
        let is_default = header == DEFAULT;
        Self { header, is_default }
    }

    /// The request's id: its own if it has exactly one that fits, else a fresh one, which takes
    /// its place in the header.
    pub(crate) fn take(&self, envelopes: &Envelopes, request: &mut ServiceRequest) -> Taken {
        let traceparent = request.headers().get(&TRACEPARENT).cloned();
        if !self.is_default {
            request
                .extensions_mut()
                .insert(IdHeader(self.header.clone()));
        }
        if let Some(id) = self
            .only(request.headers())
            .filter(|_| envelopes.trusts_ids())
        {
            let id = id.clone();
            return Taken { id, traceparent };
        }
        let field = traceparent.as_ref().and_then(|value| value.to_str().ok());
        let id = envelopes.make_id(field);
        // One allocation, which the request's header and the response's share.
        let id = HeaderValue::from_maybe_shared(Bytes::from_owner(id))
            .unwrap_or(HeaderValue::from_static("unknown"));
        request
            .headers_mut()
            .insert(self.header.clone(), id.clone());
        Taken { id, traceparent }
    }

    /// Puts the id on the response, unless it has one that fits; returns the one that it has.
    pub(crate) fn put(&self, headers: &mut HeaderMap, id: HeaderValue) -> HeaderValue {
        if let Some(own) = self.only(headers) {
            return own.clone();
        }
        headers.insert(self.header.clone(), id.clone());
        id
    }

    /// The only field of the name, if it fits the grammar.
    fn only<'a>(&self, headers: &'a HeaderMap) -> Option<&'a HeaderValue> {
        let mut values = headers.get_all(&self.header);
        let only = values
            .next()
            .filter(|value| is_request_id(value.as_bytes()))?;
        values.next().is_none().then_some(only)
    }
}

/// What tells a request that has just come from others.
pub(crate) struct Taken {
    pub(crate) id: HeaderValue,
    pub(crate) traceparent: Option<HeaderValue>,
}

/// The id of a request that has passed the middleware.
pub(crate) fn id_of(request: &actix_web::HttpRequest) -> Option<RequestId> {
    let chosen = request
        .extensions()
        .get::<IdHeader>()
        .map(|chosen| chosen.0.clone());
    let value = request.headers().get(chosen.unwrap_or(DEFAULT))?;
    RequestId::parse(value.to_str().ok()?)
}
