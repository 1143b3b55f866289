//! The document says what the service answers.

use axum::body::Body;
use axum::http::{Method, Request};
use axum_notes::{Service, app, client, open};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

/// The status, the media type and the body of an answer.
async fn call(app: &axum::Router, method: Method, path: &str, body: &'static str) -> (String, String, Vec<u8>) {
    let request = Request::builder().method(method).uri(path).header("authorization", "Bearer let-me-in");
    let request = request.header("content-type", "application/json").body(Body::from(body)).unwrap();
    let response = app.clone().oneshot(request).await.unwrap();
    let media_type = response.headers()["content-type"].to_str().unwrap().to_owned();
    let status = response.status().as_u16().to_string();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, media_type, body.to_vec())
}

async fn service() -> axum::Router {
    app(Service {
        database: open("sqlite::memory:").await.unwrap(),
        upstream: "http://127.0.0.1:9/word".to_owned(),
        client: client("127.0.0.1:9").unwrap(),
    })
}

#[tokio::test]
async fn every_answer_is_what_the_document_says() {
    let app = service().await;
    let (_, _, document) = call(&app, Method::GET, "/openapi.json", "").await;
    let document: Value = serde_json::from_slice(&document).unwrap();
    let note = r#"{"title":"Milk","text":"Two litres."}"#;
    for (method, path, operation, body, expected) in [
        (Method::POST, "/notes", "/notes", note, "201"),
        (Method::POST, "/notes", "/notes", note, "409"),
        (Method::POST, "/notes", "/notes", r#"{"title":"","text":""}"#, "422"),
        (Method::POST, "/notes", "/notes", "{", "400"),
        (Method::GET, "/notes", "/notes", "", "200"),
        (Method::GET, "/notes?after=x", "/notes", "", "400"),
        (Method::GET, "/notes/1", "/notes/{id}", "", "200"),
        (Method::GET, "/notes/7", "/notes/{id}", "", "404"),
    ] {
        let (status, media_type, body) = call(&app, method.clone(), path, body).await;
        assert_eq!(status, expected, "{method} {path}");
        let responses = &document["paths"][operation][method.as_str().to_lowercase()]["responses"];
        let mut response = &responses[&status];
        if let Some(reference) = response["$ref"].as_str() {
            response = document.pointer(&reference[1..]).unwrap();
        }
        let schema = &response["content"][&media_type]["schema"];
        assert!(schema.is_object(), "{method} {path}: {response}");
        let schema = json!({ "allOf": [schema], "components": document["components"] });
        let body = serde_json::from_slice(&body).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        assert!(validator.is_valid(&body), "{method} {path}: {body} {schema}");
    }
}

#[tokio::test]
async fn the_page_asks_no_other_host() {
    let (status, _, page) = call(&service().await, Method::GET, "/docs", "").await;
    let page = String::from_utf8(page).unwrap();
    assert_eq!(status, "200");
    assert!(page.contains("fetch(\"openapi.json\")") && !page.contains("://") && !page.contains("src="));
}
