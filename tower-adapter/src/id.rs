//! Request ids in header maps.

use bytes::Bytes;
use http::header::{Entry, HeaderMap, HeaderName, HeaderValue};
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

    /// The request's id: its own if it has exactly one that fits, else a fresh one, which takes
    /// its place in the header.
    pub(crate) fn take<B>(&self, envelopes: &Envelopes, request: &mut Request<B>) -> Taken {
        // A layer further out leaves an id in the header, or the name of another header.
        let mut may_be_nested = request.extensions().get::<IdHeader>().is_some();
        if self.header != DEFAULT {
            may_be_nested |= request.headers().contains_key(&DEFAULT);
            let header = IdHeader(self.header.clone());
            request.extensions_mut().insert(header);
        }
        let mut own = request.headers().get_all(&self.header).iter().peekable();
        may_be_nested |= own.peek().is_some();
        if let Some(id) = only(own).filter(|_| envelopes.trusts_ids()) {
            let id = id.clone();
            return Taken { id, may_be_nested };
        }
        let id = envelopes.make_id(|| traceparent(request.headers()).map(str::to_owned));
        // One allocation, which the request's header and the response's share.
        let id = HeaderValue::from_maybe_shared(Bytes::from_owner(id))
            .unwrap_or(HeaderValue::from_static("unknown"));
        let headers = request.headers_mut();
        headers.insert(&self.header, id.clone());
        Taken { id, may_be_nested }
    }

    /// Puts the id on the response, unless it has one that fits; returns the one that it has.
    pub(crate) fn put<'h>(&self, headers: &'h mut HeaderMap, id: HeaderValue) -> &'h HeaderValue {
        match headers.entry(&self.header) {
            Entry::Vacant(place) => place.insert(id),
            Entry::Occupied(mut place) => {
                if only(place.iter()).is_none() {
                    place.insert(id);
                }
                place.into_mut()
            }
        }
    }
}

/// The id of a request that has just come.
pub(crate) struct Taken {
    pub(crate) id: HeaderValue,
    /// Whether a layer of this crate may stand further out.
    pub(crate) may_be_nested: bool,
}

/// The only field, if it fits the grammar.
fn only<'a>(mut fields: impl Iterator<Item = &'a HeaderValue>) -> Option<&'a HeaderValue> {
    let only = fields
        .next()
        .filter(|value| is_request_id(value.as_bytes()))?;
    fields.next().is_none().then_some(only)
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
