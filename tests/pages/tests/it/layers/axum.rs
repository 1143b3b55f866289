//! Layers of an axum service.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::error_handling::HandleErrorLayer;
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::get;
use axum::{BoxError, Router};
use http_body_util::BodyExt as _;
use manila_axum::{EnvelopeLayer, Envelopes, Error};
use tower::limit::ConcurrencyLimitLayer;
use tower::load_shed::LoadShedLayer;
use tower::{ServiceBuilder, ServiceExt as _};
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use super::place::{Place, Side, Stack};
use axum::http::{Request, StatusCode};

pub(super) static STACK: Stack = Stack {
    framework: "axum",
    file: "layers-axum.svg",
    places: &[
        Place {
            layer: "TraceLayer, metrics",
            side: Side::Outside,
            why: "it sees the response that is sent, a panic's too",
            drive: |side| Box::pin(traced(side)),
        },
        Place {
            layer: "CorsLayer",
            side: Side::Outside,
            why: "scripts of other origins may read every error, a panic's too",
            drive: |side| Box::pin(shared(side)),
        },
        Place {
            layer: "CompressionLayer",
            side: Side::Outside,
            why: "envelopes are compressed as well",
            drive: |side| Box::pin(compressed(side)),
        },
        Place {
            layer: "TimeoutLayer",
            side: Side::Inside,
            why: "its answer is an envelope",
            drive: |side| Box::pin(timed(side)),
        },
        Place {
            layer: "LoadShedLayer, ConcurrencyLimitLayer (with HandleErrorLayer)",
            side: Side::Inside,
            why: "its answer is an envelope",
            drive: |side| Box::pin(shed(side)),
        },
        Place {
            layer: "RequestBodyLimitLayer",
            side: Side::Inside,
            why: "its answer is an envelope",
            drive: |side| Box::pin(limited(side)),
        },
        Place {
            layer: "RequestDecompressionLayer",
            side: Side::Inside,
            why: "its answer is an envelope",
            drive: |side| Box::pin(decompressed(side)),
        },
        Place {
            layer: "authentication, rate limits, from_fn(…)",
            side: Side::Inside,
            why: "its answer is an envelope",
            drive: |side| Box::pin(refused(side)),
        },
    ],
};

fn routes() -> Router {
    Router::new()
        .route("/", get(async || "hello").post(async |text: String| text))
        .route("/panic", get(async || -> () { panic!("a test's") }))
        .route("/slow", get(std::future::pending::<&'static str>))
}

fn envelope() -> EnvelopeLayer {
    EnvelopeLayer::new(Envelopes::ok_error())
}

/// The router with a layer on one side of the envelope.
macro_rules! stack {
    ($side:expr, $layer:expr) => {
        match $side {
            Side::Outside => routes().layer(envelope()).layer($layer),
            Side::Inside => routes().layer($layer).layer(envelope()),
        }
    };
}

async fn call(app: Router, request: axum::http::request::Builder) -> Response {
    let request: Request<Body> = request.body(Body::empty()).unwrap();
    app.oneshot(request).await.unwrap()
}

async fn is_envelope(response: Response) -> bool {
    let has_id = response.headers().contains_key("x-request-id");
    let body = response.into_body().collect().await.unwrap().to_bytes();
    has_id && body.starts_with(br#"{"ok":false,"error":{"code":"#)
}

async fn traced(side: Side) -> bool {
    let sees_panic = Arc::new(AtomicBool::new(false));
    let noted = Arc::clone(&sees_panic);
    let layer = TraceLayer::new_for_http().on_response(
        move |response: &axum::http::Response<_>, _: Duration, _: &_| {
            noted.store(response.status() == 500, Ordering::Relaxed);
        },
    );
    call(stack!(side, layer), Request::get("/panic")).await;
    sees_panic.load(Ordering::Relaxed)
}

async fn shared(side: Side) -> bool {
    let app = stack!(side, CorsLayer::permissive());
    let request = Request::get("/panic").header("origin", "https://app.example");
    let response = call(app, request).await;
    let headers = response.headers();
    headers.contains_key("access-control-allow-origin")
}

async fn compressed(side: Side) -> bool {
    let app = stack!(side, CompressionLayer::new());
    let request = Request::get("/missing").header("accept-encoding", "gzip");
    let response = call(app, request).await;
    response.headers().contains_key("content-encoding")
}

async fn timed(side: Side) -> bool {
    let limit = Duration::from_millis(1);
    let layer = TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, limit);
    is_envelope(call(stack!(side, layer), Request::get("/slow")).await).await
}

async fn shed(side: Side) -> bool {
    // What the service says of an error without an envelope around it.
    let handle = HandleErrorLayer::new(async move |error: BoxError| match side {
        Side::Outside => Err((StatusCode::SERVICE_UNAVAILABLE, error.to_string())),
        Side::Inside => Ok(Error::of_service(error)),
    });
    let layer = ServiceBuilder::new()
        .layer(handle)
        .layer(LoadShedLayer::new())
        .layer(ConcurrencyLimitLayer::new(0));
    is_envelope(call(stack!(side, layer), Request::get("/")).await).await
}

async fn limited(side: Side) -> bool {
    let layer = RequestBodyLimitLayer::new(8);
    let request = Request::post("/").header("content-length", "9");
    is_envelope(call(stack!(side, layer), request).await).await
}

async fn decompressed(side: Side) -> bool {
    let layer = RequestDecompressionLayer::new();
    let request = Request::post("/").header("content-encoding", "odd");
    is_envelope(call(stack!(side, layer), request).await).await
}

async fn refused(side: Side) -> bool {
    let layer = from_fn(
        async |_: axum::extract::Request, _: axum::middleware::Next| {
            (StatusCode::UNAUTHORIZED, "Not from here.")
        },
    );
    is_envelope(call(stack!(side, layer), Request::get("/")).await).await
}
