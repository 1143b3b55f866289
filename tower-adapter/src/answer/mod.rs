//! What leaves for one request.

mod prepared;

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use http::Response;
use http::header::{self, HeaderMap, HeaderValue};
use http::response::Parts;
use http_body::Body;
use manila::panic::guard;
use manila::prepared::Part;
use manila::{
    Fault, ForeignHead, Origin, Rendered, Success, Treatment, is_grpc, log, render, trace_id,
};

use self::prepared::{is_bare, status_of};
use crate::fault_body::bytes_of;
use crate::header::Header;
use crate::layer::Shared;
use crate::mark::{Enveloped, PassThrough};

pub(crate) use self::prepared::Prepared;

/// How many fields an envelope's header usually has.
const FIELDS: usize = 8;

/// What is known of a request while it is being answered.
pub(crate) struct Exchange {
    pub(crate) shared: Arc<Shared>,
    pub(crate) id: HeaderValue,
    pub(crate) is_head: bool,
    pub(crate) is_grpc: bool,
    pub(crate) may_be_nested: bool,
    pub(crate) traceparent: Option<HeaderValue>,
}

impl Exchange {
    /// Whether the response is a success that leaves as it is, but for its id.
    pub(crate) fn passes<B>(&self, response: &Response<B>) -> bool {
        is_success(response) && response.extensions().get::<Success>().is_none()
    }

    /// Completes the header of a response that leaves as it is.
    pub(crate) fn pass(&mut self, headers: &mut HeaderMap) {
        self.shared.envelopes.vary(&mut Header(headers));
        let id = take(&mut self.id);
        self.shared.ids.put(headers, id);
    }

    /// What leaves for a fault that came without a response.
    pub(crate) fn fail<B: From<Bytes>>(&mut self, fault: &Fault) -> Response<B> {
        let (parts, ()) = Response::new(()).into_parts();
        self.envelop(parts, fault, None, true)
    }

    /// What leaves in the place of a response that does not pass.
    pub(crate) fn answer<B: Body + From<Bytes>>(
        &mut self,
        mut response: Response<B>,
        cx: &mut Context<'_>,
    ) -> Response<B> {
        match response.extensions_mut().remove::<Success>() {
            Some(success) if is_success(&response) => self.succeed(response, &success),
            _ => self.answer_error(response, cx),
        }
    }

    fn succeed<B: From<Bytes>>(&mut self, response: Response<B>, success: &Success) -> Response<B> {
        let (mut parts, body) = response.into_parts();
        guard(|| drop(body));
        Success::strip(&mut Header(&mut parts.headers));
        let id = self
            .shared
            .ids
            .put(&mut parts.headers, self.id.clone())
            .clone();
        let id = id.to_str().unwrap_or_default();
        let (content_type, body) = success.render(&self.shared.envelopes.context(Some(id)));
        parts
            .headers
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        parts
            .headers
            .insert(header::CONTENT_LENGTH, body.len().into());
        let body = if self.is_head {
            Bytes::new()
        } else {
            body.into()
        };
        self.pass(&mut parts.headers);
        Response::from_parts(parts, body.into())
    }

    fn answer_error<B: Body + From<Bytes>>(
        &mut self,
        mut response: Response<B>,
        cx: &mut Context<'_>,
    ) -> Response<B> {
        let extensions = response.extensions();
        if extensions.get::<PassThrough>().is_some() || extensions.get::<Enveloped>().is_some() {
            self.pass(response.headers_mut());
            return response;
        }
        let carried = extensions.get::<Fault>().cloned();
        if let Some(fault) = carried {
            let (parts, body) = response.into_parts();
            guard(|| drop(body));
            return self.envelop(parts, &fault, Some(Origin::Fault), true);
        }
        match self.treat(&response) {
            Treatment::Pass => {
                self.pass(response.headers_mut());
                response
            }
            Treatment::Replace {
                fault,
                reason_limit,
            } => {
                let (parts, body) = response.into_parts();
                let reason = read_reason(body, reason_limit, cx);
                // A framework that answers HEAD has taken a text away that GET would have had.
                let is_known = reason.is_some() || reason_limit == 0 || !self.is_head;
                let fault = match reason {
                    Some(reason) => fault.reason(reason),
                    None => fault,
                };
                self.envelop(parts, &fault, Some(Origin::Foreign), is_known)
            }
        }
    }

    fn treat<B>(&self, response: &Response<B>) -> Treatment {
        let headers = response.headers();
        let content_type = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let head = ForeignHead {
            status: response.status().as_u16(),
            content_type,
            is_grpc: self.is_grpc || content_type.is_some_and(is_grpc),
        };
        let has = |name| headers.contains_key(name);
        self.shared.envelopes.treat(head, has)
    }

