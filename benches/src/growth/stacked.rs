//! Layers around layers: an app within an app within an app.

use std::convert::Infallible;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use http::{Request, Response};
use manila::Envelopes;
use manila_tower::EnvelopeService;
use tower::{Service, ServiceExt as _};

use super::series::{Series, Shape};

/// One to eight layers around an app that answers 200.
pub(super) fn layers() -> Series {
    let sizes = &[1, 2, 4, 8];
    Series::new(
        "layers, stacked",
        "layers",
        Shape::Linear,
        sizes,
        |layers| {
            let (one, two) = (around(app()), twice(app()));
            let four = twice(two.clone());
            let eight = twice(twice(four.clone()));
            move || {
                let has_id = match layers {
                    1 => ask(one.clone()),
                    2 => ask(two.clone()),
                    4 => ask(four.clone()),
                    _ => ask(eight.clone()),
                };
                if has_id { layers } else { 0 }
            }
        },
    )
}

fn app() -> Router {
    Router::new().route("/", get(async || "hello"))
}

fn around<S>(service: S) -> EnvelopeService<S> {
    EnvelopeService::new(service, Envelopes::ok_error())
}

fn twice<S>(service: S) -> EnvelopeService<EnvelopeService<S>> {
    around(around(service))
}

/// Asks the service once; whether the answer has an id. Nothing in the app waits for anything, so
/// no runtime is needed, which would cost more than the layers.
fn ask<S>(service: S) -> bool
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
{
    let mut answer = pin!(service.oneshot(Request::new(Body::empty())));
    match answer
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(Ok(response)) => response.headers().contains_key("x-request-id"),
        Poll::Pending => false,
    }
}
