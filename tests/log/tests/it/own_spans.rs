//! The request's id on spans of a service's own, and what no event tells.

use std::io;
use std::panic::AssertUnwindSafe;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{Error, web};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use futures_util::{FutureExt as _, StreamExt as _, stream};
use manila_axum::RequestIdLayer;
use tower::ServiceExt as _;
use tower_http::trace::TraceLayer;
use tracing::field::Empty;
use tracing::{Instrument as _, Span, info_span};

use crate::support::{ApiError, Lines};

/// The page of which these are the examples.
const PAGE: &str = include_str!("../../../../docs/log.md");

async fn open_span<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let span = info_span!("request", method = %request.method(), request_id = Empty);
    next.call(request).instrument(span).await
}

async fn record_id<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let id = request.headers().get("x-request-id");
    if let Some(id) = id.and_then(|id| id.to_str().ok()) {
        Span::current().record("request_id", id);
    }
    next.call(request).await
}

fn axums() -> Router {
    Router::new()
        .route("/bare", get(async || Err::<(), _>(ApiError::ReadOnly(8))))
        .route("/late", get(async || Body::from_stream(late())))
        .layer(manila_axum::EnvelopeLayer::new(
            manila_axum::Envelopes::ok_error(),
        ))
        .layer(
            TraceLayer::new_for_http().make_span_with(|request: &Request<_>| {
                let id = request.headers().get("x-request-id");
                let id = id.and_then(|id| id.to_str().ok());
                info_span!("request", method = %request.method(), request_id = id)
            }),
        )
        .layer(RequestIdLayer::default())
}

macro_rules! actixs {
    () => {
        actix_web::App::new()
            .route(
                "/bare",
                web::get().to(async || Err::<&str, _>(ApiError::ReadOnly(8))),
            )
            .route(
                "/late",
                web::get().to(async || actix_web::HttpResponse::Ok().streaming(late())),
            )
            .wrap(from_fn(record_id))
            .wrap(manila_actix::EnvelopeLayer::new(
                manila_actix::Envelopes::ok_error(),
            ))
            .wrap(from_fn(open_span))
    };
}

/// A body that begins and then panics.
fn late() -> impl futures_util::Stream<Item = io::Result<web::Bytes>> + Send + 'static {
    let first = stream::iter([Ok(web::Bytes::from_static(b"a"))]);
    first.chain(stream::once(async { panic!("a test's") }))
}

fn check_span(lines: &Lines, id: &str) {
    let [event] = &lines.events()[..] else {
        panic!("one event: {:?}", lines.events());
    };
    let span = format!("request{{method=GET request_id=\"{id}\"}}: manila::fault:");
    assert!(event.contains(&span), "{span} is not in {event}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_span_of_axums_has_the_id_that_was_made() {
    let lines = Lines::default();
    let _guard = tracing::subscriber::set_default(lines.subscriber());
    let request = Request::get("/bare").body(Body::empty()).unwrap();
    let response = axums().oneshot(request).await.unwrap();
    check_span(&lines, response.headers()["x-request-id"].to_str().unwrap());
}

#[actix_web::test]
async fn a_span_of_actix_webs_has_the_id_that_was_made() {
    let lines = Lines::default();
    let _guard = tracing::subscriber::set_default(lines.subscriber());
    let app = init_service(actixs!()).await;
    let request = TestRequest::get().uri("/bare").to_request();
    let response = call_service(&app, request).await;
    check_span(
        &lines,
        response
            .headers()
            .get("x-request-id")
            .unwrap()
            .to_str()
            .unwrap(),
    );
}

#[actix_web::test]
async fn a_body_that_panics_after_its_head_has_no_event() {
    let lines = Lines::default();
    let _guard = tracing::subscriber::set_default(lines.subscriber());
    let request = Request::get("/late").body(Body::empty()).unwrap();
    let response = axums().oneshot(request).await.unwrap();
    let read = axum::body::to_bytes(response.into_body(), usize::MAX);
    assert!(AssertUnwindSafe(read).catch_unwind().await.is_err());

    let app = init_service(actixs!()).await;
    let response = call_service(&app, TestRequest::get().uri("/late").to_request()).await;
    let read = actix_web::body::to_bytes(response.into_body());
    assert!(AssertUnwindSafe(read).catch_unwind().await.is_err());
    assert_eq!(lines.events(), [""; 0]);
}

#[test]
fn the_page_shows_what_is_run() {
    let (source, _) = include_str!("own_spans.rs")
        .split_once("fn the_page_shows_what_is_run")
        .unwrap();
    for line in [
        "Span::current().record(\"request_id\", id);",
        "let span = info_span!(\"request\", method = %request.method(), request_id = Empty);",
        "info_span!(\"request\", method = %request.method(), request_id = id)",
        ".layer(RequestIdLayer::default())",
        ".wrap(from_fn(record_id))",
    ] {
        assert!(PAGE.contains(line) && source.contains(line), "{line}");
    }
}