    /// The envelope of a fault, on the head of the response that it takes the place of, if there
    /// is one.
    fn envelop<B: From<Bytes>>(
        &mut self,
        mut parts: Parts,
        fault: &Fault,
        replaced: Option<Origin>,
        is_length_known: bool,
    ) -> Response<B> {
        if self.may_be_nested {
            parts.extensions.insert(Enveloped);
        }
        let body = if is_length_known && is_bare(&parts.headers) {
            self.put_prepared(&mut parts, fault)
        } else {
            None
        };
        let body = match body {
            Some(body) => body,
            None => self.put_rendered(&mut parts, fault, replaced, is_length_known),
        };
        let body = if self.is_head { Bytes::new() } else { body };
        Response::from_parts(parts, body.into())
    }

    /// Puts a fault's head as it is prepared, if it is the same each time; returns the body.
    fn put_prepared(&mut self, parts: &mut Parts, fault: &Fault) -> Option<Bytes> {
        let traceparent = self.traceparent.as_ref();
        let shared = &*self.shared;
        let id = self.id.to_str().unwrap_or_default();
        let context = shared.envelopes.context(Some(id)).grpc(self.is_grpc);
        let prepare = |silent: &Fault| prepared::Response::of(silent, shared);
        let (prepared, length, body) = match shared.prepared.find(fault, &context, prepare)? {
            Part::Whole(prepared) => {
                tell(fault, &prepared.rendered, id, traceparent);
                (prepared, None, prepared.body.clone())
            }
            Part::Head(prepared) => {
                let rendered = render(fault, &context);
                // A body that does not fit its bounds leaves in another style.
                if rendered.content_type() != prepared.rendered.content_type() {
                    return None;
                }
                tell(fault, &rendered, id, traceparent);
                let body = bytes_of(rendered.into_body());
                (prepared, Some(body.len()), body)
            }
        };
        parts.status = prepared.status;
        let id = take(&mut self.id);
        parts.headers = prepared.header(shared.ids.header(), id, length);
        Some(body)
    }

    /// Puts a fault's head, field by field; returns the body.
    fn put_rendered(
        &mut self,
        parts: &mut Parts,
        fault: &Fault,
        replaced: Option<Origin>,
        is_length_known: bool,
    ) -> Bytes {
        let shared = &*self.shared;
        let mut header = Header(&mut parts.headers);
        if let Some(origin) = replaced {
            let status = parts.status.as_u16();
            shared.envelopes.strip(&mut header, status, origin);
        }
        header.reserve(FIELDS);
        let id = shared.ids.put(header.0, self.id.clone()).clone();
        let id = id.to_str().unwrap_or_default();
        let context = shared.envelopes.context(Some(id)).grpc(self.is_grpc);
        let rendered = render(fault, &context);
        tell(fault, &rendered, id, self.traceparent.as_ref());
        parts.status = status_of(&rendered);
        rendered.apply(&mut header);
        shared.envelopes.vary(&mut header);
        if is_length_known {
            let length = rendered.body().len().into();
            parts.headers.insert(header::CONTENT_LENGTH, length);
        }
        bytes_of(rendered.into_body())
    }
}

/// The id, taken out without counting another holder of it.
fn take(id: &mut HeaderValue) -> HeaderValue {
    std::mem::replace(id, HeaderValue::from_static(""))
}

/// Tells the log of an error, with the trace that the request is a part of.
fn tell(fault: &Fault, rendered: &Rendered, id: &str, traceparent: Option<&HeaderValue>) {
    let traceparent = traceparent.and_then(|value| value.to_str().ok());
    log(fault, rendered, id, traceparent.and_then(trace_id));
}

fn is_success<B>(response: &Response<B>) -> bool {
    matches!(response.status().as_u16(), 200..400)
}

/// The text of a foreign body that is all there at the first poll and no longer than `limit`.
fn read_reason<B: Body>(body: B, limit: u64, cx: &mut Context<'_>) -> Option<String> {
    let is_short = body
        .size_hint()
        .exact()
        .is_some_and(|size| (1..=limit).contains(&size));
    // A body that panics when it is dropped has told its text by then.
    let mut reason = None;
    guard(|| {
        // Pinned here, so that it is also dropped here, where its panic is caught.
        let mut body = pin!(body);
        if is_short {
            reason = read_first(body.as_mut(), cx);
        }
    });
    reason
}

/// The text of a body whose first frame is all that it holds.
fn read_first<B: Body>(mut body: Pin<&mut B>, cx: &mut Context<'_>) -> Option<String> {
    let size = body.size_hint().exact()?;
    let Poll::Ready(Some(Ok(frame))) = body.as_mut().poll_frame(cx) else {
        return None;
    };
    let mut data = frame.into_data().ok()?;
    if data.remaining() as u64 != size {
        return None;
    }
    String::from_utf8(data.copy_to_bytes(data.remaining()).into()).ok()
}
