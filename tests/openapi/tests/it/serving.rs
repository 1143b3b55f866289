//! What the services answer over a socket is what their documents say.

use std::net::SocketAddr;

use serde_json::{Value, json};

use crate::api::styles;
use crate::client::{Response, call};
use crate::document::resolve;
use crate::{on_aide, on_utoipa_actix_web, on_utoipa_axum};

/// A request, the operation that it is of, and the status of its answer.
const REQUESTS: [(&str, &str, &str, u16); 6] = [
    ("POST /notes", r#"{"title":"taken"}"#, "POST /notes", 409),
    ("POST /notes", r#"{"title":"locked"}"#, "POST /notes", 403),
    ("POST /notes", r#"{"title":7}"#, "POST /notes", 422),
    ("POST /notes", "{", "POST /notes", 400),
    ("GET /notes/7", "", "GET /notes/{id}", 404),
    ("POST /notes", r#"{"title":"Milk"}"#, "POST /notes", 200),
];

/// Holds the answers of the service at an address against the document that it serves.
async fn check(name: &str, address: SocketAddr) {
    let document = call(address, "GET /openapi.json", "").await.body;
    assert_eq!(
        document["openapi"].as_str().unwrap().get(..4),
        Some("3.1."),
        "{name}"
    );
    for (request, body, operation, status) in REQUESTS {
        let answer = call(address, request, body).await;
        assert_eq!(
            answer.status, status,
            "{name}: {request} {body}: {}",
            answer.body
        );
        judge(
            &format!("{name}: {request} {body}"),
            &document,
            operation,
            &answer,
        );
    }
}

fn judge(name: &str, document: &Value, operation: &str, answer: &Response) {
    let (method, path) = operation.split_once(' ').unwrap();
    let operation = &document["paths"][path][method.to_lowercase()];
    let response = resolve(document, &operation["responses"][answer.status.to_string()]);
    let schema = &response["content"][&*answer.content_type]["schema"];
    assert!(
        schema.is_object(),
        "{name}: {} {response}",
        answer.content_type
    );
    let components = &document["components"];
    let schema = json!({ "allOf": [schema], "components": components });
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let errors: Vec<_> = validator
        .iter_errors(&answer.body)
        .map(|it| it.to_string())
        .collect();
    assert_eq!(errors, [""; 0], "{name}: {}", answer.body);
    // A schema that takes anything would say nothing.
    assert!(
        !validator.is_valid(&json!({ "other": 1 })),
        "{name}: {schema}"
    );
}

async fn serve(router: axum::Router) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, router).into_future());
    address
}

#[tokio::test]
async fn with_utoipa_axum() {
    for (style, envelopes) in styles() {
        let address = serve(on_utoipa_axum::app(envelopes).0).await;
        check(&format!("utoipa-axum, {style}"), address).await;
    }
}

#[tokio::test]
async fn with_aide() {
    for (style, envelopes) in styles() {
        let address = serve(on_aide::app(envelopes).0).await;
        check(&format!("aide, {style}"), address).await;
    }
}

#[actix_web::test]
async fn with_utoipa_actix_web() {
    for (style, envelopes) in styles() {
        let app = move || on_utoipa_actix_web::app(envelopes.clone()).0;
        let server = actix_web::HttpServer::new(app).workers(1).disable_signals();
        let server = server.bind("127.0.0.1:0").unwrap();
        let address = server.addrs()[0];
        let server = server.run();
        let handle = server.handle();
        actix_web::rt::spawn(server);
        check(&format!("utoipa-actix-web, {style}"), address).await;
        handle.stop(false).await;
    }
}
