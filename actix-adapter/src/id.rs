//! Request ids in header maps.
//!
//! The id is on the request's header, where extractors and other middleware find it. The framework
//! panics where the header of a shared request is changed; then the id is in the extensions.

use actix_web::HttpMessage;
use actix_web::dev::ServiceRequest;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use bytes::Bytes;
use manila::adapter::{IdGrammar, catch_panic, only_id};
use manila::{IdPolicy, NewRequest, RequestId};

use crate::header::{may_have, text};

const DEFAULT: HeaderName = HeaderName::from_static("x-request-id");

/// Where the extractor, and middleware further in, find the id, and in which grammar, if that is not
/// as in most services.
#[derive(Debug, Clone)]
struct IdMark {
    location: IdLocation,
    grammar: IdGrammar,
}

#[derive(Debug, Clone)]
enum IdLocation {
    /// In this header.
    Header(HeaderName),
    /// Here: the request's header cannot be changed, as middleware further out holds on to the
    /// request.
    Here(HeaderValue),
}

/// Says that a middleware further out has refused the id that the client sent, and put another there.
struct RefusedId;

/// The field that carries the caller's trace (W3C Trace Context).
const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// The settings of a service's ids, with the header's name in the framework's type.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    policy: IdPolicy,
    header: HeaderName,
    is_default: bool,
}

impl Ids {
    pub(crate) fn of(policy: &IdPolicy) -> Self {
        // Core checks the name against the same grammar.
        let chosen = HeaderName::try_from(policy.header_name()).ok();
        let chosen = chosen.filter(|name| *name != DEFAULT);
        Self {
            policy: policy.clone(),
            is_default: chosen.is_none(),
            header: chosen.unwrap_or(DEFAULT),
        }
    }

    /// The header's name; the default one is known at compile time, and not cloned.
    #[inline]
    fn name(&self) -> HeaderName {
        if self.is_default {
            DEFAULT
        } else {
            self.header.clone()
        }
    }

    /// The request's id: its own if it has exactly one that fits, else a fresh one, which takes
    /// its place in the header.
    #[inline]
    pub(crate) fn take(&self, request: &mut ServiceRequest) -> TakenId {
        let headers = request.headers();
        let names = [&self.header, &TRACEPARENT];
        let [has_id, has_trace] = may_have(headers, names);
        let traceparent = match has_trace {
            true => headers.get(&TRACEPARENT).cloned(),
            false => None,
        };
        let inbound = self.all(headers, has_id);
        let marked = request.extensions().get::<IdMark>().cloned();
        let grammar = self.grammar(marked.as_ref());
        let has_inbound = !inbound.is_empty();
        let own = match has_inbound {
            true => self.policy.inbound_id_of(grammar, inbound).cloned(),
            false => None,
        };
        let mut has_refused_id =
            has_inbound && own.is_none() && self.policy.refuses(grammar, inbound);
        if has_refused_id {
            request.extensions_mut().insert(RefusedId);
        } else if has_inbound {
            has_refused_id = request.extensions().contains::<RefusedId>();
        }
        // A middleware further out leaves an id in the header, or a mark.
        let mut may_be_nested = has_inbound || marked.is_some();
        may_be_nested |= !self.is_default && headers.contains_key(&DEFAULT);
        if !self.is_default || grammar != IdGrammar::default() {
            let location = IdLocation::Header(self.header.clone());
            request
                .extensions_mut()
                .insert(IdMark { location, grammar });
        } else if marked.is_some() {
            request.extensions_mut().remove::<IdMark>();
        }
        let id = own.unwrap_or_else(|| {
            let id = self.fresh(request);
            let value = id.clone();
            // The framework panics where there is another holder of the request.
            let is_put = catch_panic(|| {
                let headers = request.headers_mut();
                if has_inbound {
                    headers.insert(self.name(), value);
                } else {
                    headers.append(self.name(), value);
                }
            });
            if is_put.is_none() {
                keep(request, &id, grammar);
            }
            id
        });
        TakenId {
            id,
            traceparent,
            may_be_nested,
            has_refused_id,
        }
    }

