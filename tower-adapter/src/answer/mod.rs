//! What leaves for one request.

mod prepared;

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use http::header::{self, HeaderMap, HeaderValue};
use http::response::Parts;
use http::{Response, StatusCode};
use http_body::Body;
use manila::adapter::Part;
use manila::adapter::guard;
use manila::{Fault, ForeignHead, Origin, Rendered, Success, Treatment, log, render, trace_id};

use self::prepared::{is_bare, status_of};
use crate::fault_body::bytes_of;
use crate::header::{Header, get, has, set, text};
use crate::layer::Shared;
use crate::mark::PassThrough;

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

/// What takes the place of a response.
enum Replacement {
    Success(Success),
    Fault {
        fault: Fault,
        /// Who made the response, if there was one.
        replaced: Option<Origin>,
        /// The most bytes of the response's body that are read as the fault's reason.
        reason_limit: u64,
    },
}

// What knows the body's type is compiled in each service, and so it does no more than it must.
impl Exchange {
    /// Whether the response is a success that leaves as it is, but for its id.
    pub(crate) fn passes<B>(&self, response: &Response<B>) -> bool {
        is_success(response.status()) && response.extensions().get::<Success>().is_none()
    }

    /// What leaves in the place of a response that does not pass.
    pub(crate) fn answer<B: Body + From<Bytes>>(
        &mut self,
        response: Response<B>,
        cx: &mut Context<'_>,
    ) -> Response<B> {
        let (mut parts, body) = response.into_parts();
        let Some(replacement) = self.judge(&mut parts) else {
            self.pass(&mut parts.headers);
            return Response::from_parts(parts, body);
        };
        let reason = read_reason(body, replacement.reason_limit(), cx);
        let body = self.replace(&mut parts, replacement, reason);
        Response::from_parts(parts, body.into())
    }

    /// What leaves for a fault that came without a response.
    pub(crate) fn fail<B: From<Bytes>>(&mut self, fault: Fault) -> Response<B> {
        let (mut parts, ()) = Response::new(()).into_parts();
        let replacement = Replacement::Fault {
            fault,
            replaced: None,
            reason_limit: 0,
        };
        let body = self.replace(&mut parts, replacement, None);
        Response::from_parts(parts, body.into())
    }
}

impl Replacement {
    const fn reason_limit(&self) -> u64 {
        match self {
            Self::Success(_) => 0,
            Self::Fault { reason_limit, .. } => *reason_limit,
        }
    }
}

impl Exchange {
    /// Completes the header of a response that leaves as it is.
    pub(crate) fn pass(&mut self, headers: &mut HeaderMap) {
        self.shared.envelopes.vary(&mut Header(headers));
        let id = take(&mut self.id);
        self.shared.ids.put(headers, id);
    }

    /// What takes the place of a response; nothing where it leaves as it is.
    fn judge(&self, head: &mut Parts) -> Option<Replacement> {
        if is_success(head.status) {
            let success = head.extensions.remove::<Success>();
            let success = success.filter(|_| Success::is_content_of(head.status.as_u16()));
            return success.map(Replacement::Success);
        }
        if head.extensions.get::<PassThrough>().is_some() {
            return None;
        }
        if let Some(fault) = head.extensions.get::<Fault>() {
            return Some(Replacement::Fault {
                fault: fault.clone(),
                replaced: Some(Origin::Fault),
                reason_limit: 0,
            });
        }
        match self.treat(head) {
            Treatment::Pass => None,
            Treatment::Replace {
                fault,
                reason_limit,
            } => Some(Replacement::Fault {
                fault,
                replaced: Some(Origin::Foreign),
                reason_limit,
            }),
        }
    }

    fn treat(&self, head: &Parts) -> Treatment {
        let content_type = get(&head.headers, &header::CONTENT_TYPE).and_then(text);
        let foreign = ForeignHead {
            status: head.status.as_u16(),
            content_type,
        };
        let has = |name| has(&head.headers, name);
        self.shared.envelopes.treat(foreign, has)
    }

    /// Writes the head and the body of what takes a response's place, with the text of its body
    /// where that was read.
    fn replace(
        &mut self,
        parts: &mut Parts,
        replacement: Replacement,
        reason: Option<String>,
    ) -> Bytes {
        let body = match replacement {
            Replacement::Success(success) => self.succeed(parts, &success),
            Replacement::Fault {
                fault,
                replaced,
                reason_limit,
            } => {
                // A framework that answers HEAD has taken a text away that GET would have had.
                let is_length_known = reason.is_some() || reason_limit == 0 || !self.is_head;
                let fault = match reason {
                    Some(reason) => fault.reason(reason),
                    None => fault,
                };
                self.envelop(parts, &fault, replaced, is_length_known)
            }
        };
        if self.is_head { Bytes::new() } else { body }
    }

