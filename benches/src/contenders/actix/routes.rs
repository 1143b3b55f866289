//! The service, bare and within Manila's envelope.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::{App, Error, HttpResponse, ResponseError, web};
use manila_actix::{EnvelopeLayer, Envelopes};

use crate::contenders::errors::PlanError;

/// The routes that everyone serves; how a handler fails is everyone's own.
pub(super) fn routes<E: ResponseError + 'static>(
    fail: fn() -> E,
) -> impl FnOnce(&mut web::ServiceConfig) {
    move |config| {
        config.route("/ok", web::get().to(async || "hello")).route(
            "/error",
            web::get().to(move || async move { Err::<HttpResponse, E>(fail()) }),
        );
    }
}

pub(super) fn plain() -> InternalError<&'static str> {
    InternalError::new("The plan's limit is reached.", StatusCode::PAYMENT_REQUIRED)
}

/// The service without any middleware.
pub(crate) fn bare() -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    App::new().configure(routes(plain))
}

/// The service within Manila's envelope.
pub(crate) fn manilas() -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    enveloped(Envelopes::ok_error())
}

/// The service within an envelope of these settings.
pub(super) fn enveloped(
    envelopes: Envelopes,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let layer = EnvelopeLayer::new(envelopes.catalog(PlanError::CATALOG));
    App::new()
        .wrap(layer)
        .configure(routes(|| PlanError::PlanLimitExceeded))
}
