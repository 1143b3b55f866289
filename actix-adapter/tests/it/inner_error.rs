//! What leaves an app whose inner middleware answers with an error.

use actix_web::body::{BodySize, MessageBody, to_bytes};
use actix_web::dev::{Service as _, ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::ConnectionType;
use actix_web::http::header::{HeaderName, LOCATION};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service, try_call_service};
use actix_web::{App, Error, HttpResponse, HttpResponseBuilder, ResponseError, web};
use manila::{Condition, Fault};
use manila_actix::{EnvelopeLayer, Envelopes, PassThrough};

/// The error of a middleware inside, behind as many layers as it takes for this path.
async fn error_of(path: &str) -> Error {
    async fn refuse(
        request: ServiceRequest,
        _: Next<impl MessageBody>,
    ) -> Result<ServiceResponse, Error> {
        let response = match request.path() {
            "/moved" | "/scope/moved" => HttpResponse::Found()
                .insert_header((LOCATION, "/login"))
                .body("its own"),
            "/marked" => {
                let mut response = HttpResponse::Forbidden().body("its own");
                response.extensions_mut().insert(PassThrough);
                response
            }
            "/left-alone" => HttpResponse::BadGateway()
                .content_type("text/html")
                .body("its own"),
            "/closed" => closed(HttpResponse::Forbidden()),
            "/closed-and-moved" => closed(HttpResponse::Found()),
            _ => HttpResponse::Forbidden().finish(),
        };
        Err(InternalError::from_response("canary", response).into())
    }
    fn closed(mut response: HttpResponseBuilder) -> HttpResponse {
        response.force_close().finish()
    }
    let layer = || EnvelopeLayer::new(Envelopes::ok_error().pass_through(502..=502, "text/html"));
    let refused = || web::to(async || "never").wrap(from_fn(refuse));
    let app = App::new()
        .service(
            web::scope("/scope")
                .route("/{any}", refused())
                .wrap(layer()),
        )
        .route("/{any}", refused())
        .wrap(layer());
    let app = init_service(app).await;
    let request = TestRequest::with_uri(path).to_request();
    try_call_service(&app, request).await.unwrap_err()
}

#[actix_web::test]
async fn the_response_that_an_error_gives_away_once_leaves_where_it_leaves_as_it_is() {
    for (path, status) in [
        ("/moved", 302),
        ("/scope/moved", 302),
        ("/marked", 403),
        ("/left-alone", 502),
    ] {
        let response = error_of(path).await.error_response();
        assert_eq!(response.status(), status, "{path}");
        let header = response.headers();
        assert_eq!(header.contains_key(LOCATION), status == 302, "{path}");
        assert_eq!(header.get_all("x-request-id").count(), 1, "{path}");
        let body = to_bytes(response.into_body()).await.unwrap();
        assert_eq!(body, "its own", "{path}");
    }
}

#[actix_web::test]
async fn an_envelope_is_the_same_however_often_it_is_asked_for() {
    let error = error_of("/refused").await;
    let ask = || error.error_response();
    let (first, second) = (ask(), ask());
    assert_eq!(first.body().size(), second.body().size());
    assert_ne!(first.body().size(), BodySize::Sized(0));
    for name in ["x-request-id", "x-error-code", "content-type"] {
        let first = first.headers().get(name).unwrap();
        assert_eq!(second.headers().get(name), Some(first), "{name}");
    }
}

#[actix_web::test]
async fn a_connection_that_is_to_be_closed_is_closed_behind_an_envelope_too() {
    for (path, expected) in [
        ("/closed", ConnectionType::Close),
        ("/closed-and-moved", ConnectionType::Close),
        ("/refused", ConnectionType::KeepAlive),
    ] {
        let response = error_of(path).await.error_response();
        assert_eq!(response.head().connection_type(), expected, "{path}");
    }
}

#[actix_web::test]
async fn an_error_that_panics_when_it_is_dropped_is_answered() {
    /// Whether the response panics too.
    #[derive(Debug)]
    struct Hostile(bool);

    impl std::fmt::Display for Hostile {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("canary")
        }
    }

    impl ResponseError for Hostile {
        fn error_response(&self) -> HttpResponse {
            assert!(!self.0, "canary");
            HttpResponse::Conflict().finish()
        }
    }

    impl Drop for Hostile {
        fn drop(&mut self) {
            panic!("canary");
        }
    }

    async fn refuse(
        request: ServiceRequest,
        _: Next<impl MessageBody>,
    ) -> Result<ServiceResponse, Error> {
        Err(Hostile(request.path() == "/both").into())
    }

    for (path, status) in [("/drop", 409), ("/both", 500)] {
        let app = App::new()
            .wrap(from_fn(refuse))
            .wrap(EnvelopeLayer::default());
        let app = init_service(app).await;
        let request = TestRequest::with_uri(path).to_request();
        let error = try_call_service(&app, request).await.unwrap_err();
        let response = error.error_response();
        assert_eq!(response.status(), status, "{path}");
        assert!(response.headers().contains_key("x-error-code"), "{path}");
    }
}

#[actix_web::test]
async fn an_envelope_whose_code_middleware_changes_is_the_outer_layers_to_judge() {
    /// Middleware between two layers that answers an error itself, under another code.
    async fn recode(
        request: ServiceRequest,
        next: Next<impl MessageBody + 'static>,
    ) -> Result<ServiceResponse, Error> {
        let code = request.query_string().to_owned();
        let request_of_response = request.request().clone();
        let failed = next.call(request).await.err().unwrap();
        let mut response = failed.error_response();
        let headers = response.headers_mut();
        headers.remove("x-error-code");
        if !code.is_empty() {
            headers.insert(
                HeaderName::from_static("x-error-code"),
                code.parse().unwrap(),
            );
        }
        Ok(ServiceResponse::new(request_of_response, response))
    }
    async fn refuse(
        _: ServiceRequest,
        _: Next<impl MessageBody>,
    ) -> Result<ServiceResponse, Error> {
        Err(manila_actix::Error::from(Fault::condition(Condition::Gone)).into())
    }
    let inner = App::new()
        .route("/", web::to(async || "never"))
        .wrap(from_fn(refuse))
        .wrap(EnvelopeLayer::new(Envelopes::json_api()))
        .wrap(from_fn(recode))
        .wrap(EnvelopeLayer::new(Envelopes::ok_error()));
    let app = init_service(inner).await;
    for (uri, media_type) in [
        ("/?gone", "application/vnd.api+json"),
        ("/?of_the_middleware", "application/json"),
        ("/", "application/json"),
    ] {
        let response = app
            .call(TestRequest::with_uri(uri).to_request())
            .await
            .unwrap();
        assert_eq!(response.status(), 410, "{uri}");
        assert_eq!(
            response.headers().get("x-error-code").unwrap(),
            "gone",
            "{uri}"
        );
        assert_eq!(
            response.headers().get("content-type").unwrap(),
            media_type,
            "{uri}"
        );
    }
}
