//! Request ids in header maps.

use bytes::Bytes;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Extensions, Request};
use manila::{Envelopes, RequestId, is_request_id};

/// The name of the id's header, where the service has chosen one. Extractors find it in the
/// request's extensions; the default name needs no allocation for it.
#[derive(Debug, Clone)]
struct IdHeader(HeaderName);

const DEFAULT: HeaderName = HeaderName::from_static("x-request-id");

/// Where a service keeps its ids.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    header: HeaderName,
}

impl Ids {
    pub(crate) fn of(envelopes: &Envelopes) -> Self {
        // Core checks the name against the same grammar.
        let header = HeaderName::try_from(envelopes.id_header()).unwrap_or(DEFAULT);
        Self { header }
    }

    /// Whether a layer of this crate may stand further out: it has left an id in the request's
    /// header, or the name of another header.
    pub(crate) fn may_be_nested<B>(&self, request: &Request<B>) -> bool {
        let headers = request.headers();
        headers.contains_key(&self.header)
            || (self.header != DEFAULT && headers.contains_key(&DEFAULT))
            || request.extensions().get::<IdHeader>().is_some()
    }

    /// The request's id: its own if it has exactly one that fits, else a fresh one, which takes
    /// its place in the header.
    pub(crate) fn take<B>(&self, envelopes: &Envelopes, request: &mut Request<B>) -> HeaderValue {
        if self.header != DEFAULT {
            request
                .extensions_mut()
                .insert(IdHeader(self.header.clone()));
        }
        if let Some(id) = self
            .only(request.headers())
            .filter(|_| envelopes.trusts_ids())
        {
            return id.clone();
        }
        let id = envelopes.make_id(|| traceparent(request.headers()).map(str::to_owned));
        // One allocation, which the request's header and the response's share.
        let id = HeaderValue::from_maybe_shared(Bytes::from_owner(id))
            .unwrap_or(HeaderValue::from_static("unknown"));
        request
            .headers_mut()
            .insert(self.header.clone(), id.clone());
        id
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
        let mut values = headers.get_all(&self.header).iter();
        let only = values
            .next()
            .filter(|value| is_request_id(value.as_bytes()))?;
        values.next().is_none().then_some(only)
    }
}

/// The field that carries the caller's trace (W3C Trace Context).
pub(crate) fn traceparent(headers: &HeaderMap) -> Option<&str> {
    headers.get("traceparent")?.to_str().ok()
}

/// The id of a request that has passed a layer of this crate.
///
/// ```
/// use manila_tower::request_id;
///
/// let request = http::Request::builder().header("x-request-id", "abc-123").body(()).unwrap();
/// let id = request_id(request.headers(), request.extensions()).unwrap();
/// assert_eq!(id.as_str(), "abc-123");
/// ```
#[must_use]
pub fn request_id(headers: &HeaderMap, extensions: &Extensions) -> Option<RequestId> {
    let header = extensions
        .get::<IdHeader>()
        .map_or(DEFAULT, |chosen| chosen.0.clone());
    RequestId::parse(headers.get(header)?.to_str().ok()?)
}
