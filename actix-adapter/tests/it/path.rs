//! Paths that do not fit what a handler reads.

use actix_web::body::to_bytes;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, web};
use manila_actix::{EnvelopeLayer, Envelopes, InputConfig, Path};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slug {
    slug: String,
}

/// An app whose own mistakes are the last routes; with actix-web's extractor, or this crate's.
fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/one/{id}", web::to(async |id: Path<u8>| id.0.to_string()))
        .route(
            "/two/{id}/{at}",
            web::to(async |Path((id, at)): Path<(u8, u8)>| (id + at).to_string()),
        )
        .route(
            "/fewer/{id}/{at}",
            web::to(async |id: Path<u8>| id.0.to_string()),
        )
        .route("/other/{id}", web::to(async |slug: Path<Slug>| slug.0.slug))
        .route(
            "/its/one/{id}",
            web::to(async |id: web::Path<u8>| id.to_string()),
        )
        .route(
            "/its/fewer/{id}/{at}",
            web::to(async |id: web::Path<u8>| id.to_string()),
        )
        .route(
            "/its/other/{id}",
            web::to(async |slug: web::Path<Slug>| slug.into_inner().slug),
        );
}

#[actix_web::test]
async fn a_path_is_the_clients_fault_unless_no_path_can_be_right() {
    let app = App::new()
        .configure(|config| InputConfig::new().apply(config))
        .configure(routes)
        .wrap(EnvelopeLayer::new(Envelopes::default()));
    let app = init_service(app).await;
    for (path, status, parameter) in [
        ("/one/7", 200, None),
        ("/one/x", 400, Some("id")),
        ("/two/1/x", 400, Some("at")),
        ("/fewer/1/2", 500, None),
        ("/other/1", 500, None),
        ("/its/one/x", 400, Some("id")),
        ("/its/fewer/1/2", 500, None),
        ("/its/other/1", 500, None),
    ] {
        let request = TestRequest::with_uri(path).to_request();
        let response = call_service(&app, request).await;
        assert_eq!(response.status(), status, "{path}");
        let body = to_bytes(response.into_body()).await.unwrap();
        let body = str::from_utf8(&body).unwrap();
        assert_eq!(body.contains("parameter"), parameter.is_some(), "{body}");
        if let Some(name) = parameter {
            let name = format!(r#""parameter":"{name}""#);
            assert!(body.contains(&name), "{path}: {body}");
        }
    }
}
