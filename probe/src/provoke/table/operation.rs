//! Requests for an operation that a service is known to have.

use crate::provoke::provocation::{Act, Answer, Position, Provocation, Scope};
use crate::provoke::target::Target;
use crate::routes::WRONG;
use crate::wire::Request;

/// A query that is longer than a service has any use for, and shorter than HTTP servers refuse.
const LONG_QUERY: usize = 16 * 1024;

/// One that calls an operation.
const fn call(name: &'static str, requests: fn(&Target<'_>) -> Vec<Request>) -> Provocation {
    Provocation::new(name, Scope::Operation, Position::Route, Act::Each(requests))
}

/// One that calls an operation with a body.
const fn body(name: &'static str, requests: fn(&Target<'_>) -> Vec<Request>) -> Provocation {
    let act = Act::Each(requests);
    Provocation::new(name, Scope::BodyOperation, Position::Body, act)
}

pub(super) static TABLE: &[Provocation] = &[
    call("mistyped-path-parameter", |to| to.each_replaced(WRONG)),
    call("invalid-utf8-path-parameter", |to| {
        to.each_replaced("%ff%fe")
    })
    .answer(Answer::OfServiceOrServer),
    call("huge-path-parameter", |to| {
        to.each_replaced("99999999999999999999999999999999")
    }),
    call("mistyped-query-parameter", |to| {
        let names = to.operation.map_or(&[][..], |it| &it.typed_query);
        let with = |name: &String| to.call(&format!("?{name}={WRONG}"));
        names.iter().map(with).collect()
    }),
    call("unknown-query-parameter", |to| {
        vec![to.call("?manila-probe=manila-probe")]
    }),
    call("long-query", |to| {
        vec![to.call(&format!("?manila-probe={}", "m".repeat(LONG_QUERY)))]
    })
    .answer(Answer::OfServiceOrServer),
    body("unknown-members", |to| {
        vec![to.with_json(r#"{"manila-probe":{"manila-probe":[]}}"#)]
    }),
    body("mistyped-members", |to| {
        let members = to.operation.map_or(&[][..], |it| &it.members);
        let body = |member: &String| {
            let wrong = serde_json::json!({ member.as_str(): [{ "manila-probe": [] }] });
            to.with_json(wrong.to_string())
        };
        members.iter().map(body).collect()
    }),
    body("malformed-json-of-delete", |to| {
        let is_delete = to.method == "DELETE";
        let request = is_delete.then(|| to.with_json(r#"{"manila" "probe"}"#));
        request.into_iter().collect()
    }),
];
