//! Responses that carry a fault or data to the layer, for authors of frameworks' types.
//!
//! An error type does not see the request, so that it cannot render in the service's style. Its
//! response has the fault in the extensions; the body is for the case that there is no layer.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{self, HeaderValue};
use http::{Response, StatusCode};
use http_body::{Body, Frame, SizeHint};
use manila::adapter::{CarriedBody, Carrier, StatedBody};
use manila::{Fault, Success};

use crate::header::{set, status_of};

/// A body of Manila's: that of a fault, which renders itself in the default style only if somebody
/// reads it, that of a success, or an envelope.
///
/// ```
/// use http_body_util::BodyExt;
/// use manila::{Condition, Fault};
/// use manila_tower::{CarrierBody, fault_response};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let fault = Fault::condition(Condition::Conflict);
/// let body: CarrierBody = fault_response(fault, |body| body).into_body();
/// let bytes = body.collect().await.unwrap().to_bytes();
/// assert!(bytes.starts_with(br#"{"ok":false,"error":{"code":"conflict""#));
/// # }
/// ```
#[derive(Debug)]
pub struct CarrierBody(CarriedBody);

impl From<CarriedBody> for CarrierBody {
    #[inline]
    fn from(body: CarriedBody) -> Self {
        Self(body)
    }
}

impl Body for CarrierBody {
    type Data = Bytes;
    type Error = Infallible;

    #[inline]
    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let polled = self.0.poll(cx);
        polled.map(|data| data.map(|data| Ok(Frame::data(data))))
    }

    #[inline]
    fn is_end_stream(&self) -> bool {
        self.0.is_end()
    }

    #[inline]
    fn size_hint(&self) -> SizeHint {
        match self.0.size() {
            Some(size) => SizeHint::with_exact(size),
            None => SizeHint::default(),
        }
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
/// use manila::adapter::Carrier;
/// use manila::{Condition, Fault};
/// use manila_tower::fault_response;
///
/// let response = fault_response(Fault::condition(Condition::Forbidden), |body| body);
/// assert_eq!(response.status(), 403);
/// let carrier = response.extensions().get::<Carrier>().unwrap();
/// assert!(carrier.as_fault().is_some());
/// ```
#[must_use]
pub fn fault_response<B>(fault: Fault, body: impl FnOnce(CarrierBody) -> B) -> Response<B> {
    let status = status_of(fault.http_status());
    respond(status, Carrier::fault(fault), body)
}

/// Creates a response with the data of a success, which the layer wraps as the service wraps its errors;
/// without a layer its body is `{"ok":true,"data":…}`.
///
/// ```
/// use manila::Success;
/// use manila_tower::success_response;
///
/// let response = success_response(Success::new(&[1, 2]).unwrap(), |body| body);
/// assert_eq!(response.headers()["content-type"], "application/json");
/// ```
#[must_use]
pub fn success_response<B>(success: Success, body: impl FnOnce(CarrierBody) -> B) -> Response<B> {
    respond(StatusCode::OK, Carrier::success(success), body)
}

fn respond<B>(
    status: StatusCode,
    (carrier, carried): (Carrier, StatedBody),
    body: impl FnOnce(CarrierBody) -> B,
) -> Response<B> {
    let mut response = Response::new(body(CarrierBody(carried.into())));
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    set(response.headers_mut(), header::CONTENT_TYPE, json);
    response.extensions_mut().insert(carrier);
    response
}
