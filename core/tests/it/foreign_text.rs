//! How the body of a foreign response begins, which the log is told and no client.

use std::borrow::Cow;
use std::fmt;
use std::task::{Context, Poll};

use bytes::Bytes;
use manila::adapter::{Carrier, Decision, InspectBody, InspectResponse, Renderer, Request, decide};
use manila::{Condition, Envelopes, Fault};

use crate::support::logged;

/// A response of this status and media type.
struct Response {
    status: u16,
    content_type: Option<&'static str>,
    is_encoded: bool,
    cause: Option<&'static str>,
    condition: Option<Condition>,
}

const TEXT: Response = Response {
    status: 500,
    content_type: Some("text/plain"),
    is_encoded: false,
    cause: None,
    condition: None,
};

impl InspectResponse for Response {
    fn status(&self) -> u16 {
        self.status
    }

    fn text(&self, name: &'static str) -> Option<&str> {
        self.content_type.filter(|_| name == "content-type")
    }

    fn has(&self, name: &'static str) -> bool {
        self.is_encoded && name == "content-encoding"
    }

    fn is_passed_through(&self) -> bool {
        false
    }

    fn carrier(&self) -> Option<&Carrier> {
        None
    }

    fn id(&self, _: &str) -> Option<&[u8]> {
        None
    }

    fn cause(&self) -> Option<&dyn fmt::Display> {
        self.cause.as_ref().map(|cause| cause as _)
    }

    fn condition(&self) -> Option<Condition> {
        self.condition
    }
}

/// A body whose polls are counted.
struct Body {
    first: fn() -> Poll<Option<Bytes>>,
    size: Option<u64>,
    polls: u32,
}

impl Body {
    const fn of(first: fn() -> Poll<Option<Bytes>>) -> Self {
        Self {
            first,
            size: None,
            polls: 0,
        }
    }
}

impl InspectBody for Body {
    fn exact_size(&self) -> Option<u64> {
        self.size
    }

    fn poll_data(&mut self, _: &mut Context<'_>) -> Poll<Option<Bytes>> {
        self.polls += 1;
        (self.first)()
    }
}

fn ready(data: impl Into<Bytes>) -> Poll<Option<Bytes>> {
    Poll::Ready(Some(data.into()))
}

fn refused() -> Poll<Option<Bytes>> {
    ready("pool: refused")
}

fn fault_of(
    envelopes: &Envelopes,
    request: &Request<'_>,
    response: &Response,
    body: &mut Body,
) -> Fault {
    let renderer = Renderer::new(envelopes.clone());
    match decide(&renderer, request, response, body) {
        Decision::Replace(replacement) => replacement.as_fault().clone(),
        decision => panic!("{decision:?}"),
    }
}

/// The text that is kept of a body.
fn kept(response: &Response, mut body: Body) -> Option<String> {
    let fault = fault_of(
        &Envelopes::default(),
        &Request::default(),
        response,
        &mut body,
    );
    assert!(body.polls <= 1, "polled {} times", body.polls);
    let envelope = Envelopes::default().render(&fault, None);
    let envelope = String::from_utf8(envelope.into_body().to_vec()).unwrap();
    assert!(!envelope.contains("pool"), "{envelope}");
    fault.foreign_text().map(str::to_owned)
}

#[test]
fn the_beginning_of_a_text_of_json_or_of_no_stated_type_is_kept() {
    for (content_type, is_kept) in [
        (None, true),
        (Some("text/plain; charset=utf-8"), true),
        (Some("Text/HTML"), true),
        (Some("application/json"), true),
        (Some("application/problem+JSON; v=1"), true),
        (Some("application/octet-stream"), false),
        (Some("image/png"), false),
        (Some("textile/plain"), false),
    ] {
        for status in [103, 500, 502, 999] {
            let response = Response {
                status,
                content_type,
                ..TEXT
            };
            let expected = is_kept.then(|| "pool: refused".to_owned());
            let what = format!("{status} {content_type:?}");
            assert_eq!(kept(&response, Body::of(refused)), expected, "{what}");
        }
    }
    let zipped = Response {
        is_encoded: true,
        ..TEXT
    };
    assert_eq!(kept(&zipped, Body::of(refused)), None);
}

