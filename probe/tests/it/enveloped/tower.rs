//! A tower service without a router.

use std::convert::Infallible;

use axum::body::Body;
use http::{Request, Response, StatusCode};
use hyper::body::Incoming;
use manila_axum::Envelopes;
use manila_probe::assert_enveloped;
use manila_tower::EnvelopeLayer;
use tower::{Layer as _, service_fn};

use super::check;

async fn refuse(_: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    let mut response = Response::new(Body::from("nothing is here"));
    *response.status_mut() = StatusCode::NOT_FOUND;
    Ok(response)
}

#[tokio::test]
async fn a_service_in_its_envelope_is_covered() {
    let service = EnvelopeLayer::new(Envelopes::code_data()).layer(service_fn(refuse));
    assert_enveloped(service).await;
}

#[tokio::test]
async fn a_service_without_an_envelope_is_not_covered() {
    check(
        service_fn(refuse),
        &["/"],
        &[
            "GET /manila-probe-missing: 404 no type: the 404 of the service does not pass through the layer",
            "GET /: 404 no type: the route / does not pass through the layer",
            "PROPFIND /: 404 no type: the method check at / does not pass through the layer",
            "GET /manila-probe-missing: 404 no type: the 404 below / does not pass through the layer",
        ],
    )
    .await;
}
