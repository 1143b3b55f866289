//! Notes of signed-in people, kept in SQLite, with a word of the day from another service.

mod document;

use std::time::Duration;

use actix_cors::Cors;
use actix_governor::{Governor, GovernorConfigBuilder, PeerIpKeyExtractor};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::{Compress, Next, from_fn};
use actix_web::{App, HttpRequest, HttpResponse, web};
use manila::{Condition, OnConstraint};
use manila_actix::validator::Valid;
use manila_actix::{EnvelopeLayer, Envelopes, Error, Json, Path, Query, Result};
use manila_client::{CallError, ErrorForEnvelope as _, Relay, RelayIds as _, RelayTo, RequestIds, Retrier};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use serde::{Deserialize, Serialize};
use sqlx::SqlitePool;
use tracing_actix_web::TracingLogger;

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
#[error_code(catalog = "notes", case = "SCREAMING_SNAKE_CASE")]
pub enum ApiError {
    #[error("There is no note of this number.")]
    #[error_code(status = 404, operations = ["GET /notes/{id}"])]
    NoteNotFound,
    #[error("A note has this title already.")]
    #[error_code(status = 409, operations = ["POST /notes"])]
    TitleTaken,
    #[error("Some of the data is not valid.")]
    #[error_code(status = 422, condition = "validation", operations = ["POST /notes"])]
    InvalidNote,
    #[error("Sign in first.")]
    #[error_code(status = 401, condition = "unauthenticated", operations = ["POST /notes"])]
    SignInRequired,
}

#[derive(Clone)]
pub struct Service {
    pub database: SqlitePool,
    pub upstream: String,
    pub client: ClientWithMiddleware,
}

#[derive(Debug, Serialize, sqlx::FromRow, utoipa::ToSchema)]
struct Note {
    id: i64,
    title: String,
    text: String,
}

#[derive(Deserialize, validator::Validate, manila::FieldNames, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewNote {
    #[validate(length(min = 1, max = 80))]
    title: String,
    #[validate(length(max = 10_000))]
    text: String,
}

#[derive(Deserialize, utoipa::IntoParams)]
struct Page {
    #[serde(default)]
    after: i64,
}

/// Twenty notes, from the one behind `after` on.
#[utoipa::path(get, path = "/notes", params(Query<Page>), responses((status = 200, body = Vec<Note>)))]
async fn list(service: web::Data<Service>, Query(page): Query<Page>) -> Result<web::Json<Vec<Note>>> {
    let notes = sqlx::query_as("SELECT id, title, text FROM notes WHERE id > ? ORDER BY id LIMIT 20");
    Ok(web::Json(notes.bind(page.after).fetch_all(&service.database).await?))
}

/// One note.
#[utoipa::path(get, path = "/notes/{id}", params(("id" = i64, Path)), responses((status = 200, body = Note), Error))]
async fn read(service: web::Data<Service>, Path(id): Path<i64>) -> Result<web::Json<Note>> {
    let note = sqlx::query_as("SELECT id, title, text FROM notes WHERE id = ?").bind(id);
    let note = note.fetch_optional(&service.database).await?;
    Ok(web::Json(note.ok_or(ApiError::NoteNotFound)?))
}

/// Makes a note.
#[utoipa::path(
    post,
    path = "/notes",
    request_body = NewNote,
    responses((status = 201, body = Note), Error),
    security(("token" = []))
)]
async fn create(service: web::Data<Service>, Valid(Json(new)): Valid<Json<NewNote>>) -> Result<HttpResponse> {
    let insert = sqlx::query_as("INSERT INTO notes (title, text) VALUES (?, ?) RETURNING id, title, text");
    let inserted = insert.bind(new.title).bind(new.text).fetch_one(&service.database).await;
    let note: Note = inserted.on_constraint("notes.title", ApiError::TitleTaken)?;
    Ok(HttpResponse::Created().json(note))
}

/// The word of the day.
#[utoipa::path(
    get,
    path = "/word",
    responses((status = 200, body = String), (status = 502, description = "The other service has failed."))
)]
async fn word(service: web::Data<Service>, request: HttpRequest) -> Result<String> {
    let ids = RequestIds::of(request.headers());
    let call = async || -> std::result::Result<String, CallError> {
        let response = service.client.get(&service.upstream).relay(ids.clone()).send().await?;
        Ok(response.error_for_envelope().await?.text().await?)
    };
    let word = tokio::time::timeout(Duration::from_secs(10), call()).await;
    let word = word.map_err(|_| manila::Fault::condition(Condition::Timeout))?;
    let mask = || Relay::masked(Condition::UpstreamFailed);
    Ok(word.map_err(|error| error.into_fault(mask()))?)
}

/// A client of the service behind this one: it alone is told the ids of a request, and requests are repeated as
/// it advises.
pub fn client(host: &str) -> std::result::Result<ClientWithMiddleware, Box<dyn std::error::Error>> {
    let relay_to = RelayTo::hosts([host])?;
    let client = reqwest::Client::builder().redirect(relay_to.redirects()).build()?;
    Ok(ClientBuilder::new(client).with(Retrier::default()).with(relay_to).build())
}

async fn sign_in(request: ServiceRequest, next: Next<BoxBody>) -> actix_web::Result<ServiceResponse> {
    match request.headers().get(AUTHORIZATION) {
        Some(token) if token == "Bearer let-me-in" => next.call(request).await,
        _ => Err(ApiError::SignInRequired.into()),
    }
}

pub fn app(
    service: Service,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let mut rate = GovernorConfigBuilder::default().key_extractor(PeerIpKeyExtractor);
    let rate = rate.milliseconds_per_request(20).burst_size(200).finish().expect("neither is 0");
    let notes = web::resource("/notes").get(list);
    let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    let document = document::served(&envelopes);
    App::new()
        .app_data(web::Data::new(service))
        .service(notes.route(web::post().to(create).wrap(from_fn(sign_in))))
        .service(web::resource("/notes/{id}").get(read))
        .service(web::resource("/word").get(word))
        .configure(document)
        .wrap(Governor::new(&rate))
        .wrap(EnvelopeLayer::new(envelopes))
        .wrap(Compress::default())
        .wrap(Cors::default().allow_any_origin().expose_headers(manila::EXPOSED_HEADERS))
        .wrap(TracingLogger::default())
}

pub async fn open(url: &str) -> sqlx::Result<SqlitePool> {
    let database = SqlitePool::connect(url).await?;
    let table = "CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, title TEXT UNIQUE, text TEXT)";
    sqlx::query(table).execute(&database).await?;
    Ok(database)
}
