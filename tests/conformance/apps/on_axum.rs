//! The apps on axum.

use std::net::TcpListener;

use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequestParts, Path as Own, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use manila_axum::{
    Error, Form, Json, JsonAll, Path, Query, Reply, RouterExt as _, garde, validator,
};
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::servers::serve_by;

use super::app::{App, FOREIGN, LONGEST, PATIENCE};
use super::input::{Header, Newcomer, Page, Signup, Slug, Whole};

/// Serves to the end of the process.
pub(super) fn serve(listener: TcpListener, app: App) {
    let routes = match app {
        App::Rules => rules(),
        App::Input => input(),
        App::Replies => replies(),
        App::Hiding | App::Silent => Router::new().route("/{status}", get(foreign)),
        App::Stopped => {
            let number = || post(async |Json(number): Json<u64>| number.to_string());
            Router::new()
                .route(
                    "/slow",
                    number().layer(RequestBodyTimeoutLayer::new(PATIENCE)),
                )
                .route("/long", number().layer(RequestBodyLimitLayer::new(LONGEST)))
        }
        App::Nested => {
            let inner = Router::new().route("/", get(async || "fine"));
            Router::new().nest_service("/inner", inner.with_envelope(app.envelopes()))
        }
        App::OwnStyle(_) => Router::new().route("/", get(async || StatusCode::CONFLICT)),
    };
    let routes = routes.with_envelope(app.envelopes());
    serve_by(listener, |listener| axum::serve(listener, routes));
}

fn rules() -> Router {
    let by_garde = Router::new()
        .route("/json", post(async |_: garde::Valid<Json<Signup>>| "valid"))
        .route("/form", post(async |_: garde::Valid<Form<Page>>| "valid"))
        .route("/query", get(async |_: garde::Valid<Query<Page>>| "valid"))
        .route(
            "/path/{pageSize}",
            get(async |_: garde::Valid<Path<Page>>| "valid"),
        )
        .route("/header", get(async |_: garde::Valid<Header>| "valid"))
        .route(
            "/whole",
            post(async |_: garde::Valid<JsonAll<Whole>>| "valid"),
        );
    let by_validator = Router::new()
        .route(
            "/json",
            post(async |_: validator::Valid<Json<Newcomer>>| "valid"),
        )
        .route(
            "/form",
            post(async |_: validator::Valid<Form<Page>>| "valid"),
        )
        .route(
            "/query",
            get(async |_: validator::Valid<Query<Page>>| "valid"),
        )
        .route(
            "/path/{pageSize}",
            get(async |_: validator::Valid<Path<Page>>| "valid"),
        )
        .route("/header", get(async |_: validator::Valid<Header>| "valid"));
    Router::new()
        .nest("/garde", by_garde)
        .nest("/validator", by_validator)
}

impl<S: Sync> FromRequestParts<S> for Header {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> manila_axum::Result<Self> {
        Ok(Self::read(parts.headers["page-size"].as_bytes()))
    }
}

fn input() -> Router {
    Router::new()
        .route(
            "/number",
            post(async |Json(number): Json<u8>| number.to_string()),
        )
        .route("/one/{id}", get(async |Path(id): Path<u8>| id.to_string()))
        .route(
            "/two/{id}/{at}",
            get(async |Path((id, at)): Path<(u8, u8)>| (id + at).to_string()),
        )
        .route(
            "/fewer/{id}/{at}",
            get(async |Path(id): Path<u8>| id.to_string()),
        )
        .route("/other/{id}", get(async |Path(slug): Path<Slug>| slug.slug))
        .route(
            "/foreign/coding",
            post((
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                [(header::ACCEPT_ENCODING, "gzip, br")],
            )),
        )
        .route("/foreign/type", post(StatusCode::UNSUPPORTED_MEDIA_TYPE))
        .route(
            "/decoded",
            post(async |Json(number): Json<u8>| number.to_string())
                .layer(RequestDecompressionLayer::new()),
        )
}

async fn foreign(Own(status): Own<u16>) -> impl IntoResponse {
    let status = StatusCode::from_u16(status).unwrap();
    (status, FOREIGN, "canary-text")
}

fn replies() -> Router {
    let reply = get(async || Reply([1, 2]));
    Router::new().route("/{status}", reply.layer(from_fn(with_status)))
}

/// Gives the response another status, and takes the content away where that has none, or only a part.
async fn with_status(Own(status): Own<u16>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    if matches!(status, 204..=206 | 304) {
        *response.body_mut() = Body::empty();
        response.headers_mut().remove(header::CONTENT_TYPE);
    }
    response
}
