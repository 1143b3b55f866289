//! Where a request's id is found.

use actix_web::body::{MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service, try_call_service};
use actix_web::{App, Error, HttpResponse, web};
use manila_actix::{EnvelopeLayer, Envelopes, RequestId};

/// Holds on to the request while it is answered.
async fn hold(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse, Error> {
    let held = request.request().clone();
    let response = next.call(request).await;
    assert_eq!(held.path(), "/");
    response.map(ServiceResponse::map_into_boxed_body)
}

fn named(header: &'static str) -> Envelopes {
    Envelopes::ok_error().request_id_header(header).unwrap()
}

/// A handler that tells the id that it is given.
fn telling() -> actix_web::Route {
    web::to(async |id: RequestId| id.to_string())
}

#[actix_web::test]
async fn a_request_that_is_held_further_out_has_an_id_all_the_same() {
    for (envelopes, header) in [
        (Envelopes::ok_error(), "x-request-id"),
        (named("x-correlation-id"), "x-correlation-id"),
    ] {
        let resource = web::resource("/")
            .route(telling())
            .wrap(EnvelopeLayer::new(envelopes))
            .wrap(from_fn(hold));
        let app = init_service(App::new().service(resource)).await;
        for own in [None, Some("abc-123"), Some("no id")] {
            let mut request = TestRequest::default();
            if let Some(own) = own {
                request = request.insert_header((header, own));
            }
            let response = try_call_service(&app, request.to_request()).await.unwrap();
            assert_eq!(response.status(), 200);
            let id = response.headers().get(header).unwrap().clone();
            assert_eq!(response.headers().get_all(header).count(), 1);
            assert_eq!(id == "abc-123", own == Some("abc-123"), "{own:?}");
            let told = to_bytes(response.into_body()).await.unwrap();
            assert_eq!(told, id.as_bytes());
        }
    }
}

#[actix_web::test]
async fn a_request_that_no_router_can_route_for_being_held_is_answered() {
    let app = App::new()
        .route("/", telling())
        .wrap(EnvelopeLayer::default())
        .wrap(from_fn(hold));
    let app = init_service(app).await;
    let request = TestRequest::default().to_request();
    let error = try_call_service(&app, request).await.unwrap_err();
    let response: HttpResponse = error.error_response();
    assert_eq!(response.status(), 500);
    assert!(response.headers().contains_key("x-request-id"));
}

#[actix_web::test]
async fn the_id_is_that_of_the_innermost_middleware() {
    let default = Envelopes::ok_error;
    for (outer, inner, header) in [
        (default(), default(), "x-request-id"),
        (named("x-outer"), default(), "x-request-id"),
        (default(), named("x-inner"), "x-inner"),
        (named("x-outer"), named("x-inner"), "x-inner"),
    ] {
        let scope = web::scope("/inner")
            .route("", telling())
            .wrap(EnvelopeLayer::new(inner));
        let app = App::new().service(scope).wrap(EnvelopeLayer::new(outer));
        let app = init_service(app).await;
        let request = TestRequest::with_uri("/inner").to_request();
        let response = try_call_service(&app, request).await.unwrap();
        let id = response.headers().get(header).unwrap().clone();
        let told = to_bytes(response.into_body()).await.unwrap();
        assert_eq!(told, id.as_bytes());
    }
}

#[actix_web::test]
async fn an_id_of_the_gateway_is_taken_wherever_the_service_accepts_its_characters() {
    let kongs = "0e0f0a3c-6a4f-4d2f-8a51-0f6f2f4b7a11#17";
    let narrow = Envelopes::ok_error;
    let wide = || Envelopes::ok_error().id_characters("#").unwrap();
    let named = || wide().request_id_header("x-other").unwrap();
    for (outer, inner, is_taken) in [
        (wide(), wide(), true),
        (wide(), narrow(), true),
        (wide(), wide().ignore_inbound_ids(), false),
        (narrow(), wide(), false),
        (named(), narrow(), false),
        (narrow(), narrow(), false),
    ] {
        let inner = Envelopes::problem().ids(inner.id_policy().clone());
        let scope = web::scope("/inner")
            .route("", telling())
            .wrap(EnvelopeLayer::new(inner));
        let app = App::new().service(scope).wrap(EnvelopeLayer::new(outer));
        let app = init_service(app).await;
        for path in ["/inner", "/inner/missing"] {
            let request = TestRequest::with_uri(path).insert_header(("x-request-id", kongs));
            let response = try_call_service(&app, request.to_request()).await.unwrap();
            assert_eq!(response.headers().get_all("x-request-id").count(), 1);
            let id = response.headers().get("x-request-id").unwrap().clone();
            assert_eq!(id == kongs, is_taken, "{path}");
            let told = to_bytes(response.into_body()).await.unwrap();
            if path == "/inner" {
                assert_eq!(told, id.as_bytes());
            } else {
                let id = id.to_str().unwrap();
                let told = str::from_utf8(&told).unwrap();
                assert!(told.starts_with(r#"{"type":"#), "{told}");
                assert!(told.contains(&format!(r#""request_id":"{id}""#)), "{told}");
            }
        }
    }
}
