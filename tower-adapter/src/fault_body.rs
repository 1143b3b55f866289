//! Responses that carry a fault to the layer.

use std::borrow::Cow;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{self, HeaderValue};
use http::{Response, StatusCode};
use http_body::{Body, Frame};
use manila::{Envelopes, Fault, render};

use crate::header::set;

/// The body of a fault that has not met a layer: it renders itself, in the default style, only if
/// somebody reads it.
#[derive(Debug)]
pub struct FaultBody(Option<Fault>);

impl FaultBody {
    /// The body of this fault.
    #[must_use]
    pub const fn new(fault: Fault) -> Self {
        Self(Some(fault))
    }
}

impl Body for FaultBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|fault| {
            let rendered = render(&fault, &Envelopes::default().context(None));
            Ok(Frame::data(bytes_of(rendered.into_body())))
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_none()
    }
}

/// A response that carries a fault in its extensions, where the layer finds it, with a body for
/// the case that there is no layer.
///
/// ```
/// use manila::{Condition, Fault};
/// use manila_tower::{FaultBody, response};
///
/// let response = response(Fault::condition(Condition::Forbidden), FaultBody::new);
/// assert_eq!(response.status(), 403);
/// assert!(response.extensions().get::<Fault>().is_some());
/// ```
#[must_use]
pub fn response<B>(fault: Fault, body: impl FnOnce(Fault) -> B) -> Response<B> {
    let mut response = Response::new(body(fault.clone()));
    *response.status_mut() =
        StatusCode::from_u16(fault.http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let json = HeaderValue::from_static("application/json");
    set(response.headers_mut(), header::CONTENT_TYPE, json);
    response.extensions_mut().insert(fault);
    response
}

/// A body of core's; one that lives as long as the program is not copied.
pub(crate) fn bytes_of(body: Cow<'static, [u8]>) -> Bytes {
    match body {
        Cow::Borrowed(body) => Bytes::from_static(body),
        Cow::Owned(body) => body.into(),
    }
}
