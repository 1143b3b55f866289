//! The OpenAPI document, and a page to read it.

use axum::response::Html;
use axum::routing::get;
use axum::{Json, Router};
use manila::Envelopes;
use manila_utoipa::Document;
use utoipa::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

#[derive(OpenApi)]
#[openapi(info(title = "Notes", description = "Notes of signed-in people.", license(name = "MIT OR Apache-2.0")))]
struct Notes;

/// A router that knows what the document says of no operation.
pub fn router<S: Clone + Send + Sync + 'static>() -> OpenApiRouter<S> {
    let mut api = Notes::openapi();
    let token = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    api.components.get_or_insert_default().add_security_scheme("token", token);
    OpenApiRouter::with_openapi(api)
}

/// The routes, and their document at `/openapi.json`.
pub fn served(router: OpenApiRouter, envelopes: &Envelopes) -> Router {
    let (router, mut api) = router.split_for_parts();
    envelopes.document(&mut api).expect("each code is of the service's catalog");
    router
        .route("/openapi.json", get(async || Json(api)))
        .route("/docs", get(async || Html(include_str!("../../docs.html"))))
}
