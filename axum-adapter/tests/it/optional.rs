//! Extractors of what may not be there.

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use http::Request;
use http_body_util::BodyExt as _;
use manila_axum::{Envelopes, Path, Query, RequestId, RouterExt as _};
use serde::Deserialize;
use tower::ServiceExt as _;

#[derive(Deserialize)]
struct Page {
    limit: u8,
}

#[derive(Deserialize)]
struct Named {
    id: u32,
}

async fn page(page: Option<Query<Page>>) -> String {
    format!("{:?}", page.map(|page| page.limit))
}

async fn place(place: Option<Path<u32>>) -> String {
    format!("{:?}", place.map(|Path(id)| id))
}

async fn named(named: Option<Path<Named>>) -> String {
    format!("{:?}", named.map(|named| named.id))
}

/// What a request to the path is answered with: the status, and the text of a success.
async fn check(path: &str, status: u16, expected: &str) {
    let app = Router::new()
        .route("/page", get(page))
        .route("/place", get(place))
        .route("/place/{id}", get(place))
        .route("/named", get(named))
        .route("/named/{id}", get(named))
        .with_envelope(Envelopes::default());
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = app.oneshot(request).await.unwrap();
    assert_eq!(response.status(), status, "{path}");
    let body = response.into_body().collect().await.unwrap().to_bytes();
    if status == 200 {
        assert_eq!(body, expected, "{path}");
    }
}

#[tokio::test]
async fn a_query_that_is_not_there_is_none_and_one_that_cannot_be_read_is_refused() {
    check("/page", 200, "None").await;
    check("/page?limit=7", 200, "Some(7)").await;
    check("/page?limit=many", 400, "").await;
    check("/page?", 400, "").await;
}

#[tokio::test]
async fn a_route_without_parameters_has_no_path_to_read() {
    check("/place", 200, "None").await;
    check("/place/7", 200, "Some(7)").await;
    check("/place/first", 400, "").await;
    check("/named", 200, "None").await;
    check("/named/7", 200, "Some(7)").await;
    check("/named/first", 400, "").await;
}

#[tokio::test]
async fn without_a_layer_there_is_no_id() {
    let has_id = async |id: Option<RequestId>| id.is_some().to_string();
    let router = Router::new().route("/", get(has_id));
    let request = || Request::get("/").body(Body::empty()).unwrap();
    let bare = router.clone().oneshot(request()).await.unwrap();
    assert_eq!(
        bare.into_body().collect().await.unwrap().to_bytes(),
        "false"
    );
    let app = router.with_envelope(Envelopes::default());
    let response = app.oneshot(request()).await.unwrap();
    assert_eq!(
        response.into_body().collect().await.unwrap().to_bytes(),
        "true"
    );
}
