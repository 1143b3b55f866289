//! The app on axum, with the recorder in each place.

use std::net::TcpListener;
use std::path::Path;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use manila::{Condition, Fault};
use manila_axum::{EnvelopeLayer, RouterExt as _, recorder};
use tower::ServiceBuilder;
use tower::make::Shared;

use crate::servers::serve_by;

use super::app::{OWN, create, envelopes, fine, panics, read};

fn routes() -> Router {
    let merged = Router::new().route("/merged", get(create));
    let nested = Router::new().route("/users/{id}/notes", get(create));
    let inner = Router::new()
        .route("/notes/{id}", get(read))
        .with_envelope(envelopes());
    Router::new()
        .route("/fine", get(fine))
        .route("/notes", post(create))
        .route("/notes/{id}", get(read))
        .route("/panic", get(panics))
        .route("/bare", get(StatusCode::GONE))
        .route(
            "/own",
            get((StatusCode::IM_A_TEAPOT, Extension(OWN), "canary")),
        )
        .route("/moved", get(Redirect::to("/canary")))
        .route("/refused", get(fine).layer(from_fn(refuse)))
        .route("/files/{*rest}", get(create))
        .merge(merged)
        .nest("/api", nested)
        .nest_service("/inner", inner)
}

async fn refuse(_: Request, _: Next) -> Response {
    manila_axum::Error::from(Fault::condition(Condition::Forbidden)).into_response()
}

pub(super) fn in_router(listener: TcpListener, record: &Path) {
    let app = routes()
        .layer(EnvelopeLayer::new(envelopes()))
        .layer(recorder::layer_to(record));
    serve_by(listener, |listener| axum::serve(listener, app));
}

/// The file is the one that the variable names.
pub(super) fn by_env(listener: TcpListener, _: &Path) {
    let app = routes()
        .layer(EnvelopeLayer::new(envelopes()))
        .layer(recorder::layer());
    serve_by(listener, |listener| axum::serve(listener, app));
}

pub(super) fn around_app(listener: TcpListener, record: &Path) {
    let app = routes()
        .with_envelope(envelopes())
        .layer(recorder::layer_to(record));
    serve_by(listener, |listener| axum::serve(listener, app));
}

pub(super) fn around_service(listener: TcpListener, record: &Path) {
    let app = ServiceBuilder::new()
        .layer(recorder::layer_to(record))
        .layer(EnvelopeLayer::new(envelopes()))
        .service(routes().layer(recorder::routes()));
    serve_by(listener, |listener| axum::serve(listener, Shared::new(app)));
}

pub(super) fn twice(listener: TcpListener, record: &Path) {
    let inside = recorder::layer_to(record);
    let app = routes()
        .layer(inside.clone())
        .layer(EnvelopeLayer::new(envelopes()))
        .layer(inside.clone())
        .with_envelope(envelopes())
        .layer(inside);
    serve_by(listener, |listener| axum::serve(listener, app));
}

pub(super) fn route_layer(listener: TcpListener, record: &Path) {
    let recorded = Router::new()
        .route("/notes", post(create))
        .route_layer(EnvelopeLayer::new(envelopes()))
        .route_layer(recorder::layer_to(record));
    let app = recorded.route("/fine", get(fine));
    serve_by(listener, |listener| axum::serve(listener, app));
}
