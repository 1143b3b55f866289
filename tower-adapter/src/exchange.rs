//! The answer to one request.
//!
//! Core decides and writes; this file takes the response apart, reads a short text of a replaced
//! body as the reason, and puts the response together again. Every drop of a foreign body happens
//! where its panic is caught.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::Response;
use http::header::{HeaderMap, HeaderValue};
use http_body::Body;
use manila::Fault;
use manila::adapter::{Carrier, Decision, Replacement, catch_panic, decide, passes_at_a_glance};

use crate::body::MakeBody;
use crate::head::Head;
use crate::header::{Header, text};
use crate::shared::Shared;

/// The facts of a request that are kept while it is being answered.
pub(crate) struct Exchange {
    pub(crate) shared: Arc<Shared>,
    pub(crate) id: HeaderValue,
    pub(crate) is_head: bool,
    pub(crate) speaks_grpc: bool,
    pub(crate) may_be_nested: bool,
    pub(crate) traceparent: Option<HeaderValue>,
}

// What knows the body's type is compiled in each service, and so it does no more than it must.
impl Exchange {
    /// Whether the response is a success that is sent unchanged, but for its id.
    pub(crate) fn passes<B>(&self, response: &Response<B>) -> bool {
        let has_carrier = || response.extensions().get::<Carrier>().is_some();
        passes_at_a_glance(response.status().as_u16(), has_carrier)
    }

    /// The answer for a response that does not pass at a glance.
    pub(crate) fn answer<B, M>(
        &mut self,
        response: Response<B>,
        cx: &mut Context<'_>,
    ) -> Response<M::Body>
    where
        B: Body<Data = Bytes>,
        M: MakeBody<B>,
    {
        let (mut parts, body) = response.into_parts();
        let id = take(&mut self.id);
        let mut head = Head::new(&mut parts, &self.shared.ids);
        let body = match self.decide(&head) {
            Decision::Replace(replacement) => {
                let reason = read_reason(body, replacement.reason_limit(), cx);
                M::write(self.replace(&mut head, id, replacement, reason))
            }
            Decision::Wrap(success) => {
                catch_panic(|| drop(body));
                let responder = &self.shared.responder;
                M::write(responder.wrap(&mut head, &self.request(), id, &success))
            }
            _ => {
                self.shared.responder.pass(&mut head, id);
                M::keep(body)
            }
        };
        Response::from_parts(parts, body)
    }

    /// The answer for a fault that came without a response.
    pub(crate) fn fail<B, M: MakeBody<B>>(&mut self, fault: Fault) -> Response<M::Body> {
        let (mut parts, ()) = Response::new(()).into_parts();
        let id = take(&mut self.id);
        let mut head = Head::new(&mut parts, &self.shared.ids);
        let body = self.replace(&mut head, id, Replacement::of_fault(fault), None);
        Response::from_parts(parts, M::write(body))
    }
}

impl Exchange {
    /// Completes the header of a response that is sent unchanged.
    pub(crate) fn pass(&mut self, headers: &mut HeaderMap) {
        let id = take(&mut self.id);
        self.shared.responder.renderer().vary(&mut Header(headers));
        self.shared.ids.ensure(headers, id);
    }

    fn decide(&self, head: &Head<'_>) -> Decision {
        decide(self.shared.responder.renderer(), &self.request(), head)
    }

    fn replace(
        &self,
        head: &mut Head<'_>,
        id: HeaderValue,
        replacement: Replacement,
        reason: Option<String>,
    ) -> Bytes {
        let responder = &self.shared.responder;
        responder.replace(head, &self.request(), id, replacement, reason)
    }

    fn request(&self) -> manila::adapter::Request<'_> {
        let mut request = manila::adapter::Request::default();
        request.is_head = self.is_head;
        request.speaks_grpc = self.speaks_grpc;
        request.may_be_nested = self.may_be_nested;
        request.traceparent = self.traceparent.as_ref().and_then(text);
        request
    }
}

/// The id, taken out without counting another holder of it.
fn take(id: &mut HeaderValue) -> HeaderValue {
    std::mem::replace(id, HeaderValue::from_static(""))
}

/// The text of a body that is all there at the first poll and no longer than `limit`; the body is
/// dropped.
fn read_reason<B: Body<Data = Bytes>>(body: B, limit: u64, cx: &mut Context<'_>) -> Option<String> {
    // A body that panics when it is dropped has told its text by then.
    let mut reason = None;
    catch_panic(|| {
        // Pinned here, so that it is also dropped here, where its panic is caught.
        let body = pin!(body);
        if limit > 0 {
            reason = read_first(body, limit, cx);
        }
    });
    reason
}

/// The text of a body whose first frame is all that it holds.
fn read_first<B: Body<Data = Bytes>>(
    mut body: Pin<&mut B>,
    limit: u64,
    cx: &mut Context<'_>,
) -> Option<String> {
    let size = body.size_hint().exact()?;
    if !(1..=limit).contains(&size) {
        return None;
    }
    let Poll::Ready(Some(Ok(frame))) = body.as_mut().poll_frame(cx) else {
        return None;
    };
    let data = frame.into_data().ok()?;
    if data.len() as u64 != size {
        return None;
    }
    String::from_utf8(data.into()).ok()
}
