//! The routes that read input: with Manila's extractors, or bare with axum's own.

use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json as Own, Router, extract};
use garde::Validate;
use manila_axum::garde::Valid;
use manila_axum::{Form, Json, Path, Query};
use serde_json::{Value, json};

use crate::workbench::input::{Account, Id, Page, Signup, UPLOAD_LIMIT};
use crate::workbench::options::Options;

pub(super) fn routes(bare: bool) -> Router<Options> {
    let routes = if bare {
        Router::new()
            .route("/json", post(async |Own(body): Own<Signup>| check(&body)))
            .route(
                "/form",
                post(async |extract::Form(body): extract::Form<Account>| check(&body)),
            )
            .route(
                "/query",
                get(async |extract::Query(query): extract::Query<Page>| check(&query)),
            )
            .route(
                "/path/{id}",
                get(async |extract::Path(_): extract::Path<Id>| done()),
            )
    } else {
        Router::new()
            .route("/json", post(async |_: Valid<Json<Signup>>| done()))
            .route("/form", post(async |_: Valid<Form<Account>>| done()))
            .route("/query", get(async |_: Valid<Query<Page>>| done()))
            .route("/path/{id}", get(async |_: Path<Id>| done()))
    };
    let upload = post(async |_: Bytes| done());
    routes
        .route("/own/json", post(async |_: Own<Signup>| done()))
        .route("/upload", upload.layer(DefaultBodyLimit::max(UPLOAD_LIMIT)))
}

fn done() -> Own<Value> {
    Own(json!({ "ok": true }))
}

/// What a service without Manila tends to make of a report.
fn check(input: &impl Validate<Context = ()>) -> Response {
    match input.validate() {
        Ok(()) => done().into_response(),
        Err(report) => (StatusCode::UNPROCESSABLE_ENTITY, report.to_string()).into_response(),
    }
}
