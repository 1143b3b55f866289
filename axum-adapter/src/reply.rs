//! Success in the service's shape.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use manila::Success;
use manila_tower::success_response;
use serde::Serialize;

use crate::error::Error;
use crate::newtype::newtype;

/// A success in the shape that the service's errors have: `{"ok":true,"data":…}`, JSON:API's
/// `{"data":…,"meta":…}`, `{"code":0,"data":…}`, or with `problem`, which is about errors alone,
/// the data by itself.
///
/// ```
/// use axum::{Router, body::Body, routing::get};
/// use http::Request;
/// use http_body_util::BodyExt;
/// use manila_axum::{Envelopes, Reply, RouterExt};
/// use tower::ServiceExt;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let app = Router::new()
///     .route("/", get(async || Reply([1, 2])))
///     .with_envelope(Envelopes::code_data());
/// let response = app.oneshot(Request::new(Body::empty())).await.unwrap();
/// let body = response.into_body().collect().await.unwrap().to_bytes();
/// assert_eq!(body, r#"{"code":0,"data":[1,2]}"#);
/// # }
/// ```
///
/// It is for successes: a response with a status from 400 up is answered as an error, without the
/// data.
///
/// Without a layer it is `{"ok":true,"data":…}`. Data that does not serialize is answered with
/// the condition `internal`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Reply<T>(pub T);

newtype!(Reply);

impl<T: Serialize> IntoResponse for Reply<T> {
    fn into_response(self) -> Response {
        match Success::new(&self.0) {
            Ok(success) => success_response(success, Body::new),
            Err(fault) => Error::from(fault).into_response(),
        }
    }
}
