//! The app on actix-web, with the recorder in each place.

use std::net::TcpListener;
use std::path::Path;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{self, Redirect, ServiceConfig};
use actix_web::{App, Error, HttpResponse, HttpServer};
use manila::{Condition, Fault};
use manila_actix::{EnvelopeLayer, recorder};

use super::app::{OWN, create, envelopes, fine, panics, read};

fn routes(config: &mut ServiceConfig) {
    let note = || {
        web::resource("/notes/{id}")
            .get(read)
            .route(web::head().to(read))
    };
    let inner = web::scope("/inner").service(note());
    config
        .service(web::resource("/fine").get(fine))
        .service(web::resource("/notes").post(create))
        .service(note())
        .service(web::resource("/panic").get(panics))
        .service(web::resource("/bare").get(HttpResponse::Gone))
        .service(web::resource("/own").get(own))
        .service(web::resource("/moved").get(async || Redirect::to("/canary").see_other()))
        .service(web::resource("/refused").get(fine).wrap(from_fn(refuse)))
        .service(web::resource("/files/{rest:.*}").get(create))
        .configure(|config| {
            config.service(web::resource("/merged").get(create));
        })
        .service(web::scope("/api").service(web::resource("/users/{id}/notes").get(create)))
        .service(inner.wrap(EnvelopeLayer::new(envelopes())));
}

async fn own() -> HttpResponse {
    let mut response = HttpResponse::ImATeapot().body("canary");
    response.extensions_mut().insert(OWN);
    response
}

async fn refuse(_: ServiceRequest, _: Next<BoxBody>) -> Result<ServiceResponse, Error> {
    Err(manila_actix::Error::from(Fault::condition(Condition::Forbidden)).into())
}

fn serve<F, T, B>(listener: TcpListener, app: F)
where
    F: Fn() -> App<T> + Send + Clone + 'static,
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    let server = HttpServer::new(app).workers(1).disable_signals();
    let server = server.listen(listener).unwrap();
    actix_web::rt::System::new().block_on(server.run()).unwrap();
}

pub(super) fn around_app(listener: TcpListener, record: &Path) {
    let record = record.to_owned();
    serve(listener, move || {
        App::new()
            .configure(routes)
            .wrap(EnvelopeLayer::new(envelopes()))
            .wrap(recorder::middleware_to(&record))
    });
}

/// The file is the one that the variable names.
pub(super) fn by_env(listener: TcpListener, _: &Path) {
    serve(listener, || {
        App::new()
            .configure(routes)
            .wrap(EnvelopeLayer::new(envelopes()))
            .wrap(recorder::middleware())
    });
}

pub(super) fn twice(listener: TcpListener, record: &Path) {
    let record = record.to_owned();
    serve(listener, move || {
        App::new()
            .configure(routes)
            .wrap(recorder::middleware_to(&record))
            .wrap(EnvelopeLayer::new(envelopes()))
            .wrap(recorder::middleware_to(&record))
    });
}

pub(super) fn on_resource(listener: TcpListener, record: &Path) {
    let record = record.to_owned();
    serve(listener, move || {
        let recorded = web::resource("/notes").post(create);
        App::new()
            .service(
                recorded
                    .wrap(EnvelopeLayer::new(envelopes()))
                    .wrap(recorder::middleware_to(&record)),
            )
            .service(web::resource("/fine").get(fine))
    });
}

pub(super) fn on_scope(listener: TcpListener, record: &Path) {
    let record = record.to_owned();
    serve(listener, move || {
        let recorded = web::scope("/notes").service(web::resource("").post(create));
        App::new()
            .service(
                recorded
                    .wrap(EnvelopeLayer::new(envelopes()))
                    .wrap(recorder::middleware_to(&record)),
            )
            .service(web::resource("/fine").get(fine))
    });
}
