//! Notes of signed-in people, kept in SQLite, with a word of the day from another service.

mod document;

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header::AUTHORIZATION};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::{Json as Answer, Router};
use manila::{Condition, OnConstraint};
use manila_axum::garde::Valid;
use manila_axum::{EnvelopeLayer, Envelopes, Error, Json, Path, Query, Result};
use manila_client::{CallError, ErrorForEnvelope as _, Relay, RelayIds as _, RelayTo, Retrier};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use serde::{Deserialize, Serialize};
use sqlx::SqlitePool;
use tower_governor::GovernorLayer;
use tower_governor::governor::GovernorConfigBuilder;
use tower_governor::key_extractor::GlobalKeyExtractor;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{Any, CorsLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::{DefaultMakeSpan, TraceLayer};
use utoipa_axum::routes;

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
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

#[derive(Deserialize, garde::Validate, manila::FieldNames, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewNote {
    #[garde(length(chars, min = 1, max = 80))]
    title: String,
    #[garde(length(chars, max = 10_000))]
    text: String,
}

#[derive(Deserialize, utoipa::IntoParams)]
struct Page {
    #[serde(default)]
    after: i64,
}

/// Twenty notes, from the one behind `after` on.
#[utoipa::path(get, path = "/notes", params(Query<Page>), responses((status = 200, body = Vec<Note>)))]
async fn list(State(service): State<Service>, Query(page): Query<Page>) -> Result<Answer<Vec<Note>>> {
    let notes = sqlx::query_as("SELECT id, title, text FROM notes WHERE id > ? ORDER BY id LIMIT 20");
    Ok(Answer(notes.bind(page.after).fetch_all(&service.database).await?))
}

/// One note.
#[utoipa::path(get, path = "/notes/{id}", params(("id" = i64, Path)), responses((status = 200, body = Note), Error))]
async fn read(State(service): State<Service>, Path(id): Path<i64>) -> Result<Answer<Note>> {
    let note = sqlx::query_as("SELECT id, title, text FROM notes WHERE id = ?").bind(id);
    let note = note.fetch_optional(&service.database).await?;
    Ok(Answer(note.ok_or(ApiError::NoteNotFound)?))
}

/// Makes a note.
#[utoipa::path(
    post,
    path = "/notes",
    request_body = NewNote,
    responses((status = 201, body = Note), Error),
    security(("token" = []))
)]
async fn create(
    State(service): State<Service>,
    Valid(Json(new)): Valid<Json<NewNote>>,
) -> Result<(StatusCode, Answer<Note>)> {
    let insert = sqlx::query_as("INSERT INTO notes (title, text) VALUES (?, ?) RETURNING id, title, text");
    let inserted = insert.bind(new.title).bind(new.text).fetch_one(&service.database).await;
    let note = inserted.on_constraint("notes.title", ApiError::TitleTaken)?;
    Ok((StatusCode::CREATED, Answer(note)))
}

/// The word of the day.
#[utoipa::path(
    get,
    path = "/word",
    responses((status = 200, body = String), (status = 502, description = "The other service has failed."))
)]
async fn word(State(service): State<Service>, headers: HeaderMap) -> Result<String> {
    let call = async || -> std::result::Result<String, CallError> {
        let response = service.client.get(&service.upstream).relay(&headers).send().await?;
        Ok(response.error_for_envelope().await?.text().await?)
    };
    let mask = || Relay::masked(Condition::UpstreamFailed);
    Ok(call().await.map_err(|error| error.into_fault(mask()))?)
}

/// A client of the service behind this one: it alone is told the ids of a request, and requests are repeated as
/// it advises.
pub fn client(host: &str) -> std::result::Result<ClientWithMiddleware, Box<dyn std::error::Error>> {
    let relay_to = RelayTo::hosts([host])?;
    let client = reqwest::Client::builder().redirect(relay_to.redirects()).build()?;
    Ok(ClientBuilder::new(client).with(Retrier::default()).with(relay_to).build())
}

async fn sign_in(request: Request, next: Next) -> Result<Response> {
    match request.headers().get(AUTHORIZATION) {
        Some(token) if token == "Bearer let-me-in" => Ok(next.run(request).await),
        _ => Err(ApiError::SignInRequired)?,
    }
}

pub fn app(service: Service) -> Router {
    let mut rate = GovernorConfigBuilder::default().key_extractor(GlobalKeyExtractor);
    let rate = rate.per_millisecond(20).burst_size(200).finish().expect("neither is 0");
    let names = manila::EXPOSED_HEADERS.map(HeaderName::from_static);
    let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    let routes = document::router()
        .routes(routes!(create))
        .layer(from_fn(sign_in))
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(word))
        .with_state(service);
    document::served(routes, &envelopes)
        .layer(GovernorLayer::new(rate))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(10)))
        .layer(EnvelopeLayer::new(envelopes))
        .layer(CompressionLayer::new())
        .layer(CorsLayer::new().allow_origin(Any).expose_headers(names))
        .layer(TraceLayer::new_for_http().make_span_with(DefaultMakeSpan::new().level(tracing::Level::INFO)))
}

pub async fn open(url: &str) -> sqlx::Result<SqlitePool> {
    let database = SqlitePool::connect(url).await?;
    let table = "CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, title TEXT UNIQUE, text TEXT)";
    sqlx::query(table).execute(&database).await?;
    Ok(database)
}
