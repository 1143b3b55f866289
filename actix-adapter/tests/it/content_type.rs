//! The media types of the bodies that the extractors read.

use actix_web::body::to_bytes;
use actix_web::http::header::{CONTENT_TYPE, HeaderValue};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, web};
use manila_actix::{EnvelopeLayer, Envelopes, InputConfig, Json};

/// Asserts what a body of this media type is answered, by this crate's extractor and the
/// framework's: what is said of the type, if it is refused.
async fn check(content_type: Option<&[u8]>, refusal: Option<&str>) {
    let app = App::new()
        .configure(|config| InputConfig::new().apply(config))
        .route(
            "/",
            web::post().to(async |Json(number): Json<u8>| number.to_string()),
        )
        .route(
            "/its",
            web::post().to(async |number: web::Json<u8>| number.to_string()),
        )
        .wrap(EnvelopeLayer::new(Envelopes::default()));
    let app = init_service(app).await;
    for path in ["/", "/its"] {
        let mut request = TestRequest::post().uri(path).set_payload("7");
        if let Some(content_type) = content_type {
            let content_type = HeaderValue::from_bytes(content_type).unwrap();
            request = request.insert_header((CONTENT_TYPE, content_type));
        }
        let response = call_service(&app, request.to_request()).await;
        let expected = if refusal.is_some() { 415 } else { 200 };
        assert_eq!(response.status(), expected, "{path}: {content_type:?}");
        let body = to_bytes(response.into_body()).await.unwrap();
        let body = str::from_utf8(&body).unwrap();
        assert!(body.contains(refusal.unwrap_or("7")), "{path}: {body}");
    }
}

#[actix_web::test]
async fn a_media_type_is_read_refused_or_missing() {
    for read in [
        "application/json",
        "Application/JSON; charset=utf-8",
        "application/vnd.api+json",
    ] {
        check(Some(read.as_bytes()), None).await;
    }
    for other in [
        &b"text/plain"[..],
        b"application/jsonp",
        b"",
        b"application/json; name=\xe9",
    ] {
        check(Some(other), Some("The body is of another media type.")).await;
    }
    check(None, Some("The body has no media type.")).await;
}
