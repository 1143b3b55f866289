//! The document says what the service answers.

use actix_notes::{Service, app, client, open};
use actix_web::http::Method;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use serde_json::{Value, json};

#[actix_web::test]
async fn every_answer_is_what_the_document_says() {
    let service = Service {
        database: open("sqlite::memory:").await.unwrap(),
        upstream: "http://127.0.0.1:9/word".to_owned(),
        client: client("127.0.0.1:9").unwrap(),
    };
    let app = init_service(app(service)).await;
    let call = async |method: Method, path: &str, body: &'static str| {
        let request = TestRequest::with_uri(path).method(method).set_payload(body);
        let request = request.insert_header(("authorization", "Bearer let-me-in"));
        let request = request.insert_header(("content-type", "application/json"));
        let request = request.peer_addr("127.0.0.1:9".parse().unwrap()).to_request();
        let response = call_service(&app, request).await;
        let media_type = response.headers().get("content-type").unwrap().to_str().unwrap().to_owned();
        (response.status().as_u16().to_string(), media_type, read_body(response).await)
    };
    let (_, _, document) = call(Method::GET, "/openapi.json", "").await;
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
        let (status, media_type, body) = call(method.clone(), path, body).await;
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
    let (status, _, page) = call(Method::GET, "/docs", "").await;
    let page = std::str::from_utf8(&page).unwrap();
    assert_eq!(status, "200");
    assert!(page.contains("fetch(\"openapi.json\")") && !page.contains("://") && !page.contains("src="));
}
