//! The log of a service of axum's.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use manila_axum::{EnvelopeLayer, Envelopes};
use tower::ServiceExt as _;
use tower_http::trace::TraceLayer;
use tracing::{info_span, instrument};

use crate::support::{ApiError, Lines};

#[instrument]
async fn instrumented() -> manila_axum::Result<()> {
    Err(ApiError::ReadOnly(7).fault())?
}

fn app(envelopes: Envelopes) -> Router {
    Router::new()
        .route("/shards/{id}", get(instrumented))
        .route("/bare", get(async || Err::<(), _>(ApiError::ReadOnly(8))))
        .layer(EnvelopeLayer::new(envelopes))
        .layer(TraceLayer::new_for_http().make_span_with(|_: &Request<_>| info_span!("request")))
}

async fn call(app: Router, path: &str) -> u16 {
    let request = Request::get(path).header("x-request-id", "abc-123");
    let response = app.oneshot(request.body(Body::empty()).unwrap());
    response.await.unwrap().status().as_u16()
}

#[tokio::test(flavor = "current_thread")]
async fn the_event_is_within_the_spans_of_the_request_and_the_handler() {
    let lines = Lines::default();
    let _guard = tracing::subscriber::set_default(lines.subscriber());
    assert_eq!(call(app(Envelopes::ok_error()), "/shards/7").await, 503);
    assert_eq!(call(app(Envelopes::ok_error()), "/bare").await, 503);
    let [raised, bare] = &lines.events()[..] else {
        panic!("two events: {:?}", lines.events());
    };
    for part in [
        "ERROR request:instrumented: manila::fault: request failed: READ_ONLY ",
        "request_id=\"abc-123\" code=\"READ_ONLY\" status=503 severity=\"critical\" origin=\"fault\" ",
        "method=\"GET\" path=\"/shards/7\" route=\"/shards/{id}\" cause=\"shard 7 is read-only\" location=",
    ] {
        assert!(raised.contains(part), "{part} is not in {raised}");
    }
    assert!(bare.contains("ERROR request: manila::fault: "), "{bare}");
    assert!(bare.ends_with("cause=\"shard 8 is read-only\""), "{bare}");
}
