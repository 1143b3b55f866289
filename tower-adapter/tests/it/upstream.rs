//! A proxy: what the service behind it has answered, and what it means that it has not.

use std::future::ready;
use std::io;

use http::{Request, Response};
use http_body_util::Full;
use manila::{Condition, Envelopes, Fault};
use manila_tower::pass_enveloped;
use tower::timeout::error::Elapsed;
use tower::{BoxError, service_fn};

use crate::layer::{Reply, answer};

const ENVELOPE: &str = r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED"}}"#;

fn answered(fields: &[(&str, &str)]) -> Reply {
    let mut reply = Response::builder().status(402);
    for (name, value) in fields {
        reply = reply.header(*name, *value);
    }
    reply.body(Full::from(ENVELOPE)).unwrap()
}

async fn proxied(envelopes: Envelopes, reply: Reply) -> (Reply, String) {
    let mut reply = Some(reply);
    let service = service_fn(move |_: Request<()>| ready(Ok::<_, BoxError>(reply.take().unwrap())));
    answer(envelopes, service, Request::new(())).await
}

const JSON: (&str, &str) = ("content-type", "application/json; charset=utf-8");
const CODE: (&str, &str) = ("x-error-code", "PLAN_LIMIT_EXCEEDED");
const ID: (&str, &str) = ("x-request-id", "of-the-upstream");

#[tokio::test]
async fn an_envelope_of_the_same_style_passes() {
    let reply = pass_enveloped(answered(&[JSON, CODE, ID, ("retry-after", "2")]));
    let (head, body) = proxied(Envelopes::ok_error(), reply).await;
    assert_eq!((head.status().as_u16(), &*body), (402, ENVELOPE));
    assert_eq!(head.headers()["x-error-code"], "PLAN_LIMIT_EXCEEDED");
    assert_eq!(head.headers()["x-request-id"], "of-the-upstream");
    assert_eq!(head.headers()["retry-after"], "2");
}

#[tokio::test]
async fn what_is_no_envelope_of_the_style_is_replaced() {
    let html = ("content-type", "text/html");
    let empty = ("x-error-code", "");
    for fields in [&[JSON, ID][..], &[CODE, ID], &[html, CODE], &[JSON, empty]] {
        let reply = pass_enveloped(answered(fields));
        let (head, body) = proxied(Envelopes::ok_error(), reply).await;
        assert_eq!(
            head.headers()["x-error-code"],
            "payment_required",
            "{fields:?}"
        );
        assert!(!body.contains("PLAN_LIMIT_EXCEEDED"), "{fields:?}: {body}");
    }
    let reply = pass_enveloped(answered(&[JSON, CODE]));
    let (head, _) = proxied(Envelopes::problem(), reply).await;
    assert_eq!(head.headers()["content-type"], "application/problem+json");
}

#[tokio::test]
async fn an_envelope_that_nobody_vouches_for_is_replaced() {
    let (head, body) = proxied(Envelopes::ok_error(), answered(&[JSON, CODE])).await;
    assert_eq!(head.headers()["x-error-code"], "payment_required");
    assert!(!body.contains("PLAN_LIMIT_EXCEEDED"), "{body}");
}

async fn failed(envelopes: Envelopes, error: impl Into<BoxError>) -> (u16, String) {
    let mut error = Some(error.into());
    let service = service_fn(move |_: Request<()>| ready(Err::<Reply, _>(error.take().unwrap())));
    let (head, _) = answer(envelopes, service, Request::new(())).await;
    let code = head.headers()["x-error-code"].to_str().unwrap().to_owned();
    (head.status().as_u16(), code)
}

fn judged() -> Envelopes {
    Envelopes::ok_error().on_service_error(|error| {
        error.downcast_ref::<io::Error>()?;
        Some(Fault::condition(Condition::UpstreamFailed))
    })
}

#[tokio::test]
async fn an_error_means_what_the_service_says() {
    let refused = || io::Error::from(io::ErrorKind::ConnectionRefused);
    let cases: [(BoxError, u16); 4] = [
        (refused().into(), 502),
        // Of these it says nothing.
        (Elapsed::new().into(), 504),
        ("the pool is empty".into(), 500),
        // This one says itself what it is.
        (Fault::condition(Condition::Conflict).into(), 409),
    ];
    for (error, status) in cases {
        let text = error.to_string();
        assert_eq!(failed(judged(), error).await.0, status, "{text}");
    }
    assert_eq!(failed(Envelopes::ok_error(), refused()).await.0, 500);
}

#[tokio::test]
async fn the_error_is_the_cause_of_what_it_means() {
    let (seen, told) = std::sync::mpsc::channel();
    let envelopes = judged().observe(move |report: &manila::ErrorReport<'_>| {
        let cause = report.fault().cause().map(ToString::to_string);
        seen.send(cause).unwrap();
    });
    failed(envelopes, io::Error::other("10.0.0.7 refused")).await;
    assert_eq!(told.recv().unwrap().as_deref(), Some("10.0.0.7 refused"));
}

#[tokio::test]
async fn a_judge_that_panics_costs_its_answer_alone() {
    let envelopes = Envelopes::ok_error().on_service_error(|_| panic!("canary"));
    assert_eq!(failed(envelopes, "away").await.0, 500);
}
