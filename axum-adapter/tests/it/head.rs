//! What is answered to HEAD by a layer inside of the router, which writes the length that it finds.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::routing::get;
use http_body_util::BodyExt as _;
use manila::Condition;
use manila_axum::{EnvelopeLayer, Envelopes, Error};
use tower::ServiceExt as _;

#[tokio::test]
async fn the_router_finds_no_length_to_write_in_answer_to_head() {
    let app = Router::new()
        .route("/fault", get(async || Error::from(Condition::Gone)))
        .route("/bare", get(async || StatusCode::BAD_GATEWAY))
        .route(
            "/text",
            get(async || (StatusCode::NOT_FOUND, "no such app")),
        )
        .route("/panic", get(async || -> () { panic!("a test's") }))
        .layer(EnvelopeLayer::new(Envelopes::ok_error()));
    for path in ["/fault", "/bare", "/text", "/panic", "/nowhere"] {
        let request = Request::head(path).body(Body::empty()).unwrap();
        let response = app.clone().oneshot(request).await.unwrap();
        assert!(response.headers().contains_key("x-error-code"), "{path}");
        assert!(!response.headers().contains_key("content-length"), "{path}");
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert!(body.is_empty(), "{path}: {body:?}");
    }
}