#[test]
fn a_body_that_is_not_there_fails_or_panics_is_not_waited_for() {
    for first in [
        || Poll::Pending,
        || Poll::Ready(None),
        || -> Poll<Option<Bytes>> { panic!("the body") },
    ] {
        assert_eq!(kept(&TEXT, Body::of(first)), None);
    }
    let mut empty = Body {
        size: Some(0),
        ..Body::of(refused)
    };
    let fault = fault_of(
        &Envelopes::default(),
        &Request::default(),
        &TEXT,
        &mut empty,
    );
    assert_eq!((fault.foreign_text(), empty.polls), (None, 0));
}

#[test]
fn a_kibibyte_is_kept_and_no_half_character() {
    let of = |first| kept(&TEXT, Body::of(first)).unwrap();
    assert_eq!(of(|| ready("x".repeat(1024))), "x".repeat(1024));
    assert_eq!(of(|| ready("x".repeat(1_000_000))), "x".repeat(1024));
    let text = "x".repeat(1023);
    assert_eq!(of(|| ready("x".repeat(1023) + "\u{e9}")), text);
    assert_eq!(of(|| ready(&b"a\xffb"[..])), "a\u{fffd}b");
    assert_eq!(of(|| ready(&b"a\xc3"[..])), "a\u{fffd}");
    // Each broken byte becomes three.
    assert_eq!(of(|| ready(vec![0xff; 1024])), "\u{fffd}".repeat(341));
}

/// What client and log have of a short text of a 4xx.
fn told(envelopes: &Envelopes, request: &Request<'_>) -> (Option<String>, Option<String>) {
    let response = Response {
        status: 403,
        ..TEXT
    };
    let mut body = Body {
        size: Some(13),
        ..Body::of(refused)
    };
    let fault = fault_of(envelopes, request, &response, &mut body);
    let owned = |text: Option<&str>| text.map(str::to_owned);
    (owned(fault.reason()), owned(fault.foreign_text()))
}

#[test]
fn a_text_is_for_the_client_or_for_the_log_as_the_service_says() {
    let text = || Some("pool: refused".to_owned());
    let get = Request::default();
    let (mut head, mut grpc) = (get, get);
    head.is_head = true;
    grpc.speaks_grpc = true;
    let ok_error = Envelopes::ok_error;
    assert_eq!(told(&ok_error(), &get), (text(), None));
    assert_eq!(told(&ok_error().hide_reasons(), &get), (None, text()));
    assert_eq!(told(&ok_error().no_foreign_text(), &get), (text(), None));
    let neither = ok_error().hide_reasons().no_foreign_text();
    assert_eq!(told(&neither, &get), (None, None));
    // Neither is answered with a body that says it.
    for request in [head, grpc] {
        assert_eq!(told(&ok_error(), &request), (None, text()));
    }
}

#[test]
fn the_log_has_no_sentence_twice() {
    let check = |cause, text: Cow<'static, str>| {
        let response = Response { cause, ..TEXT };
        let mut body = Body::of(refused);
        let fault = fault_of(
            &Envelopes::default(),
            &Request::default(),
            &response,
            &mut body,
        );
        let rendered = Envelopes::default().render(&fault, None);
        let ((), events) = logged("cause", || rendered.log(&fault, "abc", None));
        assert_eq!(events, [text]);
    };
    check(None, "body: pool: refused".into());
    check(Some("pool: refused"), "pool: refused".into());
    check(Some("the pool: refused"), "the pool: refused".into());
    check(Some("elsewhere"), "elsewhere; body: pool: refused".into());
}

#[test]
fn an_error_of_the_services_own_never_passes_and_tells_the_client_nothing() {
    let response = Response {
        status: 404,
        cause: Some("No such file"),
        condition: Some(Condition::Internal),
        ..TEXT
    };
    let envelopes = Envelopes::default().pass_through(400..=599, "");
    let mut body = Body {
        size: Some(13),
        ..Body::of(refused)
    };
    let fault = fault_of(&envelopes, &Request::default(), &response, &mut body);
    let rendered = envelopes.render(&fault, None);
    assert_eq!(rendered.status(), 500);
    assert_eq!(fault.reason(), None);
    assert_eq!(fault.cause().unwrap().chain(), "No such file");
}
