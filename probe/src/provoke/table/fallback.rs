//! Requests for a route that does not exist.

use crate::provoke::provocation::{Answer, Provocation};
use crate::wire::Request;

pub(super) static TABLE: &[Provocation] = &[
    Provocation::missing(UNKNOWN, |to| to.get_missing()),
    Provocation::missing(HEAD_UNKNOWN, |to| Request::new("HEAD", to.missing())),
    Provocation::missing("post-unknown-route", |to| {
        Request::new("POST", to.missing()).body("application/json", "{}")
    }),
    Provocation::missing("unknown-method", |to| Request::new("BREW", to.missing()))
        .answer(Answer::OfServiceOrServer),
    Provocation::missing("bad-percent-encoding", |to| {
        Request::get(format!("{}-%zz%", to.missing()))
    })
    .answer(Answer::OfServiceOrServer),
    Provocation::missing("invalid-utf8-path", |to| {
        Request::get(format!("{}-%ff%fe", to.missing()))
    })
    .answer(Answer::OfServiceOrServer),
    Provocation::missing("nul-in-path", |to| {
        Request::get(format!("{}-%00", to.missing()))
    })
    .answer(Answer::OfServiceOrServer),
    Provocation::missing("dot-segments", |to| {
        Request::get(format!("{}/../../../etc/%2e%2e/passwd", to.missing()))
    })
    .answer(Answer::OfServiceOrServer),
    Provocation::missing("long-path", |to| {
        Request::get(format!("{}/{}", to.missing(), "a".repeat(4096)))
    })
    .answer(Answer::OfServiceOrServer),
    Provocation::missing("bad-query", |to| {
        Request::get(format!("{}?a[=%zz&&%ff=%00", to.missing()))
    })
    .answer(Answer::OfServiceOrServer),
    Provocation::missing(ECHO, |to| to.identified(ECHOED)),
    Provocation::missing("hostile-request-id", |to| {
        to.identified("<script>'manila';\"probe\"</script>")
    }),
    Provocation::missing("request-id-of-bytes", |to| {
        to.identified(*b"manila-\xff\xfe-probe")
    })
    .answer(Answer::OfServiceOrServer),
    Provocation::missing("long-request-id", |to| to.identified("m".repeat(129))),
    Provocation::missing("two-request-ids", |to| {
        to.identified("manila-probe-one")
            .raw_header(to.request_id, "manila-probe-two")
    }),
    Provocation::missing("accept-html", |to| {
        to.get_missing().header("accept", "text/html")
    }),
    Provocation::missing("accept-nothing", |to| {
        to.get_missing()
            .header("accept", "application/x-manila-probe, */*;q=0")
    }),
    Provocation::missing("accept-malformed", |to| {
        to.get_missing().header("accept", ";;/,,q=")
    }),
    Provocation::missing("accept-language-unknown", |to| {
        to.get_missing().header("accept-language", "tlh, *;q=0")
    }),
    Provocation::missing("accept-event-stream", |to| {
        to.get_missing().header("accept", "text/event-stream")
    }),
    Provocation::missing("te-trailers", |to| {
        to.get_missing().header("te", "trailers")
    }),
    // What a client says of gRPC is no reason to leave the envelope out: gRPC is spoken over HTTP/2,
    // by POST, and only to services that speak it.
    Provocation::missing("grpc-content-type", |to| claiming(to.get_missing())),
    Provocation::missing("head-grpc-content-type", |to| {
        claiming(Request::new("HEAD", to.missing()))
    }),
    Provocation::missing("grpc-call", |to| {
        claiming(Request::new("POST", to.missing()))
    }),
    Provocation::missing("grpc-web-call", |to| {
        Request::new("POST", to.missing()).header("content-type", "application/grpc-web+proto")
    }),
    Provocation::missing("foreign-origin", |to| {
        to.get_missing()
            .header("origin", "http://manila-probe.example")
    }),
    Provocation::missing(PREFLIGHT, |to| {
        Request::new("OPTIONS", to.missing())
            .header("origin", "http://manila-probe.example")
            .header("access-control-request-method", "PUT")
    })
    .answer(Answer::Any),
    Provocation::missing("conditional-unknown-route", |to| {
        // An error is not turned into a 304 or a 412 (RFC 9110 §13.2.1).
        to.get_missing()
            .header("if-none-match", "*")
            .header("if-modified-since", "Fri, 31 Dec 2100 23:59:59 GMT")
    }),
    Provocation::missing("range-unknown-route", |to| {
        to.get_missing().header("range", "bytes=99999999999-")
    }),
    Provocation::missing("options-star", |_| Request::new("OPTIONS", "*"))
        .answer(Answer::OfServiceOrServer)
        .http1(),
    Provocation::missing("absolute-form", |to| {
        Request::get(format!("http://{}{}", to.authority, to.missing()))
    })
    .http1(),
    Provocation::missing("expect-unknown", |to| {
        to.get_missing().header("expect", "manila-probe")
    })
    .answer(Answer::OfServiceOrServer)
    .http1(),
];

/// The request, as one that claims to be gRPC's.
pub(super) fn claiming(request: Request) -> Request {
    request
        .header("content-type", "application/grpc")
        .header("te", "trailers")
}

/// The provocation with an id that a service may take over.
pub(crate) const ECHO: &str = "request-id-echo";

/// That id.
pub(crate) const ECHOED: &str = "manila-probe-echo.1";

/// GET of a route that does not exist.
pub(crate) const UNKNOWN: &str = "unknown-route";

/// HEAD of the same.
pub(crate) const HEAD_UNKNOWN: &str = "head-unknown-route";

/// What a browser asks before a request to another origin.
pub(crate) const PREFLIGHT: &str = "preflight";
