//! Faults that reach their reader without a layer around them.

use axum::Router;
use axum::body::Body;
use axum::middleware::{Next, from_fn};
use axum::routing::get;
use http::{Method, Request};
use http_body_util::BodyExt as _;
use manila::Condition;
use manila_axum::{EnvelopeLayer, Envelopes, Error, RouterExt as _};
use tower::{Service, ServiceExt as _};

use crate::layered::{Logged, assert_layered, assert_unlayered, told};

async fn fail() -> Result<&'static str, Error> {
    Err(Condition::Conflict.into())
}

/// Has a service answer, and reads what it answers; returns the events.
fn send<S>(service: S, method: Method, path: &str) -> Vec<Logged>
where
    S: Service<Request<Body>, Response = http::Response<Body>>,
{
    let request = Request::builder().method(method).uri(path);
    let request = request.body(Body::empty()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    told(|| {
        runtime.unwrap().block_on(async {
            let Ok(response) = service.oneshot(request).await else {
                panic!("a router never fails");
            };
            response.into_body().collect().await.unwrap();
        });
    })
}

#[test]
fn middleware_outside_of_the_layer_is_told_once() {
    async fn refuse(_: Request<Body>, _: Next) -> Result<&'static str, Error> {
        Err(Condition::Unauthenticated.into())
    }
    let router = || {
        let router = Router::new().route("/", get(fail));
        let router = router.layer(EnvelopeLayer::new(Envelopes::default()));
        router.layer(from_fn(refuse))
    };
    let events = send(router(), Method::GET, "/");
    assert_unlayered(&events, "WARN", "unauthorized");
}

#[test]
fn a_route_that_is_added_after_the_layer_is_told_once() {
    let router = || {
        let router = Router::new().route("/inside", get(fail));
        let router = router.layer(EnvelopeLayer::new(Envelopes::default()));
        router.route("/outside", get(fail))
    };
    let events = send(router(), Method::GET, "/outside");
    assert_unlayered(&events, "WARN", "conflict");
    assert_eq!(send(router(), Method::HEAD, "/outside"), []);
    for method in [Method::GET, Method::HEAD] {
        assert_layered(&send(router(), method, "/inside"), "conflict");
    }
}

#[test]
fn a_fault_within_a_wrapped_router_is_told_by_its_layer_alone() {
    for method in [Method::GET, Method::HEAD] {
        let router = Router::new().route("/", get(fail));
        let events = send(router.with_envelope(Envelopes::default()), method, "/");
        assert_layered(&events, "conflict");
    }
}
