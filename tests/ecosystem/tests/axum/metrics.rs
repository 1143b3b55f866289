//! Metrics, traces and reports: where they have to stand to see what.

use axum_prometheus::PrometheusMetricLayer;
use axum_tracing_opentelemetry::middleware::{OtelAxumLayer, OtelInResponseLayer};
use manila_axum::{EnvelopeLayer, RouterExt as _};
use manila_ecosystem::{Server, envelopes, router};
use sentry_tower::{NewSentryLayer, SentryHttpLayer};

/// Outside, it counts a panic as the 500 that it leaves as.
#[tokio::test]
async fn prometheus_outside_counts_every_error() {
    let (layer, handle) = PrometheusMetricLayer::pair();
    let layered = router()
        .layer(EnvelopeLayer::new(envelopes()))
        .layer(layer.clone());
    let wrapped = router().with_envelope(envelopes()).layer(layer);
    for server in [Server::of(layered).await, Server::of(wrapped).await] {
        server
            .get("/fault")
            .await
            .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        server
            .get("/panic")
            .await
            .assert_envelope(500, "internal_server_error");
        server
            .get("/missing")
            .await
            .assert_envelope(404, "not_found");
    }
    let counted = handle.render();
    let count = |status: &str| -> usize {
        let lines = counted.lines().filter(|line| {
            line.starts_with("axum_http_requests_total{")
                && line.contains(&format!("status=\"{status}\""))
        });
        lines
            .filter_map(|line| line.rsplit(' ').next()?.parse::<usize>().ok())
            .sum()
    };
    assert_eq!(
        (count("402"), count("500"), count("404")),
        (2, 2, 2),
        "{counted}"
    );
    // Inside of the router the route is known; around the whole of it only the path is.
    assert!(counted.contains("endpoint=\"/fault\""), "{counted}");
}

#[tokio::test]
async fn opentelemetry_stands_inside_or_outside() {
    let inside = router()
        .layer(OtelInResponseLayer)
        .layer(OtelAxumLayer::default());
    let outside = || (OtelInResponseLayer, OtelAxumLayer::default());
    let servers = [
        Server::of(inside.clone().layer(EnvelopeLayer::new(envelopes()))).await,
        Server::of(inside.with_envelope(envelopes())).await,
        Server::of(
            router()
                .layer(EnvelopeLayer::new(envelopes()))
                .layer(outside().0)
                .layer(outside().1),
        )
        .await,
        Server::of(
            router()
                .with_envelope(envelopes())
                .layer(outside().0)
                .layer(outside().1),
        )
        .await,
    ];
    for server in servers {
        server.assert_own_answers().await;
    }
}

#[tokio::test]
async fn sentry_stands_inside_or_outside() {
    let inside = router()
        .layer(SentryHttpLayer::new())
        .layer(NewSentryLayer::new_from_top());
    let servers = [
        Server::of(inside.clone().layer(EnvelopeLayer::new(envelopes()))).await,
        Server::of(inside.with_envelope(envelopes())).await,
        Server::of(
            router()
                .with_envelope(envelopes())
                .layer(SentryHttpLayer::new())
                .layer(NewSentryLayer::new_from_top()),
        )
        .await,
    ];
    for server in servers {
        server.assert_own_answers().await;
    }
}
