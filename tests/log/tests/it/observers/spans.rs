//! What went wrong, on the server's span.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::Request;
use manila::ErrorReport;
use manila_axum::Envelopes;
use tower_http::trace::TraceLayer;
use tracing::field::{Empty, Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Instrument as _, Span, Subscriber, info_span};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;

use super::{app, call};

/// The fields of each span, `name field=value`, in the order of time.
#[derive(Clone, Default)]
struct Recorded(Arc<Mutex<Vec<String>>>);

impl<S: Subscriber + for<'l> LookupSpan<'l>> Layer<S> for Recorded {
    fn on_new_span(&self, attributes: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        let name = attributes.metadata().name();
        attributes.record(&mut OfSpan(name, self));
    }

    fn on_record(&self, id: &Id, record: &Record<'_>, context: Context<'_, S>) {
        let name = context.metadata(id).map_or("", |metadata| metadata.name());
        record.record(&mut OfSpan(name, self));
    }
}

struct OfSpan<'a>(&'static str, &'a Recorded);

impl Visit for OfSpan<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        let Self(name, Recorded(fields)) = self;
        fields
            .lock()
            .unwrap()
            .push(format!("{name} {field}={value:?}"));
    }
}

/// The service of the documentation, within the server's span.
fn traced() -> Router {
    let envelopes = Envelopes::ok_error().observe(|report: &ErrorReport<'_>| {
        let span = Span::current();
        span.record("error.type", report.code());
        if report.status() >= 500 {
            span.record("otel.status_code", "ERROR");
        }
    });
    app(envelopes).layer(
        TraceLayer::new_for_http().make_span_with(|request: &Request<_>| {
            let method = request.method();
            info_span!("request", %method, "error.type" = Empty, "otel.status_code" = Empty)
        }),
    )
}

#[tokio::test(flavor = "current_thread")]
async fn the_servers_span_says_the_code_and_of_a_5xx_that_it_is_an_error() {
    for (path, expected) in [
        ("/ok", &["request method=GET"][..]),
        (
            "/missing",
            &["request method=GET", "request error.type=\"NOT_FOUND\""],
        ),
        (
            "/shards/7",
            &[
                "request method=GET",
                "request error.type=\"READ_ONLY\"",
                "request otel.status_code=\"ERROR\"",
            ],
        ),
    ] {
        let recorded = Recorded::default();
        let subscriber = tracing_subscriber::registry().with(recorded.clone());
        let _guard = tracing::subscriber::set_default(subscriber);
        let app = traced();
        // A span further out is not the server's, though it could take the fields.
        let around = info_span!("around", "error.type" = Empty, "otel.status_code" = Empty);
        call(&app, &[path]).instrument(around).await;
        assert_eq!(*recorded.0.lock().unwrap(), expected, "{path}");
    }
}
