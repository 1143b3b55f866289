//! Services on both frameworks, recorded by their tests: what is not declared is found.

use std::fs;
use std::path::Path;

use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::{get, post};
use manila_axum::{EnvelopeLayer, Envelopes};
use tempfile::TempDir;
use tower::ServiceExt as _;

use crate::run::manila;

#[derive(
    Debug,
    thiserror::Error,
    manila::ErrorCode,
    manila_axum::IntoResponse,
    manila_actix::ResponseError,
)]
#[error_code(catalog = "notes", case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("There is no note of this number.")]
    #[error_code(status = 404, operations = ["GET /notes/{id}"])]
    NoteNotFound,
    #[error("A note has this title already.")]
    #[error_code(status = 409, operations = ["POST /notes"])]
    TitleTaken,
}

async fn read() -> Result<&'static str, ApiError> {
    Err(ApiError::NoteNotFound)
}

async fn create() -> Result<&'static str, ApiError> {
    Err(ApiError::TitleTaken)
}

/// Nobody has declared this.
async fn planted() -> Result<&'static str, ApiError> {
    Err(ApiError::NoteNotFound)
}

const REQUESTS: [(&str, &str); 4] = [
    ("GET", "/notes/7"),
    ("POST", "/notes"),
    ("DELETE", "/notes"),
    ("GET", "/missing"),
];

async fn axum(record: &Path, is_planted: bool) {
    let post = if is_planted {
        post(planted)
    } else {
        post(create)
    };
    let app = Router::new()
        .route("/notes", post)
        .route("/notes/{id}", get(read))
        .layer(EnvelopeLayer::new(
            Envelopes::ok_error().catalog(ApiError::CATALOG),
        ))
        .layer(manila_axum::recorder::layer_to(record));
    for (method, path) in REQUESTS {
        let request = Request::builder().method(method).uri(path);
        app.clone()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
    }
}

async fn actix(record: &Path, is_planted: bool) {
    let post = if is_planted {
        web::post().to(planted)
    } else {
        web::post().to(create)
    };
    let app = actix_web::App::new()
        .service(web::resource("/notes").route(post))
        .service(web::resource("/notes/{id}").get(read))
        .wrap(manila_actix::EnvelopeLayer::new(
            Envelopes::ok_error().catalog(ApiError::CATALOG),
        ))
        .wrap(manila_actix::recorder::middleware_to(record));
    let app = init_service(app).await;
    for (method, path) in REQUESTS {
        let request = TestRequest::default()
            .method(method.parse().unwrap())
            .uri(path);
        call_service(&app, request.to_request()).await;
    }
}

#[actix_web::test]
async fn a_code_that_an_operation_does_not_declare_is_found() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    ApiError::CATALOG
        .write_json(path.join("errors.json"))
        .unwrap();
    for (name, is_planted) in [
        ("axum", false),
        ("axum", true),
        ("actix", false),
        ("actix", true),
    ] {
        let record = path.join("record.jsonl");
        let _ = fs::remove_file(&record);
        match name {
            "axum" => axum(&record, is_planted).await,
            _ => actix(&record, is_planted).await,
        }
        let arguments = [
            "operations",
            "check",
            "--strict",
            "--recorded",
            "record.jsonl",
            "errors.json",
        ];
        let (code, out, err) = manila(path, &arguments);
        assert_eq!(err, "");
        if is_planted {
            assert_eq!(code, 1, "{name}: {out}");
            let said = "error: `POST /notes` answered with `NOTE_NOT_FOUND`, whose `operations` do not name it [undeclared]";
            assert!(out.starts_with(said), "{name}: {out}");
            assert!(
                out.contains(
                    "warning: `POST /notes` never answered with `TITLE_TAKEN` [never-seen]"
                ),
                "{name}: {out}"
            );
        } else {
            let said = "4 responses of 3 operations, 2 with a set of codes: nothing found\n";
            assert_eq!((code, &*out), (0, said), "{name}");
        }
    }
}
