//! The media types of the bodies that the extractors read.

use axum::Router;
use axum::body::Body;
use axum::routing::post;
use http::{Request, header};
use http_body_util::BodyExt as _;
use manila_axum::{Envelopes, Json, RouterExt as _};
use tower::ServiceExt as _;

/// Asserts what a body of this media type is answered: what is said of the type, if it is refused.
async fn check(content_type: Option<&[u8]>, refusal: Option<&str>) {
    let app = Router::new()
        .route("/", post(async |Json(number): Json<u8>| number.to_string()))
        .with_envelope(Envelopes::default());
    let mut request = Request::post("/");
    if let Some(content_type) = content_type {
        request = request.header(header::CONTENT_TYPE, content_type);
    }
    let response = app.oneshot(request.body(Body::from("7")).unwrap()).await;
    let response = response.unwrap();
    let expected = if refusal.is_some() { 415 } else { 200 };
    assert_eq!(response.status(), expected, "{content_type:?}");
    let body = response.into_body().collect().await.unwrap().to_bytes();
    let body = str::from_utf8(&body).unwrap();
    assert!(body.contains(refusal.unwrap_or("7")), "{body}");
}

#[tokio::test]
async fn a_media_type_is_read_refused_or_missing() {
    for read in [
        "application/json",
        "Application/JSON; charset=utf-8",
        "application/vnd.api+json",
    ] {
        check(Some(read.as_bytes()), None).await;
    }
    for other in [
        &b"text/plain"[..],
        b"text/json",
        b"application/jsonp",
        b"",
        b"application/json; name=\xe9",
    ] {
        check(Some(other), Some("The body is of another media type.")).await;
    }
    check(None, Some("The body has no media type.")).await;
}
