//! Layers inside of the envelope: what they answer leaves in it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::StatusCode;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tower_http::validate_request::ValidateRequestHeaderLayer;

use crate::placed;

#[tokio::test]
async fn a_timeout_is_an_envelope() {
    let layer =
        TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_millis(50));
    for server in placed!(inside layer.clone(); outside) {
        server
            .get("/slow")
            .await
            .assert_envelope(504, "gateway_timeout");
        server.get("/ok").await.assert_success();
    }
    let layer =
        TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_millis(50));
    for server in placed!(inside layer.clone(); outside) {
        server
            .get("/slow")
            .await
            .assert_envelope(408, "request_timeout");
    }
}

#[tokio::test]
async fn a_limit_of_bodies_is_an_envelope() {
    for server in placed!(inside RequestBodyLimitLayer::new(4); outside) {
        let json = &[("content-type", "text/plain")];
        server
            .post("/echo", json, "more than four")
            .await
            .assert_envelope(413, "content_too_large");
        server.post("/echo", json, "four").await.assert_success();
    }
}

#[tokio::test]
async fn a_panic_that_was_caught_before_is_an_envelope() {
    for server in placed!(inside CatchPanicLayer::new(); outside) {
        server
            .get("/panic")
            .await
            .assert_envelope(500, "internal_server_error");
    }
}

#[tokio::test]
async fn errors_are_not_sent_compressed_and_successes_are() {
    for server in placed!(inside CompressionLayer::new(); outside) {
        let gzip = &[("accept-encoding", "gzip")];
        for (path, status, code) in [
            ("/fault", 402, "PLAN_LIMIT_EXCEEDED"),
            ("/missing", 404, "not_found"),
            ("/text", 500, "internal_server_error"),
            ("/panic", 500, "internal_server_error"),
        ] {
            let answer = server.get_with(path, gzip).await;
            answer.assert_envelope(status, code);
            assert_eq!(answer.header("content-encoding"), None, "{answer:?}");
        }
        let answer = server.get_with("/ok", gzip).await;
        answer.assert_success();
        assert_eq!(answer.header("content-encoding"), Some("gzip"));
        assert!(answer.body.len() < 500);
    }
}

#[tokio::test]
async fn cors_keeps_its_fields_on_an_error_but_for_a_panic() {
    for server in placed!(inside CorsLayer::permissive(); outside) {
        let origin = &[("origin", "https://example.com")];
        let answer = server.get_with("/fault", origin).await;
        answer.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        let answer = server.get_with("/panic", origin).await;
        answer.assert_envelope(500, "internal_server_error");
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
}

#[tokio::test]
async fn a_compressed_request_is_read() {
    for server in placed!(inside RequestDecompressionLayer::new(); outside) {
        let answer = server
            .post("/echo", &[("content-encoding", "gzip")], "no gzip")
            .await;
        assert!((400..500).contains(&answer.status), "{answer:?}");
        assert!(answer.header("x-error-code").is_some(), "{answer:?}");
        let answer = server
            .post("/echo", &[("content-encoding", "lzw")], "what")
            .await;
        answer.assert_envelope(415, "unsupported_media_type");
    }
}

#[tokio::test]
async fn a_refusal_is_an_envelope_with_its_challenge() {
    #[allow(deprecated)]
    let layer = || ValidateRequestHeaderLayer::accept("application/json");
    for server in placed!(inside layer(); outside) {
        let answer = server.get_with("/ok", &[("accept", "text/html")]).await;
        answer.assert_envelope(406, "not_acceptable");
    }
}

#[tokio::test]
async fn a_field_that_is_set_on_everything_stays() {
    let name = http::HeaderName::from_static("x-api-version");
    let layer = SetResponseHeaderLayer::overriding(name, http::HeaderValue::from_static("7"));
    for server in placed!(inside layer.clone(); outside) {
        let answer = server.get("/text").await;
        answer.assert_envelope(500, "internal_server_error");
        assert_eq!(answer.header("x-api-version"), Some("7"));
    }
}

#[tokio::test]
async fn ids_of_the_layers_of_tower_http_are_those_of_the_envelope() {
    for server in placed!(
        inside PropagateRequestIdLayer::x_request_id(), SetRequestIdLayer::x_request_id(MakeRequestUuid);
        outside
    ) {
        server
            .get("/fault")
            .await
            .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        server.get("/ok").await.assert_success();
    }
}

#[tokio::test]
async fn trace_sees_what_is_inside_of_it_but_no_panic() {
    let seen = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&seen);
    let layer = TraceLayer::new_for_http().on_response(
        move |response: &http::Response<_>, _: Duration, _: &tracing::Span| {
            let _: &http::Response<axum::body::Body> = response;
            count.fetch_add(
                usize::from(response.status().as_u16() >= 400),
                Ordering::Relaxed,
            );
        },
    );
    for server in placed!(inside layer.clone(); outside) {
        seen.store(0, Ordering::Relaxed);
        for path in ["/fault", "/missing", "/panic"] {
            server.get(path).await;
        }
        assert_eq!(seen.load(Ordering::Relaxed), 2);
    }
}