    /// The grammar of ids here: what a middleware further out has accepted in the same field is
    /// accepted as well.
    fn grammar(&self, marked: Option<&IdMark>) -> IdGrammar {
        let own = self.policy.grammar();
        match marked {
            Some(IdMark {
                location: IdLocation::Header(name),
                grammar,
            }) if *name == self.header => own.union(*grammar),
            _ => own,
        }
    }

    /// A fresh id, which the service's own generator may make of the request's head.
    fn fresh(&self, request: &ServiceRequest) -> HeaderValue {
        if !self.policy.reads_requests() {
            return value_of(RequestId::random());
        }
        let field = |name: &str| text(request.headers().get(name)?);
        let new = NewRequest::new(request.method().as_str(), request.path(), &field);
        value_of(self.policy.fresh_id(&new))
    }

    /// Puts the id on a response that has none.
    #[inline]
    pub(crate) fn append(&self, headers: &mut HeaderMap, id: HeaderValue) {
        if self.is_default {
            headers.append(DEFAULT, id);
        } else {
            // The service may have chosen the name of a field that is there.
            headers.insert(self.header.clone(), id);
        }
    }

    /// The id on a response, if it has exactly one that fits.
    pub(crate) fn of_response<'h>(&self, headers: &'h HeaderMap) -> Option<&'h HeaderValue> {
        only_id(self.all(headers, true))
    }

    /// Puts the id on the response, unless it has one that fits, which is returned.
    #[inline]
    pub(crate) fn ensure(&self, headers: &mut HeaderMap, id: HeaderValue) -> Option<HeaderValue> {
        let [may_have_own] = may_have(headers, [&self.header]);
        if may_have_own {
            return self.ensure_or_keep(headers, id);
        }
        headers.append(self.name(), id);
        None
    }

    fn ensure_or_keep(&self, headers: &mut HeaderMap, id: HeaderValue) -> Option<HeaderValue> {
        let fields = self.all(headers, true);
        let own = self.policy.grammar().only(fields).cloned();
        if own.is_none() {
            headers.insert(self.header.clone(), id);
        }
        own
    }

    /// Every id of a header that may have one.
    fn all<'h>(&self, headers: &'h HeaderMap, may_have: bool) -> &'h [HeaderValue] {
        if may_have {
            headers.get_all(&self.header).as_slice()
        } else {
            &[]
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

/// Keeps the id of a request whose header cannot be changed.
#[cold]
fn keep(request: &ServiceRequest, id: &HeaderValue, grammar: IdGrammar) {
    let location = IdLocation::Here(id.clone());
    request
        .extensions_mut()
        .insert(IdMark { location, grammar });
}

/// The facts that identify a request.
pub(crate) struct TakenId {
    pub(crate) id: HeaderValue,
    pub(crate) traceparent: Option<HeaderValue>,
    /// Whether an outer middleware of this crate may exist.
    pub(crate) may_be_nested: bool,
    /// Whether the client sent an id that nobody would take.
    pub(crate) has_refused_id: bool,
}

/// The text of an id, which fits the grammar already: `to_str` would look at each byte once more.
pub(crate) fn text_of(id: &HeaderValue) -> &str {
    str::from_utf8(id.as_bytes()).unwrap_or_default()
}

/// The id of a request that has passed the middleware.
pub(crate) fn id_of(request: &actix_web::HttpRequest) -> Option<RequestId> {
    let extensions = request.extensions();
    let mark = extensions.get::<IdMark>();
    let grammar = mark.map_or_else(IdGrammar::default, |mark| mark.grammar);
    let header = match mark.map(|mark| &mark.location) {
        None => DEFAULT,
        Some(IdLocation::Header(name)) => name.clone(),
        Some(IdLocation::Here(id)) => return grammar.parse(text_of(id)),
    };
    grammar.parse(request.headers().get(header)?.to_str().ok()?)
}
