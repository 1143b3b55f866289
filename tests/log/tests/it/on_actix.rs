//! The log of a service of actix-web's, within the spans of tracing-actix-web.

use actix_web::test::{TestRequest, init_service, try_call_service};
use actix_web::{App, web};
use manila_actix::{EnvelopeLayer, Envelopes};
use tracing_actix_web::TracingLogger;

use crate::support::{ApiError, Lines};

#[actix_web::test]
async fn the_event_is_within_the_span_of_the_request() {
    let lines = Lines::default();
    let _guard = tracing::subscriber::set_default(lines.subscriber());
    let app = App::new()
        .route(
            "/shards/{id}",
            web::get().to(async || Err::<&str, _>(ApiError::ReadOnly(7))),
        )
        .route(
            "/panic",
            web::get().to(async || -> &'static str { panic!("a test's") }),
        )
        .wrap(EnvelopeLayer::new(Envelopes::ok_error()))
        .wrap(TracingLogger::default());
    let app = init_service(app).await;
    for path in ["/shards/7", "/panic"] {
        let request = TestRequest::get().uri(path).to_request();
        let _ = try_call_service(&app, request).await;
    }
    let [raised, panicked] = &lines.events()[..] else {
        panic!("two events: {:?}", lines.events());
    };
    for (event, parts) in [
        (
            raised,
            ["route=\"/shards/{id}\"", "cause=\"shard 7 is read-only\""],
        ),
        (
            panicked,
            ["origin=\"panic\"", "cause=\"panicked: a test's\""],
        ),
    ] {
        let (before, _) = event.split_once("manila::fault").unwrap();
        assert!(before.contains("HTTP request{"), "no span in {event}");
        for part in parts {
            assert!(event.contains(part), "{part} is not in {event}");
        }
    }
}