    fn succeed(&mut self, parts: &mut Parts, success: &Success) -> Bytes {
        let headers = &mut parts.headers;
        Success::strip(&mut Header(headers));
        let id = self.shared.ids.put(headers, self.id.clone()).clone();
        let id = text_of_id(&id);
        let (content_type, body) = success.render(&self.shared.envelopes.context(Some(id)));
        let content_type = HeaderValue::from_static(content_type);
        set(headers, header::CONTENT_TYPE, content_type);
        set(headers, header::CONTENT_LENGTH, body.len().into());
        self.pass(headers);
        body.into()
    }

    /// The envelope of a fault, on the head of the response that it takes the place of, if there
    /// is one.
    fn envelop(
        &mut self,
        parts: &mut Parts,
        fault: &Fault,
        replaced: Option<Origin>,
        is_length_known: bool,
    ) -> Bytes {
        if self.may_be_nested {
            parts.extensions.insert(PassThrough);
        }
        let body = if is_length_known && is_bare(&parts.headers) {
            self.put_prepared(parts, fault)
        } else {
            None
        };
        match body {
            Some(body) => body,
            None => self.put_rendered(parts, fault, replaced, is_length_known),
        }
    }

    /// Puts a fault's head as it is prepared, if it is the same each time; returns the body.
    fn put_prepared(&mut self, parts: &mut Parts, fault: &Fault) -> Option<Bytes> {
        let traceparent = self.traceparent.as_ref();
        let shared = &*self.shared;
        // What is prepared holds no id.
        let context = shared.envelopes.context(None).grpc(self.is_grpc);
        let prepare = |silent: &Fault| prepared::Response::of(silent, shared);
        let (prepared, length, body) = match shared.prepared.find(fault, &context, prepare)? {
            Part::Whole(prepared) => {
                tell(fault, &prepared.rendered, &self.id, traceparent);
                (prepared, None, prepared.body.clone())
            }
            Part::Head(prepared) => {
                let context = shared.envelopes.context(Some(text_of_id(&self.id)));
                let rendered = render(fault, &context);
                // A body that does not fit its bounds leaves in another style.
                if rendered.content_type() != prepared.rendered.content_type() {
                    return None;
                }
                tell(fault, &rendered, &self.id, traceparent);
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
        let context = shared.envelopes.context(Some(text_of_id(&id)));
        let rendered = render(fault, &context.grpc(self.is_grpc));
        tell(fault, &rendered, &id, self.traceparent.as_ref());
        parts.status = status_of(&rendered);
        rendered.apply(&mut header);
        shared.envelopes.vary(&mut header);
        if is_length_known {
            let length = rendered.body().len().into();
            set(&mut parts.headers, header::CONTENT_LENGTH, length);
        }
        bytes_of(rendered.into_body())
    }
}

/// The id, taken out without counting another holder of it.
fn take(id: &mut HeaderValue) -> HeaderValue {
    std::mem::replace(id, HeaderValue::from_static(""))
}

/// The id as text. Its grammar is ASCII, so that there is nothing else to look for.
fn text_of_id(id: &HeaderValue) -> &str {
    str::from_utf8(id.as_bytes()).unwrap_or_default()
}

/// Tells the log of an error, with the trace that the request is a part of.
fn tell(fault: &Fault, rendered: &Rendered, id: &HeaderValue, traceparent: Option<&HeaderValue>) {
    let trace_id = traceparent.and_then(text).and_then(trace_id);
    log(fault, rendered, id, trace_id);
}

fn is_success(status: StatusCode) -> bool {
    matches!(status.as_u16(), 200..400)
}

/// The text of a body that is all there at the first poll and no longer than `limit`; the body is
/// dropped.
fn read_reason<B: Body>(body: B, limit: u64, cx: &mut Context<'_>) -> Option<String> {
    // A body that panics when it is dropped has told its text by then.
    let mut reason = None;
    guard(|| {
        // Pinned here, so that it is also dropped here, where its panic is caught.
        let body = pin!(body);
        if limit > 0 {
            reason = read_first(body, limit, cx);
        }
    });
    reason
}

/// The text of a body whose first frame is all that it holds.
fn read_first<B: Body>(mut body: Pin<&mut B>, limit: u64, cx: &mut Context<'_>) -> Option<String> {
    let size = body.size_hint().exact()?;
    if !(1..=limit).contains(&size) {
        return None;
    }
    let Poll::Ready(Some(Ok(frame))) = body.as_mut().poll_frame(cx) else {
        return None;
    };
    let mut data = frame.into_data().ok()?;
    if data.remaining() as u64 != size {
        return None;
    }
    String::from_utf8(data.copy_to_bytes(data.remaining()).into()).ok()
}
