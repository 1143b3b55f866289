//! The API with utoipa-axum.

use axum::Router;
use axum::routing::get;
use manila::Envelopes;
use manila_axum::{EnvelopeLayer, Json, Path, Reply, Result};
use manila_utoipa::Document;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::{self, ApiError, Id, NewNote, Note};

#[utoipa::path(get, path = "/notes")]
async fn list() -> Reply<Vec<Note>> {
    Reply(Vec::new())
}

#[utoipa::path(post, path = "/notes")]
async fn create(Json(new): Json<NewNote>) -> Result<Reply<Note>, ApiError> {
    api::create(new).map(Reply)
}

#[utoipa::path(get, path = "/notes/{id}", params(Path<Id>))]
async fn read(Path(Id { id }): Path<Id>) -> Result<Reply<Note>, ApiError> {
    api::read(id).map(Reply)
}

#[utoipa::path(put, path = "/notes/{id}", params(Path<Id>), responses((status = 409, description = "Declared.")))]
async fn rename(
    Path(Id { id }): Path<Id>,
    Json(new): Json<NewNote>,
) -> Result<Reply<Note>, ApiError> {
    api::rename(id, new).map(Reply)
}

#[utoipa::path(get, path = "/any")]
async fn any() -> Result<Json<Note>> {
    Err(ApiError::QuotaExceeded)?
}

pub(crate) fn app(envelopes: Envelopes) -> (Router, OpenApi) {
    let (router, mut api) = OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(read, rename))
        .routes(routes!(any))
        .split_for_parts();
    envelopes.document(&mut api).unwrap();
    let served = serde_json::to_string(&api).unwrap();
    let json = [("content-type", "application/json")];
    let router = router
        .route("/openapi.json", get(async move || (json, served)))
        .layer(EnvelopeLayer::new(envelopes));
    (router, api)
}
