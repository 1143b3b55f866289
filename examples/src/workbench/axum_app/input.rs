//! The routes that read input: with Manila's extractors, or bare with axum's own.

use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json as Own, Router, extract};
use garde::Validate;
use manila_axum::garde::Valid;
use manila_axum::{Form, InputConfig, Json, Path, Query};
use serde_json::{Value, json};

use crate::workbench::input::{Account, Id, Page, Signup, UPLOAD_LIMIT};
use crate::workbench::options::Options;
use crate::workbench::shapes::{
    Adult, Alias, BULK_LIMIT, Bulk, Flat, Limits, Lists, MULTIPART_LIMIT, Role, Shape, Shapes,
};

pub(super) fn routes(options: &Options) -> Router<Options> {
    let routes = if options.bare {
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
            .merge(shapes())
    };
    let routes = match options.max_nodes {
        Some(count) => routes.layer(InputConfig::new().max_nodes(count)),
        None => routes,
    };
    let upload = post(async |_: Bytes| done());
    routes
        .route("/own/json", post(async |_: Own<Signup>| done()))
        .route("/upload", upload.layer(DefaultBodyLimit::max(UPLOAD_LIMIT)))
}

/// Each reads one kind of input.
fn shapes() -> Router<Options> {
    let bulk = post(async |_: Valid<Json<Bulk>>| done());
    Router::new()
        .route("/tagged", post(async |_: Json<Shape>| done()))
        .route("/tagged/list", post(async |_: Json<Shapes>| done()))
        .route("/flat", post(async |_: Valid<Json<Flat>>| done()))
        .route("/alias", post(async |_: Valid<Json<Alias>>| done()))
        .route("/map", post(async |_: Valid<Json<Limits>>| done()))
        .route("/list", get(async |_: Query<Lists>| done()))
        .route("/role/{role}", get(async |_: Path<Role>| done()))
        .route("/small/{n}", get(async |_: Path<u8>| done()))
        .route("/pair/{n}/{role}", get(async |_: Path<(u8, Role)>| done()))
        .route("/form-get", get(async |_: Valid<Form<Adult>>| done()))
        .route("/empty-ok", post(async |_: Option<Json<Signup>>| done()))
        .route("/bulk", bulk.layer(DefaultBodyLimit::max(BULK_LIMIT)))
        .route(
            "/multipart",
            post(multipart).layer(DefaultBodyLimit::max(MULTIPART_LIMIT)),
        )
}

async fn multipart(mut parts: Multipart) -> Result<Own<Value>, MultipartError> {
    while let Some(part) = parts.next_field().await? {
        part.bytes().await?;
    }
    Ok(done())
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
