//! Errors, whoever made them.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use manila::adapter::Carrier;
use manila::{Condition, Fault};

use super::adapter::Response;
use super::case::{Case, FORBIDDEN, GET, INTERNAL, answer, carried, check, response};

#[test]
fn errors_are_answered_in_the_envelope() {
    let cases = [
        Case {
            name: "nothing there",
            fields: &[
                ("content-type", Some("application/json")),
                ("content-length", None),
                ("cache-control", Some("no-store")),
                ("x-content-type-options", Some("nosniff")),
                ("x-error-code", Some("not_found")),
                ("x-request-id", Some("abc-123")),
            ],
            ..GET
        },
        Case {
            name: "a fault, with what its header says of the error",
            service: |_| {
                let fault = Fault::condition(Condition::RateLimited)
                    .with_detail("limit", 5)
                    .with_retry_after(Duration::from_secs(2));
                carried(429, Carrier::fault(fault))
            },
            status: 429,
            body: r#"{"ok":false,"error":{"code":"too_many_requests","message":"Too many requests were sent.","details":{"limit":5,"retry":{"after_seconds":2}}}}"#,
            fields: &[("retry-after", Some("2"))],
            events: &["too_many_requests"],
            ..GET
        },
        Case {
            name: "a foreign 4xx with a reason, and fields of the old body",
            service: |_| {
                let fields = [
                    ("content-type", "text/plain"),
                    ("etag", "\"1\""),
                    ("allow", "GET"),
                ];
                answer(403, &fields, "not on Mondays")
            },
            status: 403,
            body: r#"{"ok":false,"error":{"code":"forbidden","message":"The request is not allowed.","details":{"reason":"not on Mondays"}}}"#,
            fields: &[("etag", None), ("allow", Some("GET"))],
            events: &["forbidden"],
            ..GET
        },
        Case {
            name: "a compressed text in the place of a fault's body",
            service: |_| {
                let fields = [("content-type", "text/plain"), ("content-encoding", "gzip")];
                let mut replaced = response(403, &fields, "some coded bytes");
                let (carrier, _) = Carrier::fault(Fault::condition(Condition::Conflict));
                replaced.extensions_mut().insert(carrier);
                Box::pin(async { replaced })
            },
            status: 403,
            body: FORBIDDEN,
            events: &["forbidden"],
            ..GET
        },
        Case {
            name: "a foreign 4xx in HTML",
            service: |_| answer(403, &[("content-type", "text/html")], "<h1>no</h1>"),
            status: 403,
            body: FORBIDDEN,
            events: &["forbidden"],
            ..GET
        },
        Case {
            name: "a foreign 4xx with a text that is too long for a reason",
            service: |_| {
                let text = "x".repeat(1025).leak();
                answer(403, &[("content-type", "text/plain")], text)
            },
            status: 403,
            body: FORBIDDEN,
            events: &["forbidden"],
            ..GET
        },
        Case {
            name: "a foreign 5xx, of whose text nothing leaves",
            service: |_| answer(500, &[("content-type", "text/plain")], "hunter2"),
            status: 500,
            body: INTERNAL,
            events: &["internal_server_error"],
            ..GET
        },
        Case {
            name: "an interim status that is no answer",
            service: |_| answer(103, &[], ""),
            status: 500,
            body: INTERNAL,
            events: &["internal_server_error"],
            ..GET
        },
    ];
    cases.iter().for_each(check);
}

/// Panics when it is dropped, after it has answered.
struct Dropped;

impl Future for Dropped {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(response(403, &[], ""))
    }
}

impl Drop for Dropped {
    fn drop(&mut self) {
        panic!("dropped");
    }
}

#[test]
fn a_panic_is_answered_in_the_envelope() {
    let panicked = Case {
        status: 500,
        body: INTERNAL,
        events: &["internal_server_error"],
        ..GET
    };
    let cases = [
        Case {
            name: "in the call",
            service: |_| panic!("in the call"),
            ..panicked
        },
        Case {
            name: "while it is polled",
            service: |_| Box::pin(async { panic!("while it is polled") }),
            ..panicked
        },
        Case {
            name: "when it is dropped, which its response survives",
            service: |_| Box::pin(Dropped),
            status: 403,
            body: FORBIDDEN,
            events: &["forbidden"],
            ..panicked
        },
    ];
    cases.iter().for_each(check);
}
