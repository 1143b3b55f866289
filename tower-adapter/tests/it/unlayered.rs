//! Faults that reach their reader without a layer around them.

use std::convert::Infallible;
use std::future::ready;

use http::{Method, Request, Response};
use http_body::Body;
use http_body_util::{BodyExt as _, Full};
use manila::adapter::Carrier;
use manila::{Condition, Envelopes, Fault, PassThrough};
use manila_tower::{CarrierBody, EnvelopeLayer, fault_response};
use tower::{Layer as _, ServiceExt as _, service_fn};

use crate::layered::{assert_layered, assert_unlayered, told};

fn respond(condition: Condition) -> Response<CarrierBody> {
    fault_response(Fault::condition(condition), |body| body)
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.unwrap().block_on(future)
}

/// Has a layer answer, and reads what it answers.
fn send<B>(method: Method, reply: fn() -> Response<B>)
where
    B: Body<Data = bytes::Bytes> + 'static,
{
    let service = service_fn(move |_: Request<()>| ready(Ok::<_, Infallible>(reply())));
    let service = EnvelopeLayer::new(Envelopes::default()).layer(service);
    let request = Request::builder().method(method).body(()).unwrap();
    wait(async {
        let response = service.oneshot(request).await.unwrap();
        assert!(response.into_body().collect().await.is_ok());
    });
}

#[test]
fn a_fault_without_a_layer_is_told_once_when_it_was_read() {
    for (condition, level, code) in [
        (Condition::Unauthenticated, "WARN", "unauthorized"),
        (Condition::Internal, "ERROR", "internal_server_error"),
    ] {
        let events = told(|| {
            let response = respond(condition);
            wait(response.into_body().collect()).unwrap();
        });
        assert_unlayered(&events, level, code);
    }
}

#[test]
fn it_is_told_when_the_last_that_knows_of_it_is_gone() {
    let events = told(|| {
        let (parts, body) = respond(Condition::Gone).into_parts();
        let kept = parts.extensions.get::<Carrier>().unwrap().clone();
        wait(body.collect()).unwrap();
        drop(parts);
        let meanwhile = told(|| drop(kept));
        assert_unlayered(&meanwhile, "WARN", "gone");
    });
    assert_eq!(events, []);
}

#[test]
fn a_fault_that_nobody_reads_is_not_told() {
    let events = told(|| {
        drop(respond(Condition::Gone));
        // As a server does in answer to HEAD.
        let response = respond(Condition::Gone);
        assert_eq!(response.body().size_hint().exact(), None);
        drop(response);
    });
    assert_eq!(events, []);
}

#[test]
fn a_fault_within_a_layer_is_told_by_the_layer_alone() {
    for method in [Method::GET, Method::HEAD] {
        let events = told(|| send(method, || respond(Condition::Gone)));
        assert_layered(&events, "gone");
    }
}

#[test]
fn a_fault_whose_body_was_read_and_put_back_is_told_by_the_layer_alone() {
    let events = told(|| {
        send(Method::GET, || {
            let (parts, body) = respond(Condition::Gone).into_parts();
            let bytes = wait_within(body.collect()).unwrap().to_bytes();
            Response::from_parts(parts, Full::new(bytes))
        });
    });
    assert_layered(&events, "gone");
}

/// Waits for what is ready at once, where a runtime is already at work.
fn wait_within<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(output) => output,
        std::task::Poll::Pending => unreachable!("it is ready at once"),
    }
}

#[test]
fn a_fault_that_the_service_passes_through_is_not_told() {
    let events = told(|| {
        send(Method::GET, || {
            let mut response = respond(Condition::Gone);
            response.extensions_mut().insert(PassThrough);
            response
        });
    });
    assert_eq!(events, []);
}
