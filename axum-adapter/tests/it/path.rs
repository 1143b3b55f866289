//! Paths that do not fit what a handler reads.

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use http::Request;
use http_body_util::BodyExt as _;
use manila_axum::{App, Envelopes, Path, RouterExt as _};
use serde::Deserialize;
use tower::ServiceExt as _;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slug {
    slug: String,
}

fn app() -> App {
    Router::new()
        .route("/one/{id}", get(async |Path(id): Path<u8>| id.to_string()))
        .route(
            "/two/{id}/{at}",
            get(async |Path((id, at)): Path<(u8, u8)>| (id + at).to_string()),
        )
        .route(
            "/fewer/{id}/{at}",
            get(async |Path(id): Path<u8>| id.to_string()),
        )
        .route("/other/{id}", get(async |Path(slug): Path<Slug>| slug.slug))
        .with_envelope(Envelopes::default())
}

#[tokio::test]
async fn a_path_is_the_clients_fault_unless_no_path_can_be_right() {
    for (path, status, parameter) in [
        ("/one/7", 200, None),
        ("/one/x", 400, Some("id")),
        ("/two/1/x", 400, Some("at")),
        ("/fewer/1/2", 500, None),
        ("/other/1", 500, None),
    ] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = app().oneshot(request).await.unwrap();
        assert_eq!(response.status(), status, "{path}");
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let body = str::from_utf8(&body).unwrap();
        assert_eq!(body.contains("parameter"), parameter.is_some(), "{body}");
        if let Some(name) = parameter {
            let name = format!(r#""parameter":"{name}""#);
            assert!(body.contains(&name), "{path}: {body}");
        }
    }
}
