//! What the orphan rule leaves to this crate for axum: a fault as a response.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, HttpBody};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::carried_body::StatedBody;
use super::carrier::Carrier;
use crate::fault::Fault;

/// So that a handler returns `Result<_, Fault>`. The layer answers the fault with the same envelope as
/// the adapter's own error.
///
/// ```
/// use axum::response::IntoResponse as _;
/// use axum::{Router, routing::get};
/// use manila::{Condition, Fault};
///
/// async fn seats() -> Result<String, Fault> {
///     Err(Fault::condition(Condition::Conflict).with_message("The last seat is taken."))
/// }
///
/// let app: Router = Router::new().route("/seats", get(seats));
/// assert_eq!(Fault::condition(Condition::Conflict).into_response().status(), 409);
/// ```
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.http_status());
        let (carrier, body) = Carrier::fault(self);
        let mut response = Response::new(Body::new(body));
        *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().append(header::CONTENT_TYPE, json);
        response.extensions_mut().insert(carrier);
        response
    }
}

impl HttpBody for StatedBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let polled = self.get_mut().poll(cx);
        polled.map(|data| data.map(|data| Ok(Frame::data(data))))
    }

    fn is_end_stream(&self) -> bool {
        self.is_end()
    }

    fn size_hint(&self) -> SizeHint {
        self.size()
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
