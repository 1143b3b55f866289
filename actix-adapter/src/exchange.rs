//! The answer to one request.
//!
//! Core decides and writes; this file takes the response or error apart and puts it together again.
//! Every drop of a foreign body or error happens where its panic is caught.

use std::cell::Cell;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::{ResponseHead, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderValue};
use bytes::Bytes;
use manila::Fault;
use manila::adapter::{
    Carrier, Decision, Replacement, Request, catch_panic, decide, passes_at_a_glance,
};

use crate::body::ResponseBody;
use crate::enveloped_error::EnvelopedError;
use crate::head::{Head, Inspected};
use crate::header::Header;
use crate::shared::Shared;

/// The facts of a request that are kept while it is being answered.
pub(crate) struct Exchange {
    pub(crate) shared: Rc<Shared>,
    pub(crate) id: HeaderValue,
    pub(crate) speaks_grpc: bool,
    pub(crate) may_be_nested: bool,
    pub(crate) traceparent: Option<HeaderValue>,
}

impl Exchange {
    pub(crate) fn answer<B: MessageBody + 'static>(
        &mut self,
        mut response: ServiceResponse<B>,
        cx: &mut Context<'_>,
    ) -> ServiceResponse<ResponseBody<B>> {
        match self.decide(response.response(), None) {
            Decision::Wrap(success) => {
                set_carrier(response.response_mut(), Carrier::envelope());
                response.map_body(|head, body| {
                    catch_panic(|| drop(body));
                    let responder = &self.shared.responder;
                    let mut head = Head::new(head, &self.shared.ids);
                    let id = take(&mut self.id);
                    ResponseBody::written(responder.wrap(&mut head, &self.request(), id, &success))
                })
            }
            Decision::Replace(replacement) => {
                // The extensions of most responses are empty, and allocate for the first.
                if self.may_be_nested {
                    set_carrier(response.response_mut(), Carrier::envelope());
                }
                response.map_body(|head, body| {
                    ResponseBody::written(self.replace(head, body, replacement, cx))
                })
            }
            _ => {
                self.pass(response.response_mut().headers_mut());
                response.map_body(|_, body| ResponseBody::own(body))
            }
        }
    }

    fn pass(&mut self, headers: &mut HeaderMap) {
        let id = take(&mut self.id);
        self.shared.responder.renderer().vary(&mut Header(headers));
        self.shared.ids.ensure(headers, id);
    }

    /// The answer where inner middleware, or the app itself, fails with an error.
    pub(crate) fn answer_err(
        &mut self,
        mut error: actix_web::Error,
        cx: &mut Context<'_>,
    ) -> actix_web::Error {
        let Some(response) = catch_panic(|| error.error_response()) else {
            catch_panic(|| drop(error));
            let fault = Fault::foreign(500).because_text("the error's own response panicked");
            return self.answer_fault(fault);
        };
        match self.decide(&response, Some(&error)) {
            Decision::Replace(replacement) => {
                catch_panic(|| drop(error));
                let envelope = |head: &mut _, body| self.replace(head, body, replacement, cx);
                EnvelopedError::new(response.map_body(envelope)).into()
            }
            _ => {
                let (shared, id) = (Rc::clone(&self.shared), take(&mut self.id));
                // An error may hold its response and give it away once, as `InternalError` does.
                let given = Cell::new(Some(response));
                error.add_response_mapper(move |another| {
                    let mut response = given.take().unwrap_or(another);
                    let headers = response.headers_mut();
                    shared.responder.renderer().vary(&mut Header(headers));
                    shared.ids.ensure(headers, id.clone());
                    response
                });
                error
            }
        }
    }

    /// The answer where there is neither a response nor an error: after a panic, or before the
    /// service is called.
    pub(crate) fn answer_fault(&mut self, fault: Fault) -> actix_web::Error {
        let response = HttpResponse::new(StatusCode::INTERNAL_SERVER_ERROR);
        let replacement = Replacement::of_fault(fault);
        let envelope = |head: &mut _, _| self.write(head, replacement, None);
        EnvelopedError::new(response.map_body(envelope)).into()
    }

    /// The decision about a response, which was made of an error if there is one.
    fn decide<B>(&self, response: &HttpResponse<B>, error: Option<&actix_web::Error>) -> Decision {
        let extensions = response.extensions();
        let status = response.status().as_u16();
        if passes_at_a_glance(status, || extensions.contains::<Carrier>()) {
            return Decision::Pass;
        }
        let inspected = Inspected {
            head: response.head(),
            extensions: &extensions,
            error: error.or(response.error()),
        };
        decide(
            self.shared.responder.renderer(),
            &self.request(),
            &inspected,
        )
    }

    /// Makes the head of a response that of its envelope; returns the envelope's body.
    fn replace<B: MessageBody>(
        &mut self,
        head: &mut ResponseHead,
        body: B,
        replacement: Replacement,
        cx: &mut Context<'_>,
    ) -> Bytes {
        let reason = read_reason(body, replacement.reason_limit(), cx);
        self.write(head, replacement, reason)
    }

    fn write(
        &mut self,
        head: &mut ResponseHead,
        replacement: Replacement,
        reason: Option<String>,
    ) -> Bytes {
        let id = take(&mut self.id);
        let mut head = Head::new(head, &self.shared.ids);
        let responder = &self.shared.responder;
        responder.replace(&mut head, &self.request(), id, replacement, reason)
    }

    /// The server takes the bodies of answers to HEAD away, and response and marks are not at hand
    /// together, so that the exchange marks envelopes itself.
    fn request(&self) -> Request<'_> {
        let traceparent = self.traceparent.as_ref();
        let mut request = Request::default();
        request.speaks_grpc = self.speaks_grpc;
        request.traceparent = traceparent.and_then(|value| value.to_str().ok());
        request
    }
}

/// The id, taken out without counting another holder of it.
fn take(id: &mut HeaderValue) -> HeaderValue {
    std::mem::replace(id, HeaderValue::from_static(""))
}

fn set_carrier<B>(response: &mut HttpResponse<B>, carrier: Carrier) {
    response.extensions_mut().insert(carrier);
}

/// The text of a foreign body that is all there at the first poll and no longer than `limit`.
fn read_reason<B: MessageBody>(body: B, limit: u64, cx: &mut Context<'_>) -> Option<String> {
    // A body that panics when it is dropped has told its text by then.
    let mut reason = None;
    catch_panic(|| {
        // Pinned here, so that it is also dropped here, where its panic is caught.
        let mut body = pin!(body);
        if limit > 0 {
            reason = read_first(body.as_mut(), limit, cx);
        }
    });
    reason
}

/// The text of a body whose first piece is all that it holds.
fn read_first<B: MessageBody>(
    mut body: Pin<&mut B>,
    limit: u64,
    cx: &mut Context<'_>,
) -> Option<String> {
    let BodySize::Sized(size) = body.size() else {
        return None;
    };
    if !(1..=limit).contains(&size) {
        return None;
    }
    let Poll::Ready(Some(Ok(data))) = body.as_mut().poll_next(cx) else {
        return None;
    };
    if data.len() as u64 != size {
        return None;
    }
    String::from_utf8(data.into()).ok()
}
