//! Request ids in header maps.
//!
//! The id is on the request's header, where extractors and other middleware find it: an extension
//! would cost three allocations. [`IdPolicy`] decides whose ids are taken and how fresh ones are
//! made.

use bytes::Bytes;
use http::header::{Entry, HeaderMap, HeaderName, HeaderValue};
use http::{Extensions, Request};
use manila::adapter::IdGrammar;
use manila::{IdPolicy, NewRequest, RequestId};

use crate::header::{entry, get, may_have, set, text};

/// The name of the id's header and the grammar of ids, where the service has chosen one of them.
/// Extractors and layers further in find it in the request's extensions; what every service has
/// needs no allocation for it.
#[derive(Debug, Clone)]
struct IdMark {
    header: HeaderName,
    grammar: IdGrammar,
}

/// Says that a layer further out has refused the id that the client sent, and put another there.
#[derive(Debug, Clone)]
struct RefusedId;

const DEFAULT: HeaderName = HeaderName::from_static("x-request-id");

/// The field that carries the caller's trace (W3C Trace Context).
static TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// The settings of a service's ids, with the header's name in the framework's type.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    policy: IdPolicy,
    header: HeaderName,
    /// Whether header and grammar are those of most services, which nothing needs to be told.
    is_default: bool,
}

impl Ids {
    pub(crate) fn of(policy: IdPolicy) -> Self {
        // The default is cloned without counting, as it was not allocated; core checks any other name
        // against the same grammar.
        let chosen = HeaderName::try_from(policy.header_name()).ok();
        let header = chosen.filter(|name| *name != DEFAULT).unwrap_or(DEFAULT);
        Self {
            is_default: header == DEFAULT && policy.grammar() == IdGrammar::default(),
            header,
            policy,
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
        let (mark, grammar) = if extensions.is_empty() && self.is_default {
            (false, self.policy.grammar())
        } else {
            self.mark(extensions)
        };
        let made = if self.policy.has_generator() {
            self.generate(request, grammar)
        } else {
            None
        };
        let mut taken = self.take_field(request.headers_mut(), mark, grammar, made);
        if taken.may_be_nested {
            taken.note_refusals(request.extensions_mut());
        }
        taken
    }

    /// An id of the service's own generator, which may look at the whole head; `None` if the
    /// request brings one.
    #[cold]
    fn generate<B>(&self, request: &Request<B>, grammar: IdGrammar) -> Option<HeaderValue> {
        let headers = request.headers();
        let fields = headers.get_all(&self.header);
        if self.policy.inbound_id_of(grammar, fields).is_some() {
            return None;
        }
        let field = |name: &str| text(headers.get(name)?);
        let new = NewRequest::new(request.method().as_str(), request.uri().path(), &field);
        Some(value_of(self.policy.fresh_id(&new)))
    }

    /// Notes the name of the header and the grammar for what is further in; returns whether an outer
    /// layer has done so, and the grammar. What an outer layer has accepted in the same field is
    /// accepted here.
    fn mark(&self, extensions: &mut Extensions) -> (bool, IdGrammar) {
        let marked = extensions.remove::<IdMark>();
        let grammar = match &marked {
            Some(mark) if mark.header == self.header => self.policy.grammar().union(mark.grammar),
            _ => self.policy.grammar(),
        };
        if self.header != DEFAULT || grammar != IdGrammar::default() {
            extensions.insert(IdMark {
                header: self.header.clone(),
                grammar,
            });
        }
        (marked.is_some(), grammar)
    }

    fn take_field(
        &self,
        headers: &mut HeaderMap,
        is_marked: bool,
        grammar: IdGrammar,
        made: Option<HeaderValue>,
    ) -> TakenId {
        let [may_have_id, may_have_trace] = may_have(headers, [&self.header, &TRACEPARENT]);
        let traceparent = match may_have_trace {
            true => get(headers, &TRACEPARENT).cloned(),
            false => None,
        };
        // A layer further out leaves an id in the header, or the name of another header.
        let has_other = || self.header != DEFAULT && get(headers, &DEFAULT).is_some();
        let mut may_be_nested = is_marked || has_other();
        let make = || made.unwrap_or_else(|| self.fresh(traceparent.as_ref()));
        let mut has_refused_id = false;
        let id = if may_have_id {
            let (id, had) = self.take_or_put(headers, grammar, make);
            may_be_nested |= had != Inbound::Nothing;
            has_refused_id = had == Inbound::Refused;
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
            has_refused_id,
        }
    }

    /// The id of a header that may have one, else a fresh one, which takes its place; and what
    /// the header had.
    fn take_or_put(
        &self,
        headers: &mut HeaderMap,
        grammar: IdGrammar,
        make: impl FnOnce() -> HeaderValue,
    ) -> (HeaderValue, Inbound) {
        match entry(headers, &self.header) {
            Entry::Vacant(place) => (place.insert(make()).clone(), Inbound::Nothing),
            Entry::Occupied(mut place) => match self.policy.inbound_id_of(grammar, place.iter()) {
                Some(id) => (id.clone(), Inbound::Id),
                None => {
                    let had = match self.policy.refuses(grammar, place.iter()) {
                        true => Inbound::Refused,
                        false => Inbound::Id,
                    };
                    let id = make();
                    place.insert(id.clone());
                    (id, had)
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
                if self.policy.grammar().only(place.iter()).is_none() {
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
    /// Whether the client sent an id that nobody would take.
    pub(crate) has_refused_id: bool,
}

impl TakenId {
    /// Notes for layers further in that the client's id was refused, and learns whether one further
    /// out has refused it.
    #[cold]
    fn note_refusals(&mut self, extensions: &mut Extensions) {
        if self.has_refused_id {
            extensions.insert(RefusedId);
        }
        self.has_refused_id = extensions.get::<RefusedId>().is_some();
    }
}

/// What the header of the id has, as the request comes in.
#[derive(PartialEq, Eq)]
enum Inbound {
    Nothing,
    Id,
    Refused,
}

/// Returns the id of a request that has passed a layer of this crate: for extractors, and for
/// middleware inside the layer. `None` without a layer, if the client has sent none that fits.
///
/// It reads the header that the layer uses, in the grammar that the layer accepts, whichever the
/// service has chosen.
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
    let (header, grammar) = match extensions.get::<IdMark>() {
        Some(mark) => (&mark.header, mark.grammar),
        None => (&DEFAULT, IdGrammar::default()),
    };
    grammar.parse(text(get(headers, header)?)?)
}
