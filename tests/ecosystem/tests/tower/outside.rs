//! Layers outside of the envelope: they see finished envelopes, and a panic as a response.

use std::io::Read as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::{HeaderName, Method, StatusCode};
use http_body_util::Full;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{Any, CorsLayer};
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::placed;

#[tokio::test]
async fn an_envelope_is_compressed_as_a_success_is() {
    for server in placed!(inside; outside CompressionLayer::new().compress_when(|_: StatusCode, _: http::Version, _: &http::HeaderMap, _: &http::Extensions| true))
    {
        for path in ["/fault", "/missing", "/panic", "/ok"] {
            let mut answer = server.get_with(path, &[("accept-encoding", "gzip")]).await;
            assert_eq!(
                answer.header("content-encoding"),
                Some("gzip"),
                "{answer:?}"
            );
            let mut text = Vec::new();
            flate2::read::GzDecoder::new(&*answer.body)
                .read_to_end(&mut text)
                .unwrap();
            answer.body = text.into();
            match path {
                "/fault" => answer.assert_envelope(402, "PLAN_LIMIT_EXCEEDED"),
                "/missing" => answer.assert_envelope(404, "not_found"),
                "/panic" => answer.assert_envelope(500, "internal_server_error"),
                _ => answer.assert_success(),
            }
        }
        let head = server
            .request(Method::HEAD, "/missing")
            .header("accept-encoding", "gzip");
        let answer = server.send(head.body(Full::default()).unwrap()).await;
        answer.assert_head(404, "not_found");
        assert_eq!(answer.header("content-length"), None, "{answer:?}");
    }
}

#[tokio::test]
async fn trace_sees_every_error_panics_too() {
    let seen = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&seen);
    let layer = TraceLayer::new_for_http().on_response(
        move |response: &http::Response<axum::body::Body>, _: Duration, _: &tracing::Span| {
            count.fetch_add(
                usize::from(response.status().as_u16() >= 400),
                Ordering::Relaxed,
            );
        },
    );
    for server in placed!(inside; outside layer.clone()) {
        seen.store(0, Ordering::Relaxed);
        server
            .get("/fault")
            .await
            .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        server
            .get("/missing")
            .await
            .assert_envelope(404, "not_found");
        server
            .get("/panic")
            .await
            .assert_envelope(500, "internal_server_error");
        assert_eq!(seen.load(Ordering::Relaxed), 3);
    }
}

#[tokio::test]
async fn cors_has_its_fields_on_every_error_and_exposes_those_of_the_envelope() {
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .expose_headers(manila::EXPOSED_HEADERS.map(HeaderName::from_static));
    for server in placed!(inside; outside cors.clone()) {
        for path in ["/fault", "/missing", "/panic"] {
            let answer = server
                .get_with(path, &[("origin", "https://example.com")])
                .await;
            assert_eq!(
                answer.header("access-control-allow-origin"),
                Some("*"),
                "{answer:?}"
            );
            let exposed = answer.header("access-control-expose-headers").unwrap();
            assert!(
                exposed.contains("x-request-id") && exposed.contains("x-error-code"),
                "{exposed}"
            );
            answer.assert_envelope(answer.status, answer.header("x-error-code").unwrap());
        }
    }
}

#[tokio::test]
async fn layers_that_only_watch_change_nothing() {
    for server in placed!(
        inside; outside CatchPanicLayer::new(), RequestDecompressionLayer::new(),
        PropagateRequestIdLayer::x_request_id(), SetRequestIdLayer::x_request_id(MakeRequestUuid)
    ) {
        server.assert_own_answers().await;
    }
}

/// What an outer layer answers by itself is its own answer, and leaves as it is: that is why these
/// belong inside.
#[tokio::test]
async fn what_an_outer_layer_answers_is_no_envelope() {
    let timeout =
        TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_millis(50));
    for server in placed!(inside; outside timeout.clone()) {
        let answer = server.get("/slow").await;
        assert_eq!((answer.status, answer.header("x-error-code")), (504, None));
        server
            .get("/fault")
            .await
            .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
    }
    for server in placed!(inside; outside RequestBodyLimitLayer::new(4)) {
        let answer = server.post("/echo", &[], "more than four").await;
        assert_eq!((answer.status, answer.header("x-error-code")), (413, None));
    }
}

#[tokio::test]
async fn the_body_that_an_outer_limit_stops_while_it_is_read_is_an_envelope() {
    for server in placed!(inside; outside RequestBodyLimitLayer::new(4)) {
        // Without a length, so that nobody can tell beforehand.
        let request = server.request(Method::POST, "/echo");
        let body = http_body_util::StreamBody::new(futures_util::stream::iter(
            ["more ", "than ", "four"]
                .map(|it| Ok::<_, std::io::Error>(http_body::Frame::data(bytes::Bytes::from(it)))),
        ));
        let client =
            hyper_util::client::legacy::Client::builder(hyper_util::rt::TokioExecutor::new())
                .build_http();
        let response = client.request(request.body(body).unwrap()).await.unwrap();
        manila_ecosystem::Answer::read(response)
            .await
            .assert_envelope(413, "content_too_large");
    }
}
