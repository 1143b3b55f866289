//! The answer to one request.
//!
//! Core decides and writes; this file takes the response apart and puts it together again. Every drop
//! of a foreign body happens where its panic is caught.

use std::sync::Arc;

use bytes::Bytes;
use http::Response;
use http::header::{HeaderMap, HeaderValue};
use http_body::Body;
use manila::Fault;
use manila::adapter::{
    CarriedBody, Carrier, Decision, Preferences, Replacement, Responder, catch_panic, decide,
    passes_at_a_glance,
};

use crate::asked::Asked;
use crate::body::MakeBody;
use crate::head::{Head, ReadyHead};
use crate::header::Header;
use crate::looked::Looked;
use crate::shared::Shared;

/// The facts of a request that are kept while it is being answered.
pub(crate) struct Exchange {
    pub(crate) shared: Arc<Shared>,
    pub(crate) id: HeaderValue,
    pub(crate) is_head: bool,
    /// None where nobody is told of errors.
    pub(crate) asked: Option<Asked>,
    pub(crate) speaks_grpc: bool,
    pub(crate) preferences: Preferences,
    pub(crate) may_be_nested: bool,
    pub(crate) has_origin: bool,
}

// What knows the body's type is compiled in each service, and so it does no more than it must.
impl Exchange {
    /// Whether the response is a success that is sent unchanged, but for its id.
    pub(crate) fn passes<B>(&self, response: &Response<B>) -> bool {
        let has_carrier = || response.extensions().get::<Carrier>().is_some();
        passes_at_a_glance(response.status().as_u16(), has_carrier)
    }

    /// The answer for a response that does not pass at a glance.
    pub(crate) fn answer<B, M>(&mut self, response: Response<B>) -> Response<M::Body>
    where
        B: Body<Data = Bytes>,
        M: MakeBody<B>,
    {
        let (mut parts, body) = response.into_parts();
        let mut body = Looked::Fresh(body);
        let id = take(&mut self.id);
        let mut head = Head::new(&mut parts, &self.shared.ids);
        let (responder, request) = (&self.shared.responder, self.request());
        let body = match decide(responder.renderer(), &request, &head, &mut body) {
            Decision::Replace(replacement) => {
                catch_panic(|| drop(body));
                M::write(replace(responder, &mut head, &request, id, &replacement))
            }
            Decision::Wrap(success) => {
                catch_panic(|| drop(body));
                M::write(responder.wrap(&mut head, &request, id, &success))
            }
            _ => {
                responder.pass(&mut head, &request, id);
                match body {
                    Looked::Fresh(body) => M::keep(body),
                    Looked::Polled(body) => M::resume(body),
                    Looked::Gone => M::write(CarriedBody::plain(Bytes::new())),
                }
            }
        };
        Response::from_parts(parts, body)
    }

    /// The answer for a fault that came without a response.
    pub(crate) fn fail<B, M>(&mut self, fault: Fault) -> Response<M::Body>
    where
        B: Body<Data = Bytes>,
        M: MakeBody<B>,
    {
        let (mut parts, ()) = Response::new(()).into_parts();
        let id = take(&mut self.id);
        let mut head = Head::new(&mut parts, &self.shared.ids);
        let (responder, request) = (&self.shared.responder, self.request());
        let replacement = Replacement::of_fault(fault);
        let body = replace(responder, &mut head, &request, id, &replacement);
        Response::from_parts(parts, M::write(body))
    }
}

impl Exchange {
    /// Completes the header of a response that is sent unchanged.
    pub(crate) fn pass(&mut self, headers: &mut HeaderMap) {
        let id = take(&mut self.id);
        let renderer = self.shared.responder.renderer();
        renderer.complete(&mut Header(headers), self.has_origin);
        self.shared.ids.ensure(headers, id);
    }

    #[inline]
    fn request(&self) -> manila::adapter::Request<'_> {
        let mut request = manila::adapter::Request::default();
        if let Some(asked) = &self.asked {
            asked.describe(&mut request);
        }
        request.is_head = self.is_head;
        request.speaks_grpc = self.speaks_grpc;
        request.preferences = self.preferences;
        request.may_be_nested = self.may_be_nested;
        request.has_origin = self.has_origin;
        request.is_inside_router = self.shared.is_inside_router;
        request
    }
}

// Out of line, as it does not depend on the body's type.
#[inline(never)]
fn replace(
    responder: &Responder<ReadyHead>,
    head: &mut Head<'_>,
    request: &manila::adapter::Request<'_>,
    id: HeaderValue,
    replacement: &Replacement,
) -> CarriedBody {
    responder.replace(head, request, id, replacement)
}

/// The id, taken out without counting another holder of it.
fn take(id: &mut HeaderValue) -> HeaderValue {
    std::mem::replace(id, HeaderValue::from_static(""))
}
