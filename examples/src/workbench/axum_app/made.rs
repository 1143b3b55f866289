//! The routes of what handlers and the middleware around them make.

use axum::Router;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use manila::{Condition, Fault};
use manila_axum::{Error, Json, Reply};
use tower_http::timeout::RequestBodyTimeoutLayer;
use tracing::Instrument as _;

use super::handler::{call, reply};
use crate::workbench::input::Signup;
use crate::workbench::made::{self, Made, bare_text, location};
use crate::workbench::meddle::Change;
use crate::workbench::options::Options;
use crate::workbench::relay::{self, Relay};
use crate::workbench::routes;

pub(super) fn routes(options: &Options) -> Router<Options> {
    let mut router = Router::new();
    for path in made::PATHS {
        router = router.route(path, call(options, make));
    }
    let slow_body = post(async |_: Json<Signup>| Json(routes::hello()))
        .layer(RequestBodyTimeoutLayer::new(routes::TIMEOUT));
    router
        .route(
            "/meddle/{what}",
            call(options, make).layer(middleware::from_fn(meddle)),
        )
        .route("/relay", call(options, relay))
        .route("/span", call(options, span))
        .route("/slow-body", slow_body)
}

async fn make(state: State<Options>, uri: Uri) -> Response {
    let made = Made::at(&state, uri.path(), uri.query());
    match made {
        Made::Fault(fault) => refuse(&state, fault),
        Made::Under(status, fault) => under(status, refuse(&state, fault)),
        Made::Unserializable(status) if state.bare => {
            under(status, axum::Json(routes::Unserializable).into_response())
        }
        Made::Unserializable(status) => {
            under(status, Reply(routes::Unserializable).into_response())
        }
        Made::Reply => reply(state).await,
        Made::Raw(raw) => raw.response(),
    }
}

/// The fault, or without Manila what a service tends to answer by itself.
fn refuse(options: &Options, fault: Fault) -> Response {
    if !options.bare {
        return Error::from(fault).into_response();
    }
    let status = StatusCode::from_u16(fault.http_status()).unwrap_or_default();
    (status, bare_text(&fault)).into_response()
}

/// The response under the status that the handler gives it.
fn under(status: u16, mut response: Response) -> Response {
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    if let Some(location) = location(status) {
        let location = HeaderValue::from_static(location);
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

async fn meddle(request: Request, next: Next) -> Response {
    let change = Change::at(request.uri().path());
    let mut response = next.run(request).await;
    if let Some(change) = change {
        change.apply(&mut response);
    }
    response
}

async fn relay(State(options): State<Options>, Query(query): Query<Relay>) -> Response {
    match relay::relay(&query).await {
        Ok(relayed) => relayed.response(),
        Err(error) => refuse(
            &options,
            Fault::condition(Condition::UpstreamFailed).because(error),
        ),
    }
}

/// Fails inside of a span, and hands the error on with `?`.
async fn span(State(options): State<Options>) -> Response {
    async fn inner() -> manila_axum::Result<&'static str> {
        Err(routes::broken())?
    }
    async fn handler() -> manila_axum::Result<&'static str> {
        let text = inner()
            .instrument(tracing::info_span!("inner", canary_span = 7))
            .await?;
        Ok(text)
    }
    match handler().await {
        Ok(text) => text.into_response(),
        Err(error) => refuse(&options, error.into_fault()),
    }
}

/// `/no-layer`
pub(super) async fn fail() -> manila_axum::Result<&'static str> {
    Err(routes::broken())?
}
