//! Request ids in header maps.
//!
//! The id is on the request's header, where extractors and other middleware find it: an extension
//! would cost three allocations. [`IdPolicy`] decides whose ids are taken and how fresh ones are
//! made.

use bytes::Bytes;
use http::header::{Entry, HeaderMap, HeaderName, HeaderValue};
use http::{Extensions, Request};
use manila::adapter::only_id;
use manila::{IdPolicy, NewRequest, RequestId};

use crate::header::{entry, get, may_have, set, text};

/// The name of the id's header, where the service has chosen one. Extractors find it in the
/// request's extensions; the default name needs no allocation for it.
#[derive(Debug, Clone)]
struct IdHeader(HeaderName);

const DEFAULT: HeaderName = HeaderName::from_static("x-request-id");

/// The field that carries the caller's trace (W3C Trace Context).
static TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// The settings of a service's ids, with the header's name in the framework's type.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    policy: IdPolicy,
    header: HeaderName,
    is_default: bool,
}

impl Ids {
    pub(crate) fn of(policy: IdPolicy) -> Self {
        let is_default = policy.header_name() == DEFAULT.as_str();
        let header = if is_default {
            // Cloned without counting, as it was not allocated.
            DEFAULT
        } else {
            // Core checks the name against the same grammar.
            HeaderName::try_from(policy.header_name()).unwrap_or(DEFAULT)
        };
        Self {
            policy,
            header,
            is_default,
        }
    }

    /// The header that carries the ids.
    pub(crate) const fn header(&self) -> &HeaderName {
        &self.header
    }

    /// The request's id: its own if it has exactly one that fits, else a fresh one, which takes
    /// its place in the header.
    pub(crate) fn take<B>(&self, request: &mut Request<B>) -> TakenId {
        let extensions = request.extensions_mut();
        let is_marked = !(extensions.is_empty() && self.is_default) && self.mark(extensions);
        let made = if self.policy.has_generator() {
            self.generate(request)
        } else {
            None
        };
        self.take_field(request.headers_mut(), is_marked, made)
    }

    /// An id of the service's own generator, which may look at the whole head; `None` if the
    /// request brings one.
    #[cold]
    fn generate<B>(&self, request: &Request<B>) -> Option<HeaderValue> {
        let headers = request.headers();
        if self
            .policy
            .inbound_id(headers.get_all(&self.header))
            .is_some()
        {
            return None;
        }
        let field = |name: &str| text(headers.get(name)?);
        let new = NewRequest::new(request.method().as_str(), request.uri().path(), &field);
        Some(value_of(self.policy.fresh_id(&new)))
    }

    /// Notes the name of the header for extractors; returns whether an outer layer has done so.
    fn mark(&self, extensions: &mut Extensions) -> bool {
        let marked = if self.is_default {
            extensions.remove::<IdHeader>()
        } else {
            extensions.insert(IdHeader(self.header.clone()))
        };
        marked.is_some()
    }

    fn take_field(
        &self,
        headers: &mut HeaderMap,
        is_marked: bool,
        made: Option<HeaderValue>,
    ) -> TakenId {
        let [may_have_id, may_have_trace] = may_have(headers, [&self.header, &TRACEPARENT]);
        let traceparent = match may_have_trace {
            true => get(headers, &TRACEPARENT).cloned(),
            false => None,
        };
        // A layer further out leaves an id in the header, or the name of another header.
        let mut may_be_nested = is_marked || !self.is_default && get(headers, &DEFAULT).is_some();
        let make = || made.unwrap_or_else(|| self.fresh(traceparent.as_ref()));
        let id = if may_have_id {
            let (id, is_taken) = self.take_or_put(headers, make);
            may_be_nested |= is_taken;
            id
        } else {
            let id = make();
            set(headers, self.header.clone(), id.clone());
            id
        };
        TakenId {
            id,
            traceparent,
            may_be_nested,
        }
    }

    /// The id of a header that may have one, else a fresh one, which takes its place; and whether
    /// the header had any.
    fn take_or_put(
        &self,
        headers: &mut HeaderMap,
        make: impl FnOnce() -> HeaderValue,
    ) -> (HeaderValue, bool) {
        match entry(headers, &self.header) {
            Entry::Vacant(place) => (place.insert(make()).clone(), false),
            Entry::Occupied(mut place) => match self.policy.inbound_id(place.iter()) {
                Some(id) => (id.clone(), true),
                None => {
                    let id = make();
                    place.insert(id.clone());
                    (id, true)
                }
            },
        }
    }

    /// A fresh id that depends on nothing but the caller's trace.
    fn fresh(&self, traceparent: Option<&HeaderValue>) -> HeaderValue {
        if !self.policy.reads_requests() {
            return value_of(RequestId::random());
        }
        let traceparent = traceparent.and_then(text);
        let field = |name: &str| traceparent.filter(|_| name == "traceparent");
        value_of(self.policy.fresh_id(&NewRequest::new("", "", &field)))
    }

    /// Puts the id on the response, unless it has one that fits; returns the one that it has.
    pub(crate) fn ensure<'h>(
        &self,
        headers: &'h mut HeaderMap,
        id: HeaderValue,
    ) -> &'h HeaderValue {
        match entry(headers, &self.header) {
            Entry::Vacant(place) => place.insert(id),
            Entry::Occupied(mut place) => {
                if only_id(place.iter()).is_none() {
                    place.insert(id);
                }
                place.into_mut()
            }
        }
    }
}

/// An id as a value, in one allocation, which the request's header and the response's share.
fn value_of(id: RequestId) -> HeaderValue {
    let value = match id.uuid() {
        // `HeaderValue` checks each byte, unless the compiler sees what they are.
        Some(uuid) => HeaderValue::from_maybe_shared(Bytes::from_owner(uuid)),
        None => HeaderValue::from_maybe_shared(Bytes::from_owner(id)),
    };
    value.unwrap_or(HeaderValue::from_static("unknown"))
}

/// The facts that identify a request.
pub(crate) struct TakenId {
    pub(crate) id: HeaderValue,
    pub(crate) traceparent: Option<HeaderValue>,
    /// Whether an outer layer of this crate may exist.
    pub(crate) may_be_nested: bool,
}

/// Returns the id of a request that has passed a layer of this crate: for extractors, and for
/// middleware inside the layer. `None` without a layer, if the client has sent none that fits.
///
/// It reads the header that the layer uses, whichever name the service has chosen for it.
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
    RequestId::parse(text(get(headers, &header)?)?)
}
