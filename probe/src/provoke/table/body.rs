//! Bodies that a service refuses.

use crate::provoke::provocation::{Act, Answer, Position, Provocation, Scope};
use crate::provoke::target::Target;
use crate::wire::Request;

/// A body that is larger than a service takes by default, in bytes.
pub(super) const OVERSIZED: usize = 8 * 1024 * 1024;

/// How deep the nesting of a body is that a recursive reader must not follow.
const DEPTH: usize = 100_000;

/// One that goes to a path whose method has a body.
const fn body(name: &'static str, request: fn(&Target<'_>) -> Request) -> Provocation {
    Provocation::new(name, Scope::BodyPath, Position::Body, Act::Once(request))
}

pub(super) static TABLE: &[Provocation] = &[
    body("malformed-json", |to| to.with_json(r#"{"manila" "probe"}"#)),
    body("truncated-json", |to| to.with_json(r#"{"manila":"pro"#)),
    body("mistyped-json", |to| to.with_json(r#"[["manila-probe"]]"#)),
    body("empty-json-body", |to| to.with_json("")),
    body("duplicate-members", |to| {
        to.with_json(r#"{"manila-probe":1,"manila-probe":2}"#)
    }),
    body("deep-json", |to| to.with_json("[".repeat(DEPTH))),
    body("invalid-utf8-body", |to| {
        to.with_json(*b"{\"manila-probe\":\"\xff\xfe\"}")
    }),
    body("wrong-content-type", |to| {
        to.with_body("application/x-manila-probe", "manila-probe")
    }),
    body("grpc-content-type-of-body", |to| {
        to.with_body("application/grpc", "manila-probe")
            .header("te", "trailers")
    }),
    body("malformed-content-type", |to| {
        to.with_body(";;/=", "manila-probe")
    }),
    body("missing-content-type", |to| Request {
        body: b"manila-probe".to_vec(),
        ..Request::new(to.method.to_owned(), to.route)
    }),
    body("unknown-content-encoding", |to| {
        to.with_json("manila-probe")
            .header("content-encoding", "x-manila-probe")
    }),
    body("malformed-form", |to| {
        to.with_body("application/x-www-form-urlencoded", "%zz=%ff&&=")
    }),
    body("multipart-without-boundary", |to| {
        to.with_body("multipart/form-data", "--\r\n\r\nmanila-probe")
    }),
    body("oversized-declared", |to| to.with_json(oversized())),
    body("oversized-chunked", |to| {
        to.with_json(oversized()).chunked()
    }),
    body("expect-100-continue", |to| {
        to.with_json(r#"{"manila" "probe"}"#)
            .header("expect", "100-continue")
    })
    .answer(Answer::OfServiceOrServer)
    .http1(),
];

/// A text of JSON that is not valid before its last byte.
fn oversized() -> Vec<u8> {
    let mut body = vec![b'm'; OVERSIZED];
    body[0] = b'"';
    body
}
