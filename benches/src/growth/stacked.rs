//! Layers around layers: an app within an app within an app.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use http::Request;
use manila_axum::{App, Envelopes, RouterExt as _};
use tower::ServiceExt as _;

use super::series::{Series, Shape};

/// One to eight layers around an app that answers 200, each with a router of its own, as a service
/// nests apps.
pub(super) fn layers() -> Series {
    let sizes = &[1, 2, 4, 8];
    Series::new(
        "layers, stacked",
        "layers",
        Shape::Linear,
        sizes,
        |layers| {
            let app = Router::new()
                .route("/", get(async || "hello"))
                .with_envelope(Envelopes::ok_error());
            let app = (1..layers).fold(app, |app, _| {
                Router::new()
                    .fallback_service(app)
                    .with_envelope(Envelopes::ok_error())
            });
            move || if has_id(app.clone()) { layers } else { 0 }
        },
    )
}

/// Asks the app once; whether the answer has an id. Nothing in the app waits for anything, so no
/// runtime is needed, which would cost more than the layers.
fn has_id(app: App) -> bool {
    let mut answer = pin!(app.oneshot(Request::new(Body::empty())));
    match answer
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(Ok(response)) => response.headers().contains_key("x-request-id"),
        Poll::Pending => false,
    }
}
