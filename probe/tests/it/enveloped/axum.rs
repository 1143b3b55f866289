//! axum.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{get, post};
use manila::{Condition, Fault};
use manila_axum::{EnvelopeLayer, Envelopes, RouterExt as _};
use manila_probe::oracle::Style;
use manila_probe::{assert_enveloped, assert_enveloped_with};

use super::check;

fn layer() -> EnvelopeLayer {
    EnvelopeLayer::new(Envelopes::problem())
}

fn router() -> Router {
    Router::new()
        .route("/apps", get(async || "apps"))
        .route("/broken", get(async || StatusCode::BAD_GATEWAY))
        .route("/json", post(async |body: String| body))
}

const PATHS: [&str; 3] = ["/apps", "/broken", "POST /json"];

#[tokio::test]
async fn a_router_with_its_envelope_around_it_is_covered() {
    assert_enveloped(router().with_envelope(Envelopes::ok_error())).await;
    let nested = Router::new()
        .nest("/n", router())
        .merge(router())
        .fallback(async || (StatusCode::NOT_FOUND, "no such page"));
    let app = nested.with_envelope(Envelopes::json_api());
    let paths = ["/n/apps", "/n/broken", "POST /n/json", "/n"];
    assert_enveloped_with(app, |probe| {
        probe.paths(PATHS).paths(paths).style(Style::JsonApi)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_layer_behind_everything_covers_a_router() {
    let app = router()
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(layer());
    assert_enveloped_with(app, |probe| probe.paths(PATHS)).await;
}

#[tokio::test]
async fn a_router_without_an_envelope_is_not_covered() {
    check(
        router(),
        &["/broken"],
        &[
            "GET /manila-probe-missing: 404 empty: the 404 of the service does not pass through the layer",
            "GET /broken: 502 empty: the route /broken does not pass through the layer",
            "PROPFIND /broken: 405 empty: the method check at /broken does not pass through the layer",
            "GET /broken/manila-probe-missing: 404 empty: the 404 below /broken does not pass through the layer",
        ],
    )
    .await;
}

#[tokio::test]
async fn a_fallback_behind_the_layer_is_not_covered() {
    let app = router()
        .layer(layer())
        .fallback(async || (StatusCode::NOT_FOUND, "no such page"));
    check(
        app,
        &["/broken"],
        &[
            "GET /manila-probe-missing: 404 text/plain: the 404 of the service does not pass through the layer",
            "GET /broken/manila-probe-missing: 404 text/plain: the 404 below /broken does not pass through the layer",
        ],
    )
    .await;
}

#[tokio::test]
async fn a_405_behind_the_layer_is_not_covered() {
    let app = router()
        .layer(layer())
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED);
    let findings = &[
        "PROPFIND /broken: 405 empty: the method check at /broken does not pass through the layer",
    ];
    check(app, &["/broken"], findings).await;
}

#[tokio::test]
async fn a_nested_routers_own_404_is_not_covered() {
    let nested = Router::new()
        .route("/apps", get(async || "apps"))
        .fallback(async || (StatusCode::NOT_FOUND, "nothing is nested here"));
    let app = router().layer(layer()).nest("/n", nested);
    check(
        app,
        &["/n"],
        &[
            "GET /n: 404 text/plain: the route /n does not pass through the layer",
            "PROPFIND /n: 404 text/plain: the method check at /n does not pass through the layer",
            "GET /n/manila-probe-missing: 404 text/plain: the 404 below /n does not pass through the layer",
        ],
    )
    .await;
}

#[tokio::test]
async fn a_route_layer_covers_no_404() {
    let app = router().route_layer(layer());
    check(
        app,
        &["/broken"],
        &[
            "GET /manila-probe-missing: 404 empty: the 404 of the service does not pass through the layer",
            "GET /broken/manila-probe-missing: 404 empty: the 404 below /broken does not pass through the layer",
        ],
    )
    .await;
}

/// Middleware that refuses one path with a fault.
async fn authenticate(request: Request, next: Next) -> manila_axum::Result<Response> {
    if request.uri().path().starts_with("/private") {
        Err(Fault::condition(Condition::Unauthenticated))?;
    }
    Ok(next.run(request).await)
}

#[tokio::test]
async fn a_fault_outside_of_the_layer_is_named_though_it_writes_an_envelope_itself() {
    for envelopes in [Envelopes::ok_error(), Envelopes::problem()] {
        let app = router()
            .fallback(async || StatusCode::NOT_FOUND)
            .layer(EnvelopeLayer::new(envelopes))
            .layer(from_fn(authenticate));
        check(
            app,
            &["/apps", "/private"],
            &[
                "GET /private: 401 ok-error: the route /private does not pass through the layer",
                "PROPFIND /private: 401 ok-error: the method check at /private does not pass through the layer",
                "GET /private/manila-probe-missing: 401 ok-error: the 404 below /private does not pass through the layer",
            ],
        )
        .await;
    }
}

#[tokio::test]
async fn a_router_that_is_merged_behind_the_layer_is_not_covered() {
    let merged = Router::new().route("/merged", get(async || StatusCode::IM_A_TEAPOT));
    let app = router().layer(layer()).merge(merged);
    check(
        app,
        &["/broken", "/merged"],
        &[
            "GET /manila-probe-missing: 404 empty: the 404 of the service does not pass through the layer",
            "GET /broken/manila-probe-missing: 404 empty: the 404 below /broken does not pass through the layer",
            "GET /merged: 418 empty: the route /merged does not pass through the layer",
            "PROPFIND /merged: 405 empty: the method check at /merged does not pass through the layer",
            "GET /merged/manila-probe-missing: 404 empty: the 404 below /merged does not pass through the layer",
        ],
    )
    .await;
}
