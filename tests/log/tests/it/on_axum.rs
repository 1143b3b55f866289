//! The log of a service of axum's.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use manila::ErrorReport;
use manila_axum::{EnvelopeLayer, Envelopes};
use tower::ServiceExt as _;
use tower_http::trace::TraceLayer;
use tracing::field::{Empty, Field, Visit};
use tracing::span::{Id, Record};
use tracing::{Instrument as _, Span, Subscriber, info_span, instrument};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};

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
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(|_: &Request<_>| info_span!("request", "error.type" = Empty)),
        )
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

/// What is recorded of spans.
#[derive(Clone, Default)]
struct Recorded(Arc<Mutex<Vec<String>>>);

impl<S: Subscriber> Layer<S> for Recorded {
    fn on_record(&self, _: &Id, record: &Record<'_>, _: Context<'_, S>) {
        record.record(&mut self.clone());
    }
}

impl Visit for Recorded {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.0.lock().unwrap().push(format!("{field}={value:?}"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn an_observer_can_say_on_the_servers_span_what_went_wrong() {
    let recorded = Recorded::default();
    let subscriber = tracing_subscriber::registry().with(recorded.clone());
    let _guard = tracing::subscriber::set_default(subscriber);
    let envelopes = Envelopes::ok_error().observe(|report: &ErrorReport<'_>| {
        Span::current().record("error.type", report.code());
    });
    let around = info_span!("around");
    call(app(envelopes), "/shards/7").instrument(around).await;
    assert_eq!(*recorded.0.lock().unwrap(), ["error.type=\"READ_ONLY\""]);
}
