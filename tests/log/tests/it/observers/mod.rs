//! The observers that the documentation shows, and what they make of errors.

mod issues;
mod metrics;
mod page;
mod spans;

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::Request;
use axum::routing::get;
use manila_axum::{EnvelopeLayer, Envelopes};
use tower::ServiceExt as _;

use crate::support::ApiError;

/// The same service for every observer.
fn app(envelopes: Envelopes) -> Router {
    Router::new()
        .route("/ok", get(async || "ok"))
        .route(
            "/shards/{id}",
            get(async |Path(id): Path<u8>| Err::<(), _>(ApiError::ReadOnly(id))),
        )
        .route(
            "/nodes/{id}",
            get(async |Path(id): Path<u8>| Err::<(), _>(ApiError::HungUp(id))),
        )
        .layer(EnvelopeLayer::new(envelopes.catalog(ApiError::CATALOG)))
}

/// Asks for the paths, one after the other, each under its own id: `id-0`, `id-1` and so on.
async fn call(app: &Router, paths: &[&str]) {
    for (number, path) in paths.iter().enumerate() {
        let request = Request::get(*path).header("x-request-id", format!("id-{number}"));
        let request = request.body(Body::empty()).unwrap();
        app.clone().oneshot(request).await.unwrap();
    }
}
