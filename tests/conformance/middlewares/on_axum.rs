//! The middlewares on axum, most of them of tower-http.

use std::net::TcpListener;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use bytes::Bytes;
use http_body::{Body as HttpBody, Frame, SizeHint};
use manila_axum::{EnvelopeLayer, Error, Reply};
use tower::limit::ConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use tower_http::cors::CorsLayer;
use tower_http::map_response_body::MapResponseBodyLayer;
use tower_http::metrics::InFlightRequestsLayer;
use tower_http::metrics::in_flight_requests::InFlightRequestsCounter;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::set_status::SetStatusLayer;
use tower_http::timeout::{ResponseBodyTimeoutLayer, TimeoutLayer};
use tower_http::trace::TraceLayer;

use crate::servers::serve_by;

use super::sources::{CARD, FOREIGN, PAGE, envelopes, taken};

/// Longer than any test takes.
const LONG: Duration = Duration::from_secs(60);

/// Serves to the end of the process.
pub(super) fn serve(listener: TcpListener) {
    let routes = harmless()
        .merge(changing())
        .layer(EnvelopeLayer::new(envelopes()));
    serve_by(listener, |listener| axum::serve(listener, routes));
}

fn sources() -> Router {
    Router::new()
        .route(
            "/fault",
            get(async || -> Result<(), Error> { Err(taken())? }),
        )
        .route("/reply", get(async || Reply(CARD)))
        .route(
            "/foreign",
            get(async || (StatusCode::INTERNAL_SERVER_ERROR, FOREIGN)),
        )
}

fn harmless() -> Router {
    let compression = CompressionLayer::new().compress_when(SizeAbove::new(0));
    let timeout = TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LONG);
    let x_custom = HeaderName::from_static("x-custom");
    let header = SetResponseHeaderLayer::overriding(x_custom, HeaderValue::from_static("1"));
    let in_flight = InFlightRequestsLayer::new(InFlightRequestsCounter::new());
    let collect = from_fn(async |request: Request, next: Next| {
        let (parts, body) = next.run(request).await.into_parts();
        Response::from_parts(parts, Body::from(read(body).await))
    });
    Router::new()
        .nest("/none", sources())
        .nest("/compression", sources().layer(compression))
        .nest("/trace", sources().layer(TraceLayer::new_for_http()))
        .nest("/timeout", sources().layer(timeout))
        .nest(
            "/body-timeout",
            sources().layer(ResponseBodyTimeoutLayer::new(LONG)),
        )
        .nest("/collector", sources().layer(collect.clone()))
        .nest(
            "/two-collectors",
            sources().layer(collect.clone()).layer(collect),
        )
        .nest(
            "/boxed-body",
            sources().layer(MapResponseBodyLayer::new(Body::new)),
        )
        .nest(
            "/two-wrappers",
            sources()
                .layer(TraceLayer::new_for_http())
                .layer(ResponseBodyTimeoutLayer::new(LONG)),
        )
        .nest("/header", sources().layer(header))
        .nest("/cors", sources().layer(CorsLayer::permissive()))
        .nest("/metrics", sources().layer(in_flight))
        .nest("/catch", sources().layer(CatchPanicLayer::new()))
        .nest("/limit", sources().layer(ConcurrencyLimitLayer::new(8)))
}

/// A middleware that makes another response of each.
macro_rules! change {
    ($change:expr) => {
        sources().layer(from_fn(async |request: Request, next: Next| {
            let response = next.run(request).await;
            let change: fn(Response, Bytes) -> Response = $change;
            // Dropped first where the change keeps none of it.
            let (parts, body) = response.into_parts();
            let bytes = read(body).await;
            change(Response::from_parts(parts, Body::empty()), bytes)
        }))
    };
}

fn changing() -> Router {
    let status = SetStatusLayer::new(StatusCode::SERVICE_UNAVAILABLE);
    let extensions = from_fn(async |request: Request, next: Next| {
        let mut response = next.run(request).await;
        response.extensions_mut().clear();
        response
    });
    let beside = from_fn(async |request: Request, next: Next| {
        next.run(request).await.map(|old| {
            Body::new(Beside {
                _old: old,
                new: Body::from(PAGE),
            })
        })
    });
    Router::new()
        .nest("/status", sources().layer(status))
        .nest(
            "/empty-404",
            change!(|mut response, _| {
                *response.status_mut() = StatusCode::NOT_FOUND;
                response
            }),
        )
        .nest(
            "/redirect",
            change!(|mut response, _| {
                *response.status_mut() = StatusCode::SEE_OTHER;
                let login = HeaderValue::from_static("/login");
                response.headers_mut().insert(header::LOCATION, login);
                response
            }),
        )
        .nest(
            "/page",
            change!(|mut response, _| {
                *response.status_mut() = StatusCode::OK;
                response.map(|_| Body::from(PAGE))
            }),
        )
        .nest(
            "/error-page",
            change!(|mut response, _| {
                *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
                response.map(|_| Body::from(PAGE))
            }),
        )
        .nest(
            "/redaction",
            change!(|response, _| response.map(|_| Body::from("***"))),
        )
        .nest("/beside", sources().layer(beside))
        .nest("/emptied", change!(|response, _| response))
        .nest(
            "/appended",
            change!(|response, bytes| {
                response.map(|_| Body::from([&bytes[..], b" "].concat()))
            }),
        )
        .nest(
            "/truncated",
            change!(|response, bytes| {
                response.map(|_| Body::from(bytes.slice(..bytes.len() - 1)))
            }),
        )
        .nest("/extensions", sources().layer(extensions))
        .nest(
            "/another-response",
            change!(|_, _| StatusCode::NOT_FOUND.into_response()),
        )
}

async fn read(body: Body) -> Bytes {
    to_bytes(body, usize::MAX).await.unwrap()
}

/// A body, and the one that it takes the place of.
struct Beside {
    _old: Body,
    new: Body,
}

impl HttpBody for Beside {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.new).poll_frame(cx)
    }

    fn size_hint(&self) -> SizeHint {
        self.new.size_hint()
    }
}
