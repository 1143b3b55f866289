//! Responses that carry a fault to the layer, for authors of frameworks' error types.
//!
//! An error type does not see the request, so that it cannot render in the service's style. Its
//! response has the fault in the extensions; the body is for the case that there is no layer.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::Response;
use http::header::{self, HeaderValue};
use http_body::{Body, Frame};
use manila::adapter::Carrier;
use manila::{Envelopes, Fault};

use crate::header::{set, status_of};

/// The body of a fault that has not met a layer: it renders itself, in the default style, only if
/// somebody reads it. A layer replaces it unread.
///
/// ```
/// use http_body_util::BodyExt;
/// use manila::{Condition, Fault};
/// use manila_tower::{FaultBody, fault_response};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let response = fault_response(Fault::condition(Condition::Conflict), FaultBody::new);
/// let body = response.into_body().collect().await.unwrap().to_bytes();
/// assert!(body.starts_with(br#"{"ok":false,"error":{"code":"conflict""#));
/// # }
/// ```
#[derive(Debug)]
pub struct FaultBody(Option<Fault>);

impl FaultBody {
    /// Creates the body of this fault. Nothing is rendered yet.
    ///
    /// ```
    /// use http_body_util::BodyExt;
    /// use manila::{Condition, Fault};
    /// use manila_tower::FaultBody;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let body = FaultBody::new(Fault::condition(Condition::Gone));
    /// let bytes = body.collect().await.unwrap().to_bytes();
    /// assert!(bytes.starts_with(br#"{"ok":false,"error":{"code":"gone""#));
    /// # }
    /// ```
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
            let rendered = Envelopes::default().render(&fault, None);
            Ok(Frame::data(rendered.into_body()))
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_none()
    }
}

/// Creates a response that carries a fault in its extensions, where the layer finds it, with a body
/// for the case that there is no layer. It is the `IntoResponse` of an error type.
///
/// Its status is the fault's before a service's catalog overrides it, its only header field
/// `content-type: application/json`. Everything else depends on the service's settings or on the
/// request, and is the layer's to add.
///
/// ```
/// use manila::{Condition, Fault};
/// use manila::adapter::Carrier;
/// use manila_tower::{FaultBody, fault_response};
///
/// let response = fault_response(Fault::condition(Condition::Forbidden), FaultBody::new);
/// assert_eq!(response.status(), 403);
/// let carrier = response.extensions().get::<Carrier>().unwrap();
/// assert!(carrier.as_fault().is_some());
/// ```
#[must_use]
pub fn fault_response<B>(fault: Fault, body: impl FnOnce(Fault) -> B) -> Response<B> {
    let mut response = Response::new(body(fault.clone()));
    *response.status_mut() = status_of(fault.http_status());
    let json = HeaderValue::from_static("application/json");
    set(response.headers_mut(), header::CONTENT_TYPE, json);
    response.extensions_mut().insert(Carrier::fault(fault));
    response
}
