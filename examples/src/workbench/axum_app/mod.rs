//! The workbench on axum.

mod handler;
mod input;
mod made;

use axum::error_handling::HandleErrorLayer;
use axum::extract::ws::{Message, WebSocketUpgrade};
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{BoxError, Json, Router};
use manila::Fault;
use manila_axum::{EnvelopeLayer, Error, RequestId, RouterExt, reference};
use serde_json::json;
use tokio::net::TcpListener;
use tower::ServiceBuilder;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower::load_shed::LoadShedLayer;
use tower::timeout::TimeoutLayer;
use tower_http::classify::{ServerErrorsAsFailures, SharedClassifier};
use tower_http::trace::{DefaultMakeSpan, TraceLayer};
use tracing::Level;

use self::handler::{call, reply};
use crate::workbench::cors::cors;
use crate::workbench::options::{Options, Placement};
use crate::workbench::raw;
use crate::workbench::routes::{self, Raise, RetryAfter, Sleep};
use crate::workbench::stop::Stop;

/// Serves until it is told to stop.
pub(super) async fn serve(
    listener: TcpListener,
    options: &Options,
    stop: Stop,
) -> std::io::Result<()> {
    let router = router(options);
    if options.bare {
        return axum::serve(listener, router.layer(cors()))
            .with_graceful_shutdown(stop)
            .await;
    }
    if options.placement == Placement::Outside {
        let app = router.with_envelope(options.envelopes()).layer(cors());
        return axum::serve(listener, app)
            .with_graceful_shutdown(stop)
            .await;
    }
    let router = router.layer(EnvelopeLayer::new(options.envelopes()));
    let router = match options.placement {
        Placement::Layer => router.layer(trace()),
        Placement::Inside | Placement::Outside => router,
    };
    axum::serve(listener, router.layer(cors()))
        .with_graceful_shutdown(stop)
        .await
}

/// Serves `/no-layer`, which no envelope layer is around, until it is told to stop.
pub(super) async fn serve_without_layer(listener: TcpListener, stop: Stop) -> std::io::Result<()> {
    let router = Router::new().route("/no-layer", get(made::fail));
    axum::serve(listener, router)
        .with_graceful_shutdown(stop)
        .await
}

fn trace() -> TraceLayer<SharedClassifier<ServerErrorsAsFailures>> {
    let span = DefaultMakeSpan::new().level(Level::INFO);
    TraceLayer::new_for_http().make_span_with(span)
}

fn router(options: &Options) -> Router {
    let nested = faults(options);
    let nested = if options.bare {
        Router::new().nest("/nested", nested)
    } else {
        Router::new().nest_service("/nested", nested.with_envelope(options.nested_envelopes()))
    };
    let observed = if options.observe {
        let observed = options.observed.clone();
        Router::new().route("/observed", get(async move || Json(observed.to_json())))
    } else {
        Router::new()
    };
    let errors = match options.site() {
        Some(site) => reference("/errors", site),
        None => Router::new(),
    };
    faults(options).merge(nested).merge(observed).merge(errors)
}

/// The routes, which the nested router has too.
fn faults(options: &Options) -> Router {
    let timeout = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(service_error))
        .layer(TimeoutLayer::new(routes::TIMEOUT));
    let one_at_a_time = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(service_error))
        .layer(LoadShedLayer::new())
        .layer(GlobalConcurrencyLimitLayer::new(1));
    raw_routes(options)
        .route("/ok", call(options, async || Json(routes::hello())))
        .route("/reply", call(options, reply))
        .route(
            "/id",
            call(options, async |id: RequestId| {
                Json(json!({ "request_id": id.as_str() }))
            }),
        )
        .route("/raise/{code}", call(options, raise))
        .route("/err", call(options, err))
        .route("/std-error", call(options, std_error))
        .route("/panic/{kind}", call(options, panic))
        .route("/retry", call(options, retry))
        .route(
            "/bad-json",
            call(options, async || Json(routes::Unserializable)),
        )
        .route("/ws", get(echo))
        .route("/slow", call(options, sleep).layer(timeout))
        .route("/busy", call(options, sleep).layer(one_at_a_time))
        .route(
            "/middleware-err",
            call(options, async || "never").layer(middleware::from_fn(failing)),
        )
        .merge(input::routes(options))
        .merge(made::routes(options))
        .with_state(options.clone())
}

/// What a handler returns: the fault, or without Manila what a service tends to answer by itself.
fn refuse(options: &Options, fault: impl Into<Error>) -> Response {
    let error = fault.into();
    if !options.bare {
        return error.into_response();
    }
    let status = StatusCode::from_u16(error.fault().http_status()).unwrap_or_default();
    (status, error.to_string()).into_response()
}

async fn raise(
    State(options): State<Options>,
    Path(code): Path<String>,
    Query(query): Query<Raise>,
) -> Response {
    refuse(
        &options,
        routes::raise(options.catalog.catalog(), &code, query),
    )
}

async fn err(State(options): State<Options>) -> Response {
    async fn handler() -> manila_axum::Result<&'static str> {
        Err(routes::broken())?
    }
    match handler().await {
        Ok(text) => text.into_response(),
        Err(error) if options.bare => {
            let cause = error
                .fault()
                .cause()
                .map(manila::Cause::chain)
                .unwrap_or_default();
            (StatusCode::INTERNAL_SERVER_ERROR, cause).into_response()
        }
        Err(error) => error.into_response(),
    }
}

async fn std_error(State(options): State<Options>) -> Response {
    match routes::read_settings() {
        Ok(settings) => settings.into_response(),
        Err(error) => refuse(&options, error),
    }
}

async fn panic(State(options): State<Options>, Path(kind): Path<String>) -> Response {
    refuse(&options, routes::panic(&kind).await)
}

async fn retry(State(options): State<Options>, Query(query): Query<RetryAfter>) -> Response {
    refuse(&options, routes::retry(query))
}

async fn echo(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async |mut socket| {
        while let Some(Ok(message)) = socket.recv().await {
            if matches!(message, Message::Close(_)) || socket.send(message).await.is_err() {
                return;
            }
        }
    })
}

fn raw_routes(options: &Options) -> Router<Options> {
    let mut router = Router::new();
    for (name, raw) in raw::BY_STATUS {
        let route = call(options, async move |Path(status): Path<u16>| {
            raw(status).response()
        });
        router = router.route(&format!("/{name}/{{status}}"), route);
    }
    for (name, raw) in raw::FIXED {
        let route = call(options, async move || raw.response());
        router = router.route(&format!("/{name}"), route);
    }
    router
}

async fn sleep(Query(query): Query<Sleep>) -> &'static str {
    query.run().await;
    "done"
}

/// axum asks whoever adds a layer that can fail to say what its errors become.
async fn service_error(error: BoxError) -> Error {
    Error::of_service(error)
}

async fn failing(_: Request, _: Next) -> Result<Response, Error> {
    Err(Fault::foreign(500).because_text("canary-middleware"))?
}
