//! Bodies that middleware around the extractor stops.

use std::io::{Error, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::App;
use actix_web::body::{MessageBody, to_bytes};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::{self, Bytes};
use futures_core::Stream;
use manila_actix::{EnvelopeLayer, Envelopes, InputConfig, Json};

/// A body that ends with an error.
struct Stopped(Option<PayloadError>);

impl Stream for Stopped {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Err))
    }
}

/// The middleware, which stops each body as the path says.
async fn stop(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    #[derive(Debug, thiserror::Error)]
    #[error("the body is stopped")]
    struct Wrapped(#[source] Error);

    let late = Error::from(ErrorKind::TimedOut);
    let error = match request.uri().query().unwrap_or_default() {
        "late" => PayloadError::Io(late),
        "late-inside" => PayloadError::Io(Error::other(Wrapped(late))),
        "limited" => PayloadError::Io(Error::other("length limit exceeded")),
        "overflow" => PayloadError::Overflow,
        _ => PayloadError::Incomplete(None),
    };
    request.set_payload(Payload::Stream {
        payload: Box::pin(Stopped(Some(error))),
    });
    next.call(request).await
}

#[actix_web::test]
async fn what_stops_a_body_decides_what_it_is_answered_with() {
    let app = App::new()
        .configure(|config| InputConfig::new().apply(config))
        .route("/ours", web::post().to(async |_: Json<u8>| "read"))
        .route("/its", web::post().to(async |_: web::Json<u8>| "read"))
        .wrap(from_fn(stop))
        .wrap(EnvelopeLayer::new(Envelopes::ok_error()));
    let app = init_service(app).await;
    for path in ["/ours", "/its"] {
        for (how, status) in [
            ("late", StatusCode::GATEWAY_TIMEOUT),
            ("late-inside", StatusCode::GATEWAY_TIMEOUT),
            ("limited", StatusCode::PAYLOAD_TOO_LARGE),
            ("overflow", StatusCode::PAYLOAD_TOO_LARGE),
            ("broken", StatusCode::BAD_REQUEST),
        ] {
            let uri = format!("{path}?{how}");
            let request = TestRequest::post().uri(&uri).set_json(1).to_request();
            let response = call_service(&app, request).await;
            assert_eq!(response.status(), status, "{uri}");
            let body = to_bytes(response.map_into_boxed_body().into_body());
            let body = body.await.unwrap();
            let body = String::from_utf8(body.to_vec()).unwrap();
            assert!(!body.contains("reason"), "{uri}: {body}");
        }
    }
}
