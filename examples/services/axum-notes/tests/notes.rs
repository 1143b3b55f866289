//! The service, as its clients have it.

use axum::body::Body;
use axum::http::{Request, request::Builder};
use axum_notes::{ApiError, Service, app, client, open};
use http_body_util::BodyExt;
use manila_axum::recorder;
use manila_probe::assert_enveloped;
use tower::ServiceExt;

async fn service() -> axum::Router {
    let service = Service {
        database: open("sqlite::memory:").await.unwrap(),
        upstream: "http://127.0.0.1:9/word".to_owned(),
        client: client("127.0.0.1:9").unwrap(),
    };
    app(service).layer(recorder::layer())
}

async fn call(app: &axum::Router, request: Builder, body: &str) -> (u16, String) {
    let request = request.header("content-type", "application/json").body(Body::from(body.to_owned()));
    let response = app.clone().oneshot(request.unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let code = response.headers().get("x-error-code").cloned();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    let body = String::from_utf8(body.to_vec()).unwrap();
    (status, code.map_or(body, |code| code.to_str().unwrap().to_owned()))
}

#[tokio::test]
async fn every_error_has_its_code() {
    let app = service().await;
    let signed_in = || Request::post("/notes").header("authorization", "Bearer let-me-in");
    let note = r#"{"title":"Milk","text":"Two litres."}"#;
    assert_eq!(call(&app, signed_in(), note).await.0, 201);
    for (request, body, expected) in [
        (signed_in(), note, (409, "TITLE_TAKEN")),
        (signed_in(), r#"{"title":"","text":""}"#, (422, "INVALID_NOTE")),
        (signed_in(), r#"{"title":7,"text":""}"#, (422, "INVALID_NOTE")),
        (signed_in(), "{", (400, "BAD_REQUEST")),
        (Request::post("/notes"), note, (401, "SIGN_IN_REQUIRED")),
        (Request::get("/notes/7"), "", (404, "NOTE_NOT_FOUND")),
        (Request::get("/notes?after=x"), "", (400, "BAD_REQUEST")),
        (Request::get("/word"), "", (502, "BAD_GATEWAY")),
        (Request::delete("/notes"), "", (405, "METHOD_NOT_ALLOWED")),
    ] {
        let (status, code) = call(&app, request, body).await;
        assert_eq!((status, &*code), expected);
    }
    let (status, notes) = call(&app, Request::get("/notes"), "").await;
    assert_eq!((status, &*notes), (200, r#"[{"id":1,"title":"Milk","text":"Two litres."}]"#));
}

#[tokio::test]
async fn every_error_is_an_envelope() {
    assert_enveloped(service().await).await;
}

/// `manila operations check --recorded …` compares this with what the other tests record.
#[test]
fn the_catalog_is_exported() {
    ApiError::CATALOG.write_json(concat!(env!("CARGO_MANIFEST_DIR"), "/errors.json")).unwrap();
}
