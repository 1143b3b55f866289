//! warp: `warp::service` makes a tower service of a filter.

use http::StatusCode;
use manila_ecosystem::{SECRET, Server, envelopes};
use manila_tower::EnvelopeLayer;
use tower::Layer as _;
use warp::Filter as _;

#[tokio::test]
async fn rejections_and_panics_of_warp_are_envelopes() {
    let ok = warp::path("ok").map(|| "all is well");
    let text = warp::path("text")
        .map(|| warp::reply::with_status(SECRET, StatusCode::INTERNAL_SERVER_ERROR));
    let panics = warp::path("panic").map(|| -> &'static str { panic!("{SECRET}") });
    let posted = warp::path("posted")
        .and(warp::post())
        .and(warp::body::json())
        .map(|it: serde_json::Value| it.to_string());
    let service = warp::service(ok.or(text).or(panics).or(posted));
    let server = Server::of(EnvelopeLayer::new(envelopes()).layer(service)).await;
    server.get("/ok").await.assert_success();
    server.assert_foreign_errors().await;
    server
        .get("/posted")
        .await
        .assert_envelope(405, "method_not_allowed");
    let json = &[("content-type", "application/json")];
    server
        .post("/posted", json, "{")
        .await
        .assert_envelope(400, "bad_request");
    server.post("/posted", json, "{}").await.assert_success();
}
