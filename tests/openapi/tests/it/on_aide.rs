//! The API with aide.

use aide::axum::ApiRouter;
use aide::axum::routing::{get, post, put_with};
use aide::openapi::OpenApi;
use axum::Router;
use manila::Envelopes;
use manila_aide::Document;
use manila_axum::{EnvelopeLayer, Json, Path, Reply, Result};

use crate::api::{self, ApiError, Id, NewNote, Note};

async fn list() -> Reply<Vec<Note>> {
    Reply(Vec::new())
}

async fn create(Json(new): Json<NewNote>) -> Result<Reply<Note>, ApiError> {
    api::create(new).map(Reply)
}

async fn read(Path(Id { id }): Path<Id>) -> Result<Reply<Note>, ApiError> {
    api::read(id).map(Reply)
}

async fn rename(
    Path(Id { id }): Path<Id>,
    Json(new): Json<NewNote>,
) -> Result<Reply<Note>, ApiError> {
    api::rename(id, new).map(Reply)
}

async fn any() -> Result<Json<Note>> {
    Err(ApiError::QuotaExceeded)?
}

pub(crate) fn app(envelopes: Envelopes) -> (Router, OpenApi) {
    let mut api = OpenApi::default();
    let router = ApiRouter::new()
        .api_route("/notes", get(list).merge(post(create)))
        .api_route(
            "/notes/{id}",
            get(read).merge(put_with(rename, |operation| {
                operation.response_with::<409, (), _>(|it| it.description("Declared."))
            })),
        )
        .api_route("/any", get(any))
        .finish_api(&mut api);
    envelopes.document(&mut api).unwrap();
    let served = serde_json::to_string(&api).unwrap();
    let json = [("content-type", "application/json")];
    let router = router
        .route(
            "/openapi.json",
            axum::routing::get(async move || (json, served)),
        )
        .layer(EnvelopeLayer::new(envelopes));
    (router, api)
}
