//! The error type, where others take it for an error like any other.

use std::error::Error as _;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use manila::{Condition, Envelopes, Fault, OrCode as _};
use manila_axum::{EnvelopeLayer, Error};
use tower::ServiceExt as _;

#[test]
fn an_error_of_ours_that_comes_through_a_layer_of_towers_keeps_its_fault() {
    let error = Error::from(Condition::Conflict);
    assert_eq!(Error::of_service(error.into()).fault().http_status(), 409);
    let fault = Fault::condition(Condition::Gone);
    assert_eq!(Error::of_service(fault.into()).fault().http_status(), 410);
    assert_eq!(Error::of_service("text".into()).fault().http_status(), 500);
}

#[tokio::test]
async fn a_handler_may_return_a_fault() {
    use axum::routing::get;

    let fault = || Fault::condition(Condition::Conflict).with_detail("seats", 7);
    let by_fault = move || async move { Err::<String, _>(fault()) };
    let by_error = move || async move { Err::<String, _>(Error::from(fault())) };
    let mut answers = Vec::new();
    for (handler, style) in [
        (get(by_fault), Envelopes::ok_error()),
        (get(by_error), Envelopes::ok_error()),
        (get(by_fault), Envelopes::problem()),
        (get(by_error), Envelopes::problem()),
    ] {
        let app = Router::new()
            .route("/", handler)
            .layer(EnvelopeLayer::new(style));
        let request = Request::get("/").header("x-request-id", "abc-1");
        let response = app
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        let (head, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        assert_eq!(head.status, 409);
        answers.push((head.headers, body));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[2], answers[3]);
    assert!(answers[0].1.ends_with(br#""details":{"seats":7}}}"#));
}

#[test]
fn an_error_is_the_cause_of_another_with_its_own_sources() {
    let inner: Result<(), Error> = Err(std::io::Error::other("the disk is full").into());
    let outer = inner.or_code(Condition::UpstreamFailed).unwrap_err();
    assert_eq!(outer.cause().unwrap().chain(), "internal: the disk is full");
    let error = Error::from(outer);
    assert_eq!(error.clone().source().unwrap().to_string(), "internal");
}

#[test]
fn an_error_tells_the_line_that_made_it_one() {
    let error = Error::from(Condition::Gone);
    assert_eq!(error.fault().location().unwrap().line(), line!() - 1);
}
