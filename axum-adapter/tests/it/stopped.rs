//! Bodies that a layer around the extractor stops.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Body;
use axum::routing::post;
use axum::{BoxError, Router};
use bytes::Bytes;
use http::{Request, StatusCode};
use http_body::Frame;
use http_body_util::{BodyExt as _, Full, Limited};
use manila_axum::{EnvelopeLayer, Envelopes, Error, Form, Json};
use serde::Deserialize;
use tower::ServiceExt as _;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutBody};

/// Half a body, and nothing more.
struct Half(Option<&'static str>);

impl http_body::Body for Half {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.0.take() {
            Some(half) => Poll::Ready(Some(Ok(Frame::data(half.into())))),
            None => Poll::Pending,
        }
    }
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

fn routes() -> Router {
    Router::new()
        .route("/json", post(async |Json(name): Json<Name>| name.name))
        .route("/form", post(async |Form(name): Form<Name>| name.name))
}

/// What a request to each route is answered with: the status, and the body.
async fn check(app: Router, body: impl Fn() -> Body, status: StatusCode, code: &str) {
    let app = app.layer(EnvelopeLayer::new(Envelopes::ok_error()));
    for (path, content_type) in [
        ("/json", "application/json"),
        ("/form", "application/x-www-form-urlencoded"),
    ] {
        let request = Request::post(path).header("content-type", content_type);
        let request = request.body(body()).unwrap();
        let response = app.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), status, "{path}");
        assert_eq!(response.headers()["x-error-code"], code, "{path}");
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let body = String::from_utf8(body.to_vec()).unwrap();
        assert!(!body.contains("reason"), "{path}: {body}");
    }
}

#[tokio::test]
async fn a_body_that_does_not_come_in_time_is_a_timeout() {
    let app = routes().layer(RequestBodyTimeoutLayer::new(Duration::from_millis(5)));
    let half = || Body::new(Half(Some(r#"{"name":"#)));
    check(app, half, StatusCode::GATEWAY_TIMEOUT, "gateway_timeout").await;
}

#[tokio::test]
async fn a_body_that_is_longer_than_a_layer_allows_is_too_large_whatever_wraps_its_error() {
    let long = || Body::new(Half(Some("{\"name\":\"more than eight bytes\"}")));
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    let limited = routes().layer(RequestBodyLimitLayer::new(8));
    check(limited, long, status, "content_too_large").await;

    #[derive(Debug, thiserror::Error)]
    #[error("the body is not read")]
    struct Wrapped(#[source] BoxError);

    let wrapped = move || Body::new(Limited::new(long(), 8).map_err(Wrapped));
    check(routes(), wrapped, status, "content_too_large").await;
}

#[tokio::test]
async fn an_error_of_a_service_that_reads_such_a_body_is_no_other() {
    let limited = Limited::new(Full::new(Bytes::from("long")), 2);
    let too_large = limited.collect().await.unwrap_err();
    let stalled = TimeoutBody::new(Duration::from_millis(5), Half(None));
    let late = stalled.collect().await.unwrap_err();
    for (error, status) in [(too_large, 413), (late, 504)] {
        let wrapped = BoxError::from(axum::Error::new(error));
        assert_eq!(Error::of_service(wrapped).fault().http_status(), status);
    }
}
