//! The layers of the tower adapter, driven by hand.

use std::fmt::Debug;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, Response, Version};
use http_body::Body;
use manila_tower::{EnvelopeLayer, RequestIdLayer};
use tower_layer::Layer;
use tower_service::Service;

use super::body::Read;
use super::case::{Case, Grpc, Placement};
use super::few::Few;
use super::judge::judge;
use super::observed::{Observed, ObservedBody, OldBody, discard};
use super::reply::sendable;
use super::service::HostileService;
use crate::expected::Fields;
use crate::log::listen;

/// Asserts what holds for every exchange.
///
/// # Panics
///
/// If something does not hold.
pub fn check(case: &Case) {
    let observed = exchange(case);
    judge(case, observed, &ObservedBody::original(case));
}

/// What comes of a case.
fn exchange(case: &Case) -> Observed {
    let service = HostileService::new(case);
    let outer = EnvelopeLayer::new(case.settings.envelopes());
    let ids = RequestIdLayer::new(case.settings.envelopes().id_policy().clone());
    match &case.placement {
        Placement::One => drive(case, &service, outer.layer(service.clone())),
        Placement::Nested(_) => {
            let inner = EnvelopeLayer::new(case.inner_settings().envelopes());
            drive(case, &service, outer.layer(inner.layer(service.clone())))
        }
        Placement::IdsOutside => drive(case, &service, ids.layer(outer.layer(service.clone()))),
        Placement::IdsInside => drive(case, &service, outer.layer(ids.layer(service.clone()))),
    }
}

fn drive<S, B>(case: &Case, inner: &HostileService, mut service: S) -> Observed
where
    S: Service<Request<()>, Response = Response<B>>,
    S::Error: Debug,
    B: Body<Data = Bytes>,
{
    let calling = || call(&mut service, request(case), case.unready(), case.pending());
    let (response, events) = listen(calling);
    let old_body = OldBody::of(case, &inner.watch());
    let (parts, body) = response.into_parts();
    let mut body = Box::pin(body);
    let read = ObservedBody::read(|| read(body.as_mut()));
    discard(body);

    let observed = Observed {
        status: parts.status.as_u16(),
        fields: Fields::of(&parts.headers),
        body: read,
        old_body,
        asked: inner.asked().take().as_ref().map(Fields::of),
        events,
    };
    check_next(&mut service);
    observed
}

/// Asserts that a service answers as before after whatever has happened.
fn check_next<S, B>(service: &mut S)
where
    S: Service<Request<()>, Response = Response<B>>,
    S::Error: Debug,
    B: Body<Data = Bytes>,
{
    let response = call(service, Request::new(()), Few(0), Few(0));
    assert_eq!(response.status(), 200, "the next request");
    let mut body = Box::pin(response.into_body());
    assert_eq!(
        ObservedBody::read(|| read(body.as_mut())).bytes(),
        b"fine",
        "the next request"
    );
}

/// Calls a service, and asserts that it is pending as often as what is inside.
fn call<S>(service: &mut S, request: Request<()>, ready: Few, answer: Few) -> S::Response
where
    S: Service<Request<()>>,
    S::Error: Debug,
{
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..ready.0 {
        assert!(
            service.poll_ready(&mut context).is_pending(),
            "ready too early"
        );
    }
    let is_ready = service.poll_ready(&mut context);
    assert!(
        matches!(is_ready, Poll::Ready(Ok(()))),
        "a layer is ready and has no error"
    );
    let mut future = pin!(service.call(request));
    for _ in 0..answer.0 {
        assert!(
            future.as_mut().poll(&mut context).is_pending(),
            "answered too early"
        );
    }
    match future.poll(&mut context) {
        Poll::Ready(Ok(response)) => response,
        Poll::Ready(Err(error)) => panic!("an error left: {error:?}"),
        Poll::Pending => panic!("no answer"),
    }
}

fn request(case: &Case) -> Request<()> {
    let method = if case.request.is_head {
        Method::HEAD
    } else if case.request.is_grpc() {
        Method::POST
    } else {
        Method::GET
    };
    let mut request = Request::builder()
        .method(method)
        .body(())
        .expect("a plain request");
    let header = HeaderName::from_static(case.settings.id_header());
    for id in &case.request.ids {
        let id = HeaderValue::from_bytes(&sendable(id.0.clone())).expect("bytes that were sifted");
        request.headers_mut().append(header.clone(), id);
    }
    if case.request.grpc != Grpc::Nothing {
        let grpc = HeaderValue::from_static("application/grpc");
        request.headers_mut().insert("content-type", grpc);
    }
    if case.request.grpc == Grpc::Spoken {
        let trailers = HeaderValue::from_static("trailers");
        request.headers_mut().insert("te", trailers);
        *request.version_mut() = Version::HTTP_2;
    }
    if let Some(field) = &case.request.traceparent {
        let field = HeaderValue::try_from(field.0.as_str()).expect("ASCII");
        request.headers_mut().insert("traceparent", field);
    }
    request
}

fn read<B: Body<Data = Bytes>>(body: Pin<&mut B>) -> Read {
    match body.poll_frame(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
            Ok(data) => Read::Data(data),
            Err(_) => Read::End,
        },
        Poll::Ready(Some(Err(_))) => Read::Failed,
        Poll::Ready(None) => Read::End,
        Poll::Pending => Read::Pending,
    }
}
