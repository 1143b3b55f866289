//! axum, with tower-http's compression, CORS, tracing and timeout.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use manila_axum::{EnvelopeLayer, Envelopes, Json, Path, Query, Reply};
use manila_probe::assert_enveloped_with;
use manila_probe::oracle::Style;
use serde::Deserialize;
use tower::ServiceBuilder;
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use super::{ROUTES, check_clean, rows};

/// What the service refuses.
#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
#[error_code(catalog = "apps", case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("There is no such app.")]
    #[error_code(status = 404)]
    AppNotFound,
}

#[derive(Deserialize)]
struct App {
    name: String,
}

#[derive(Deserialize)]
struct Page {
    limit: Option<u32>,
}

async fn list(Query(page): Query<Page>) -> Reply<Option<u32>> {
    Reply(page.limit)
}

async fn read(Path(_): Path<u64>) -> Result<Reply<()>, ApiError> {
    Err(ApiError::AppNotFound)
}

/// Counts what is changed.
type Changes = Arc<AtomicUsize>;

fn apps(changes: &Changes) -> Router {
    let (created, deleted) = (changes.clone(), changes.clone());
    let create = async move |Json(app): Json<App>| {
        created.fetch_add(1, Ordering::Relaxed);
        Reply(app.name)
    };
    let delete = async move || {
        deleted.fetch_add(1, Ordering::Relaxed);
        StatusCode::NO_CONTENT
    };
    Router::new()
        .route("/apps", get(list).post(create))
        .route("/apps/{id}", get(read).delete(delete))
}

fn service(changes: &Changes) -> Router {
    let nested = apps(changes).fallback(async || StatusCode::NOT_FOUND);
    let nested = nested.layer(EnvelopeLayer::new(Envelopes::json_api()));
    apps(changes)
        .nest("/v2", nested)
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(
            ServiceBuilder::new()
                .layer(TraceLayer::new_for_http())
                .layer(CompressionLayer::new())
                .layer(CorsLayer::permissive())
                .layer(EnvelopeLayer::new(Envelopes::ok_error()))
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::GATEWAY_TIMEOUT,
                    Duration::from_secs(5),
                )),
        )
}

/// Serves an app as long as the process runs.
async fn serve(app: Router) -> String {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
        .await
        .unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, app).await });
    format!("http://{address}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stock_service_on_axum_is_clean() {
    check_clean(&serve(service(&Changes::default())).await);
}

#[tokio::test]
async fn a_stock_service_on_axum_is_enveloped() {
    let app = || service(&Changes::default());
    assert_enveloped_with(app(), |probe| {
        probe.routes(["GET /apps", "GET /v2/apps/{id}"])
    })
    .await;
    assert_enveloped_with(app(), |probe| {
        let probe = probe.with_routes(ROUTES.parse().unwrap()).unsafe_methods();
        probe.style(Style::OkError).style_of("/v2", Style::JsonApi)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_changed_unless_that_is_allowed() {
    let changes = Changes::default();
    let url = serve(service(&changes)).await;
    let list = super::file(".txt", ROUTES);
    let list = list.path().to_str().unwrap();
    let sent = rows(&url, &["--routes", list]);
    let methods = sent
        .iter()
        .filter(|row| row["path"] == "/apps" || row["path"] == "/apps/0");
    let mut methods: Vec<_> = methods.map(|row| row["method"].as_str().unwrap()).collect();
    methods.sort_unstable();
    methods.dedup();
    assert_eq!(methods, ["GET", "HEAD", "OPTIONS", "PROPFIND"]);
    assert_eq!(changes.load(Ordering::Relaxed), 0);
    let sent = rows(&url, &["--routes", list, "--unsafe-methods"]);
    for source in [
        "malformed-json",
        "unknown-members",
        "oversized-declared",
        "malformed-json-of-delete",
    ] {
        assert!(sent.iter().any(|row| row["source"] == source), "{source}");
    }
    assert!(changes.load(Ordering::Relaxed) > 0);
}
