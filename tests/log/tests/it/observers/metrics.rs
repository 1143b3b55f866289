//! A counter by code.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use manila::{Envelopes, ErrorReport};
use metrics::{
    Counter, Gauge, Histogram, Key, KeyName, Metadata, Recorder, SharedString, Unit,
    set_default_local_recorder,
};

use super::{app, call};

/// The counters that were asked for, by their names and labels.
#[derive(Default)]
struct Counters(Mutex<BTreeMap<String, Arc<AtomicU64>>>);

impl Recorder for Counters {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        let labels = key
            .labels()
            .map(|label| format!("{}={}", label.key(), label.value()));
        let labels: Vec<_> = labels.collect();
        let name = format!("{} {}", key.name(), labels.join(" "));
        let mut counters = self.0.lock().unwrap();
        Counter::from_arc(Arc::clone(counters.entry(name).or_default()))
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }

    fn register_histogram(&self, _: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::noop()
    }
}

#[tokio::test(flavor = "current_thread")]
async fn each_code_and_route_has_a_counter_of_its_errors() {
    let counters = Counters::default();
    let guard = set_default_local_recorder(&counters);
    let envelopes = Envelopes::ok_error().observe(|report: &ErrorReport<'_>| {
        let route = report
            .route()
            .map_or("none".to_owned(), |route| route.into_owned());
        let labels = [
            ("code", report.code().to_owned()),
            ("status", report.status().to_string()),
            ("route", route),
        ];
        metrics::counter!("http_errors_total", &labels).increment(1);
    });
    let paths = [
        "/shards/7",
        "/missing",
        "/ok",
        "/shards/8",
        "/nodes/1",
        "/shards/7",
    ];
    call(&app(envelopes), &paths).await;
    drop(guard);
    let counters = counters.0.into_inner().unwrap();
    let counts: Vec<_> = counters
        .iter()
        .map(|(name, count)| (&**name, count.load(Ordering::Relaxed)))
        .collect();
    assert_eq!(
        counts,
        [
            (
                "http_errors_total code=HUNG_UP status=502 route=/nodes/{id}",
                1
            ),
            ("http_errors_total code=NOT_FOUND status=404 route=none", 1),
            (
                "http_errors_total code=READ_ONLY status=503 route=/shards/{id}",
                3
            ),
        ],
    );
}
