//! The API with utoipa-actix-web.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::{App, HttpResponse, get, post, put, web};
use manila::Envelopes;
use manila_actix::{EnvelopeLayer, Json, Path, Reply, Result};
use manila_utoipa::Document;
use utoipa::openapi::OpenApi;
use utoipa_actix_web::AppExt;

use crate::api::{self, ApiError, Id, NewNote, Note};

#[utoipa::path]
#[get("/notes")]
async fn list() -> Reply<Vec<Note>> {
    Reply(Vec::new())
}

#[utoipa::path]
#[post("/notes")]
async fn create(Json(new): Json<NewNote>) -> Result<Reply<Note>, ApiError> {
    api::create(new).map(Reply)
}

#[utoipa::path(params(Path<Id>))]
#[get("/notes/{id}")]
async fn read(Path(Id { id }): Path<Id>) -> Result<Reply<Note>, ApiError> {
    api::read(id).map(Reply)
}

#[utoipa::path(params(Path<Id>), responses((status = 409, description = "Declared.")))]
#[put("/notes/{id}")]
async fn rename(
    Path(Id { id }): Path<Id>,
    Json(new): Json<NewNote>,
) -> Result<Reply<Note>, ApiError> {
    api::rename(id, new).map(Reply)
}

#[utoipa::path]
#[get("/any")]
async fn any() -> Result<Json<Note>> {
    Err(ApiError::QuotaExceeded)?
}

pub(crate) fn app(
    envelopes: Envelopes,
) -> (
    App<
        impl ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<impl MessageBody>,
            Error = actix_web::Error,
            InitError = (),
        >,
    >,
    OpenApi,
) {
    let (app, mut api) = App::new()
        .into_utoipa_app()
        .service(list)
        .service(create)
        .service(read)
        .service(rename)
        .service(any)
        .split_for_parts();
    envelopes.document(&mut api).unwrap();
    let served = web::Data::new(serde_json::to_value(&api).unwrap());
    let document = async |served: web::Data<serde_json::Value>| HttpResponse::Ok().json(&served);
    let app = app
        .app_data(served)
        .route("/openapi.json", web::get().to(document))
        .wrap(EnvelopeLayer::new(envelopes));
    (app, api)
}
