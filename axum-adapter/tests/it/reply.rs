//! Replies whose status a layer further in has changed.

use axum::Router;
use axum::body::Body;
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::get;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use manila_axum::{Envelopes, Reply, RouterExt as _};
use tower::ServiceExt as _;

/// What leaves for a reply that a layer further in answers with this status and nothing else, as one
/// that compares entity tags does.
async fn emptied(status: u16) -> Response {
    let empty = move |mut response: Response| async move {
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        *response.body_mut() = Body::empty();
        response.headers_mut().remove(header::CONTENT_TYPE);
        response
    };
    let app = Router::new()
        .route("/", get(async || Reply([1, 2])).layer(map_response(empty)))
        .with_envelope(Envelopes::code_data());
    app.oneshot(Request::new(Body::empty())).await.unwrap()
}

#[tokio::test]
async fn a_reply_is_wrapped_only_where_the_status_has_all_of_it_for_its_content() {
    for (status, expected) in [
        (200, r#"{"code":0,"data":[1,2]}"#),
        (201, r#"{"code":0,"data":[1,2]}"#),
        (300, r#"{"code":0,"data":[1,2]}"#),
        (204, ""),
        (205, ""),
        (206, ""),
        (304, ""),
    ] {
        let response = emptied(status).await;
        let header = response.headers();
        assert_eq!(response.status(), status);
        assert_eq!(header.get_all("x-request-id").iter().count(), 1, "{status}");
        let is_wrapped = header.contains_key(header::CONTENT_TYPE);
        assert_eq!(is_wrapped, !expected.is_empty(), "{status}");
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, expected, "{status}");
    }
}
