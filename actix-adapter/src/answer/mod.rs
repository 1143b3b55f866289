//! What leaves for one request.

mod prepared;

use std::cell::Cell;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::{ResponseHead, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use bytes::Bytes;
use manila::adapter::Part;
use manila::adapter::guard;
use manila::{Fault, ForeignHead, Origin, Rendered, Success, Treatment, log, render, trace_id};

use self::prepared::is_bare;
use crate::__private::status_of;
use crate::body::ResponseBody;
use crate::fault_body::bytes_of;
use crate::finished::Finished;
use crate::header::Header;
use crate::id::text_of;
use crate::mark::PassThrough;
use crate::middleware::Shared;

pub(crate) use self::prepared::Prepared;

/// What is known of a request while it is being answered.
pub(crate) struct Exchange {
    pub(crate) shared: Rc<Shared>,
    pub(crate) id: HeaderValue,
    pub(crate) is_grpc: bool,
    pub(crate) may_be_nested: bool,
    pub(crate) traceparent: Option<HeaderValue>,
}

impl Exchange {
    pub(crate) fn answer<B: MessageBody + 'static>(
        &mut self,
        mut response: ServiceResponse<B>,
        cx: &mut Context<'_>,
    ) -> ServiceResponse<ResponseBody<B>> {
        let response_mut = response.response_mut();
        let Some(found) = self.fault_of(response_mut, None) else {
            if let Some(success) = success_of(response_mut) {
                return response.map_body(|head, body| {
                    guard(|| drop(body));
                    ResponseBody::written(self.succeed(&mut head.headers, &success))
                });
            }
            self.pass(response_mut.headers_mut());
            return response.map_body(|_, body| ResponseBody::own(body));
        };
        // The extensions of most responses are empty, and allocate for the first.
        if self.may_be_nested {
            response_mut.extensions_mut().insert(PassThrough);
        }
        response.map_body(|head, body| ResponseBody::written(self.replace(head, body, found, cx)))
    }

    fn pass(&mut self, headers: &mut HeaderMap) {
        self.shared.envelopes.vary(&mut Header(headers));
        let id = take(&mut self.id);
        self.shared.ids.put(headers, id);
    }

    /// Puts the id on the response; returns the one that it has.
    fn put_id(&mut self, headers: &mut HeaderMap) -> HeaderValue {
        let id = take(&mut self.id);
        self.shared.ids.put(headers, id.clone()).unwrap_or(id)
    }

    /// Makes the header that of a success; returns the body, its data as the service wraps it.
    fn succeed(&mut self, headers: &mut HeaderMap, success: &Success) -> Bytes {
        Success::strip(&mut Header(headers));
        let id = self.put_id(headers);
        let context = self.shared.envelopes.context(Some(text_of(&id)));
        let (content_type, body) = success.render(&context);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        self.shared.envelopes.vary(&mut Header(headers));
        body.into()
    }

    /// What leaves when inner middleware, or the app itself, answers with an error.
    pub(crate) fn answer_err(
        &mut self,
        mut error: actix_web::Error,
        cx: &mut Context<'_>,
    ) -> actix_web::Error {
        let Some(mut response) = guard(|| error.error_response()) else {
            guard(|| drop(error));
            let fault = Fault::foreign(500).because_text("the error's own response panicked");
            return self.answer_fault(&fault);
        };
        match self.fault_of(&mut response, Some(&error)) {
            None => {
                let (shared, id) = (Rc::clone(&self.shared), take(&mut self.id));
                // An error may hold its response and give it away once, as `InternalError` does.
                let given = Cell::new(Some(response));
                error.add_response_mapper(move |another| {
                    let mut response = given.take().unwrap_or(another);
                    shared.envelopes.vary(&mut Header(response.headers_mut()));
                    shared.ids.put(response.headers_mut(), id.clone());
                    response
                });
                error
            }
            Some(found) => {
                guard(|| drop(error));
                let envelope = |head: &mut _, body| self.replace(head, body, found, cx);
                Finished::new(response.map_body(envelope)).into()
            }
        }
    }

    /// What leaves when there is neither a response nor an error.
    pub(crate) fn answer_fault(&mut self, fault: &Fault) -> actix_web::Error {
        let response = HttpResponse::new(StatusCode::INTERNAL_SERVER_ERROR);
        Finished::new(response.map_body(|head, _| self.envelop(head, fault, None))).into()
    }

    /// The fault that an envelope is owed for; none for a response that leaves as it is.
    fn fault_of<B>(
        &self,
        response: &mut HttpResponse<B>,
        error: Option<&actix_web::Error>,
    ) -> Option<Found> {
        if (200..400).contains(&response.status().as_u16()) {
            return None;
        }
        let extensions = response.extensions();
        if extensions.contains::<PassThrough>() {
            return None;
        }
        if let Some(fault) = extensions.get::<Fault>() {
            return Some(Found {
                fault: fault.clone(),
                origin: Origin::Fault,
                reason_limit: 0,
            });
        }
        drop(extensions);
        match self.treat(response) {
            Treatment::Pass => None,
            Treatment::Replace {
                fault,
                reason_limit,
            } => {
                // The framework keeps the error that a response was made of beside it.
                let cause = error
                    .or(response.error())
                    .and_then(|error| guard(|| error.to_string()));
                let fault = match cause {
                    Some(cause) => fault.because_text(cause),
                    None => fault,
                };
                Some(Found {
                    fault,
                    origin: Origin::Foreign,
                    reason_limit,
                })
            }
        }
    }

    fn treat<B>(&self, response: &HttpResponse<B>) -> Treatment {
        let headers = response.headers();
        let content_type = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let head = ForeignHead {
            status: response.status().as_u16(),
            content_type,
        };
        // The framework may know of an upgrade before it writes the field.
        let has = |name| headers.contains_key(name) || name == "upgrade" && response.upgrade();
        self.shared.envelopes.treat(head, has)
    }

    /// Makes the head of a response that of its envelope; returns the envelope's body.
    fn replace<B: MessageBody>(
        &mut self,
        head: &mut ResponseHead,
        body: B,
        found: Found,
        cx: &mut Context<'_>,
    ) -> Bytes {
        let fault = match read_reason(body, found.reason_limit, cx) {
            Some(reason) => found.fault.reason(reason),
            None => found.fault,
        };
        self.envelop(head, &fault, Some(found.origin))
    }

    /// Makes the head that of the fault's envelope, and gives its body. `replaced` says who made
    /// the response whose head it is.
    fn envelop(
        &mut self,
        head: &mut ResponseHead,
        fault: &Fault,
        replaced: Option<Origin>,
    ) -> Bytes {
        // That of the response that is replaced; the status says its own.
        head.reason = None;
        match self.put_prepared(head, fault) {
            Some(body) => body,
            None => self.put_rendered(head, fault, replaced),
        }
    }

    /// Puts a fault's head as it is prepared, if it is the same each time; returns the body.
    fn put_prepared(&mut self, head: &mut ResponseHead, fault: &Fault) -> Option<Bytes> {
        if !is_bare(&head.headers) {
            return None;
        }
        let shared = &*self.shared;
        // What is prepared holds no id.
        let context = shared.envelopes.context(None).grpc(self.is_grpc);
        let prepare = |silent: &Fault| prepared::Response::of(silent, shared);
        let (prepared, body) = match shared.prepared.find(fault, &context, prepare)? {
            Part::Whole(prepared) => {
                self.tell(fault, &prepared.rendered, &self.id);
                (prepared, prepared.body.clone())
            }
            Part::Head(prepared) => {
                let context = shared.envelopes.context(Some(text_of(&self.id)));
                let rendered = render(fault, &context);
                // A body that does not fit its bounds leaves in another style.
                if rendered.content_type() != prepared.rendered.content_type() {
                    return None;
                }
                self.tell(fault, &rendered, &self.id);
                (prepared, bytes_of(rendered.into_body()))
            }
        };
        head.status = prepared.status;
        prepared.write(&mut head.headers);
        let id = take(&mut self.id);
        shared.ids.add(&mut head.headers, id);
        Some(body)
    }

    /// Puts a fault's head, field by field; returns the body.
    fn put_rendered(
        &mut self,
        head: &mut ResponseHead,
        fault: &Fault,
        replaced: Option<Origin>,
    ) -> Bytes {
        let status = head.status.as_u16();
        let mut header = Header(&mut head.headers);
        if let Some(origin) = replaced {
            self.shared.envelopes.strip(&mut header, status, origin);
        }
        let id = self.put_id(&mut head.headers);
        let context = self.shared.envelopes.context(Some(text_of(&id)));
        let rendered = render(fault, &context.grpc(self.is_grpc));
        self.tell(fault, &rendered, &id);
        head.status = status_of(rendered.status());
        let mut header = Header(&mut head.headers);
        rendered.apply(&mut header);
        self.shared.envelopes.vary(&mut header);
        bytes_of(rendered.into_body())
    }

    /// Tells the log of an error, with the trace that the request is a part of.
    fn tell(&self, fault: &Fault, rendered: &Rendered, id: &HeaderValue) {
        let traceparent = self.traceparent.as_ref();
        let traceparent = traceparent.and_then(|value| value.to_str().ok());
        log(fault, rendered, id, traceparent.and_then(trace_id));
    }
}

/// The id, taken out without counting another holder of it.
fn take(id: &mut HeaderValue) -> HeaderValue {
    std::mem::replace(id, HeaderValue::from_static(""))
}

/// The data that a response has for the service to wrap.
fn success_of<B>(response: &mut HttpResponse<B>) -> Option<Success> {
    let status = response.status().as_u16();
    let mut extensions = response.extensions_mut();
    // Most responses have no extensions, which a look finds sooner than a removal.
    if !extensions.contains::<Success>() {
        return None;
    }
    let success = extensions.remove();
    success.filter(|_| Success::is_content_of(status))
}

/// A fault that an envelope is owed for.
struct Found {
    fault: Fault,
    origin: Origin,
    /// The most bytes that the response's body may have to be kept as the fault's reason.
    reason_limit: u64,
}

/// The text of a foreign body that is all there at the first poll and no longer than `limit`.
fn read_reason<B: MessageBody>(body: B, limit: u64, cx: &mut Context<'_>) -> Option<String> {
    // A body that panics when it is dropped has told its text by then.
    let mut reason = None;
    guard(|| {
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
