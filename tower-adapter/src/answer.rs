//! What leaves for one request.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use http::header::{self, HeaderMap, HeaderValue};
use http::response::Parts;
use http::{Response, StatusCode};
use http_body::Body;
use manila::panic::guard;
use manila::{Fault, ForeignHead, Origin, Success, Treatment, log, render, trace_id};

use crate::fault_body::bytes_of;
use crate::header::Header;
use crate::layer::Shared;
use crate::mark::{Enveloped, PassThrough};
use crate::service::speaks_grpc;

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
        let id = self.take_id();
        self.shared.ids.put(headers, id);
    }

    fn take_id(&mut self) -> HeaderValue {
        std::mem::replace(&mut self.id, HeaderValue::from_static(""))
    }

    /// What leaves for a fault that came without a response.
    pub(crate) fn fail<B: From<Bytes>>(&mut self, fault: &Fault) -> Response<B> {
        let (parts, ()) = Response::new(()).into_parts();
        self.envelop(parts, fault, true)
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
            let (mut parts, body) = response.into_parts();
            guard(|| drop(body));
            self.strip(&mut parts, Origin::Fault);
            return self.envelop(parts, &fault, true);
        }
        match self.shared.envelopes.treat(self.foreign_head(&response)) {
            Treatment::Pass => {
                self.pass(response.headers_mut());
                response
            }
            Treatment::Replace {
                fault,
                reason_limit,
            } => {
                let (mut parts, body) = response.into_parts();
                let reason = read_reason(body, reason_limit, cx);
                self.strip(&mut parts, Origin::Foreign);
                // A framework that answers HEAD has taken a text away that GET would have had.
                let is_known = reason.is_some() || reason_limit == 0 || !self.is_head;
                let fault = match reason {
                    Some(reason) => fault.reason(&reason),
                    None => fault,
                };
                self.envelop(parts, &fault, is_known)
            }
        }
    }

    fn foreign_head<'a, B>(&self, response: &'a Response<B>) -> ForeignHead<'a> {
        let headers = response.headers();
        ForeignHead {
            status: response.status().as_u16(),
            content_type: headers
                .get(header::CONTENT_TYPE)
                .and_then(|value| value.to_str().ok()),
            is_encoded: headers.contains_key(header::CONTENT_ENCODING),
            is_upgrade: headers.contains_key(header::UPGRADE),
            is_grpc: self.is_grpc || speaks_grpc(headers),
        }
    }

    fn strip(&self, parts: &mut Parts, origin: Origin) {
        let status = parts.status.as_u16();
        self.shared
            .envelopes
            .strip(&mut Header(&mut parts.headers), status, origin);
    }

    /// The envelope of a fault, on the head of the response that it takes the place of.
    fn envelop<B: From<Bytes>>(
        &mut self,
        mut parts: Parts,
        fault: &Fault,
        is_length_known: bool,
    ) -> Response<B> {
        let id = self.take_id();
        let id = self.shared.ids.put(&mut parts.headers, id).clone();
        let id = id.to_str().unwrap_or_default();
        let context = self.shared.envelopes.context(Some(id)).grpc(self.is_grpc);
        let rendered = render(fault, &context);
        let traceparent = self
            .traceparent
            .as_ref()
            .and_then(|value| value.to_str().ok());
        log(fault, &rendered, id, traceparent.and_then(trace_id));

        parts.status =
            StatusCode::from_u16(rendered.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if self.may_be_nested {
            parts.extensions.insert(Enveloped);
        }
        rendered.apply(&mut Header(&mut parts.headers));
        self.shared.envelopes.vary(&mut Header(&mut parts.headers));
        if is_length_known {
            parts
                .headers
                .insert(header::CONTENT_LENGTH, rendered.body().len().into());
        }
        let body = if self.is_head {
            Bytes::new()
        } else {
            bytes_of(rendered.into_body())
        };
        Response::from_parts(parts, body.into())
    }
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
