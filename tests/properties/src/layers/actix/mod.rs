//! The middleware of the actix adapter, driven by hand.

mod service;

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::{Method, Version};
use actix_web::test::TestRequest;
use actix_web::{Error, HttpResponse};
use manila_actix::EnvelopeLayer;

use self::service::HostileService;
use super::body::Read;
use super::case::{Case, ErrorCase, Grpc, OutcomeCase, Placement, Readiness};
use super::few::Few;
use super::judge::judge;
use super::observed::{Observed, ObservedBody, OldBody, discard};
use super::reply::{Reply, sendable};
use crate::expected::Fields;
use crate::log::listen;

/// Asserts what holds for every exchange, as far as actix-web has it.
///
/// # Panics
///
/// If something does not hold.
pub fn check(case: &Case) {
    let case = translated(case);
    let outer = EnvelopeLayer::new(case.settings.envelopes());
    let hostile = HostileService::new(&case);
    let observed = match &case.placement {
        Placement::Nested(_) => {
            let inner = EnvelopeLayer::new(case.inner_settings().envelopes());
            drive(
                &case,
                &hostile,
                &wrap(&outer, wrap(&inner, hostile.clone())),
            )
        }
        _ => drive(&case, &hostile, &wrap(&outer, hostile.clone())),
    };
    let seen = as_seen(&case);
    judge(&seen, observed, &ObservedBody::original(&seen));
}

/// The case without what actix-web has not: layers of ids alone, and readiness, which the
/// framework itself answers for. There an error of the service is one of inner middleware.
fn translated(case: &Case) -> Case {
    let mut case = case.clone();
    if matches!(case.placement, Placement::IdsInside | Placement::IdsOutside) {
        case.placement = Placement::One;
    }
    match case.readiness {
        Readiness::Panics(payload) => {
            case.readiness = Readiness::Ready(Few(0));
            case.outcome = OutcomeCase::PanicsInCall(payload);
        }
        Readiness::Ready(_) => case.readiness = Readiness::Ready(Few(0)),
        Readiness::Fails(_) => {}
    }
    case
}

/// The case as the middleware sees it: actix-web makes a response of every error.
fn as_seen(case: &Case) -> Case {
    let ((Readiness::Fails(error), _) | (_, OutcomeCase::Fails(error))) =
        (&case.readiness, &case.outcome)
    else {
        return case.clone();
    };
    let outcome = match error {
        ErrorCase::Fault(fault) => OutcomeCase::Fails(ErrorCase::Fault(fault.clone())),
        error => OutcomeCase::Reply(Box::new(Reply::of_error(&service::text(error)))),
    };
    Case {
        readiness: Readiness::Ready(Few(0)),
        outcome,
        ..case.clone()
    }
}

fn wrap<S, B>(
    layer: &EnvelopeLayer,
    inner: S,
) -> <EnvelopeLayer as Transform<S, ServiceRequest>>::Transform
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    let made = Transform::<S, ServiceRequest>::new_transform(layer, inner).into_inner();
    made.unwrap_or_else(|()| panic!("the middleware cannot be made"))
}

fn drive<S, B>(case: &Case, inner: &HostileService, service: &S) -> Observed
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    let (response, events) = listen(|| call(service, request(case), case.pending()));
    let old_body = OldBody::of(case, &inner.watch());
    let status = response.status().as_u16();
    let fields = Fields::of(response.headers());
    let (head, body) = response.into_parts();
    let mut body = Box::pin(body);
    let read = ObservedBody::read(|| read(body.as_mut()));
    discard((head, body));

    let observed = Observed {
        status,
        fields,
        body: read,
        old_body,
        asked: inner.asked().take().as_ref().map(Fields::of),
        events,
    };
    let next = call(service, TestRequest::get().to_srv_request(), Few(0));
    assert_eq!(next.status().as_u16(), 200, "the next request");
    let mut body = Box::pin(next.into_body());
    assert_eq!(
        ObservedBody::read(|| self::read(body.as_mut())).bytes(),
        b"fine"
    );
    observed
}

/// Calls a service, and makes a response of an error as the framework does.
fn call<S, B>(service: &S, request: ServiceRequest, pending: Few) -> HttpResponse
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    let mut context = Context::from_waker(Waker::noop());
    let is_ready = service.poll_ready(&mut context);
    assert!(matches!(is_ready, Poll::Ready(Ok(()))), "not ready");
    let mut future = pin!(service.call(request));
    for _ in 0..pending.0 {
        assert!(
            future.as_mut().poll(&mut context).is_pending(),
            "answered too early"
        );
    }
    match future.poll(&mut context) {
        Poll::Ready(Ok(response)) => HttpResponse::from(response.map_into_boxed_body()),
        Poll::Ready(Err(error)) => {
            // The framework asks more than once, and has to get the same.
            let first = error.error_response();
            let second = error.error_response();
            assert_eq!(
                first.status(),
                second.status(),
                "another status the second time"
            );
            second
        }
        Poll::Pending => panic!("no answer"),
    }
}

fn request(case: &Case) -> ServiceRequest {
    let method = if case.request.is_head {
        Method::HEAD
    } else if case.request.is_grpc() {
        Method::POST
    } else {
        Method::GET
    };
    let mut request = TestRequest::default().method(method);
    for id in &case.request.ids {
        let id = HeaderValue::from_bytes(&sendable(id.0.clone())).expect("bytes that were sifted");
        let name = HeaderName::from_static(case.settings.id_header());
        request = request.append_header((name, id));
    }
    if case.request.grpc != Grpc::Nothing {
        request = request.insert_header(("content-type", "application/grpc"));
    }
    if case.request.grpc == Grpc::Spoken {
        request = request
            .insert_header(("te", "trailers"))
            .version(Version::HTTP_2);
    }
    if let Some(field) = &case.request.traceparent {
        request = request.insert_header(("traceparent", field.0.as_str()));
    }
    request.to_srv_request()
}

fn read<B: MessageBody>(body: Pin<&mut B>) -> Read {
    match body.poll_next(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Some(Ok(data))) => Read::Data(data),
        Poll::Ready(Some(Err(_))) => Read::Failed,
        Poll::Ready(None) => Read::End,
        Poll::Pending => Read::Pending,
    }
}
