//! A request through a bare service of tower's, which no router slows down.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::LazyLock;

use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::{Either, Full};
use manila::{Envelopes, ErrorReport, IntoFault as _};
use manila_tower::{CarrierBody, EnvelopeService};
use tower::util::ServiceFn;
use tower::{ServiceBuilder, service_fn};
use tower_http::request_id::{
    MakeRequestUuid, PropagateRequestId, PropagateRequestIdLayer, SetRequestId, SetRequestIdLayer,
};

use super::answers::{AN_ID, LIMIT_EXCEEDED, envelope, ok};
use super::errors::PlanError;
use super::least::{REQUEST_ID, fresh_id, header};
use super::service::contender;
use crate::measure::Runs;
use crate::work::Work;

static LIMIT_EXCEEDED_HEADER: LazyLock<HeaderMap> = LazyLock::new(|| header("PLAN_LIMIT_EXCEEDED"));

pub(super) fn works() -> Vec<Work> {
    vec![success(), complete_error()]
}

fn request() -> Request<()> {
    Request::new(())
}

fn success() -> Work {
    Work {
        name: "tower: 200".into(),
        runs: Runs::warm(2000),
        contenders: vec![
            contender("bare", &ok(&[]), || service(greet), request),
            contender("limit", &ok(AN_ID), || service(greet_with_id), request),
            contender("manila", &ok(AN_ID), || enveloped(service(greet)), request),
            contender("manila, observed", &ok(AN_ID), observed, request),
            contender("tower-http's pair", &ok(AN_ID), pair, request),
        ],
    }
}

fn complete_error() -> Work {
    let expected = envelope(402, LIMIT_EXCEEDED);
    Work {
        name: "tower: a complete error".into(),
        runs: Runs::warm(2000),
        contenders: vec![
            contender("bare", &ok(&[]), || service(greet), request),
            contender("limit", &expected, || service(place), request),
            contender("manila", &expected, || enveloped(service(fail)), request),
        ],
    }
}

/// The body of a service that greets and fails.
type Content = Either<Full<Bytes>, CarrierBody>;

type Answer = Ready<Result<Response<Content>, Infallible>>;

/// Every service is of one type, so that a layer is compiled once, as in most programs: what is
/// compiled for several types is put in line less.
type Handler = fn(Request<()>) -> Answer;

fn service(handler: Handler) -> ServiceFn<Handler> {
    service_fn(handler)
}

fn content(text: &'static str) -> Content {
    Either::Left(text.into())
}

fn greet(_: Request<()>) -> Answer {
    ready(Ok(Response::new(content("hello"))))
}

/// The least that gives a response an id.
fn greet_with_id(_: Request<()>) -> Answer {
    let mut response = Response::new(content("hello"));
    response.headers_mut().insert(REQUEST_ID, fresh_id());
    ready(Ok(response))
}

/// The least that makes a complete error: finished bytes put in their place.
fn place(_: Request<()>) -> Answer {
    let mut response = Response::new(content(LIMIT_EXCEEDED));
    *response.status_mut() = StatusCode::PAYMENT_REQUIRED;
    response.headers_mut().clone_from(&LIMIT_EXCEEDED_HEADER);
    response.headers_mut().insert(REQUEST_ID, fresh_id());
    ready(Ok(response))
}

fn fail(_: Request<()>) -> Answer {
    let fault = PlanError::PlanLimitExceeded.into_fault();
    ready(Ok(manila_tower::fault_response(fault, Either::Right)))
}

fn enveloped<S>(service: S) -> EnvelopeService<S> {
    EnvelopeService::new(service, envelopes())
}

/// The service, with somebody who is told of its errors.
fn observed() -> EnvelopeService<ServiceFn<Handler>> {
    EnvelopeService::new(
        service(greet),
        envelopes().observe(|_: &ErrorReport<'_>| ()),
    )
}

fn envelopes() -> Envelopes {
    Envelopes::ok_error().catalog(PlanError::CATALOG)
}

/// tower-http's two layers for request ids.
fn pair() -> SetRequestId<PropagateRequestId<ServiceFn<Handler>>, MakeRequestUuid> {
    ServiceBuilder::new()
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(PropagateRequestIdLayer::x_request_id())
        .service(service(greet))
}
