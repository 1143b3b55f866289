//! actix-web.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, HttpResponse, web};
use manila::{Condition, Fault};
use manila_actix::{EnvelopeLayer, Envelopes, Error};
use manila_probe::assert_enveloped_with;

use super::check;

fn layer() -> EnvelopeLayer {
    EnvelopeLayer::new(Envelopes::problem())
}

fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/apps").route(web::get().to(|| async { "apps" })))
        .service(web::resource("/broken").route(web::get().to(HttpResponse::BadGateway)))
        .service(
            web::resource("/json")
                .route(web::post().to(|body: web::Json<String>| async { body.into_inner() })),
        );
}

#[actix_web::test]
async fn an_app_with_its_envelope_around_it_is_covered() {
    let app = || {
        App::new()
            .configure(routes)
            .service(web::scope("/n").configure(routes))
            .wrap(layer())
    };
    let paths = [
        "/apps",
        "/broken",
        "POST /json",
        "/n",
        "/n/broken",
        "POST /n/json",
    ];
    assert_enveloped_with(app, |probe| probe.paths(paths)).await;
}

#[actix_web::test]
async fn a_scope_with_the_envelope_does_not_cover_the_app() {
    let app = || {
        App::new()
            .configure(routes)
            .service(web::scope("/n").configure(routes).wrap(layer()))
    };
    check(
        app,
        &["/broken", "/n/broken"],
        &[
            "GET /manila-probe-missing: 404 empty: the 404 of the service does not pass through the layer",
            "GET /broken: 502 empty: the route /broken does not pass through the layer",
            "PROPFIND /broken: 405 empty: the method check at /broken does not pass through the layer",
            "GET /broken/manila-probe-missing: 404 empty: the 404 below /broken does not pass through the layer",
        ],
    )
    .await;
}

/// Middleware that refuses one path with a fault.
async fn authenticate(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if request.path().starts_with("/private") {
        return Err(Error::from(Fault::condition(Condition::Unauthenticated)).into());
    }
    next.call(request).await
}

#[actix_web::test]
async fn a_fault_outside_of_the_layer_is_named_though_it_writes_an_envelope_itself() {
    let app = || {
        App::new()
            .configure(routes)
            .wrap(layer())
            .wrap(from_fn(authenticate))
    };
    check(
        app,
        &["/apps", "/private"],
        &[
            "GET /private: 401 ok-error: the route /private does not pass through the layer",
            "PROPFIND /private: 401 ok-error: the method check at /private does not pass through the layer",
            "GET /private/manila-probe-missing: 401 ok-error: the 404 below /private does not pass through the layer",
        ],
    )
    .await;
}
