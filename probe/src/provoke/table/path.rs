//! Requests for a path that exists.

use super::fallback::claiming;
use crate::provoke::provocation::{Act, Answer, Position, Provocation, Scope};
use crate::provoke::target::Target;
use crate::wire::Request;

/// One that goes to a path.
const fn path(
    name: &'static str,
    position: Position,
    request: fn(&Target<'_>) -> Request,
) -> Provocation {
    Provocation::new(name, Scope::Path, position, Act::Once(request))
}

/// A method that no path has.
pub(crate) const WRONG_METHOD: &str = "wrong-method";

pub(super) static TABLE: &[Provocation] = &[
    path("route", Position::Route, |to| Request::get(to.route)),
    path("head-route", Position::Route, |to| {
        Request::new("HEAD", to.route)
    }),
    // A method that changes nothing (RFC 4918 §9.1), so that no service that has it is harmed.
    path(WRONG_METHOD, Position::Method, |to| {
        Request::new("PROPFIND", to.route)
    }),
    path("options-of-route", Position::Method, |to| {
        Request::new("OPTIONS", to.route)
    }),
    path("unknown-below-route", Position::BelowRoute, |to| {
        Request::get(to.missing_below())
    }),
    path("trailing-slash", Position::BelowRoute, |to| {
        Request::get(to.below(""))
    }),
    path("head-unknown-below-route", Position::BelowRoute, |to| {
        Request::new("HEAD", to.missing_below())
    }),
    path(
        "bad-percent-encoding-below-route",
        Position::BelowRoute,
        |to| Request::get(to.below("%ff%zz")),
    )
    .answer(Answer::OfServiceOrServer),
    path("bad-query-of-route", Position::Route, |to| {
        Request::get(format!("{}?a[=%zz&&%ff=%00", to.route))
    })
    .answer(Answer::OfServiceOrServer),
    path("not-acceptable", Position::Route, |to| {
        Request::get(to.route).header("accept", "application/x-manila-probe, */*;q=0")
    }),
    path("not-modified", Position::Route, |to| {
        Request::get(to.route).header("if-none-match", "*")
    }),
    path("precondition-failed", Position::Route, |to| {
        Request::get(to.route).header("if-match", "\"manila-probe\"")
    }),
    path("range-not-satisfiable", Position::Route, |to| {
        Request::get(to.route).header("range", "bytes=99999999999-")
    }),
    path("grpc-content-type-at-route", Position::Route, |to| {
        claiming(Request::get(to.route))
    }),
    path("foreign-origin-at-route", Position::Route, |to| {
        Request::get(to.route).header("origin", "http://manila-probe.example")
    }),
    path("bad-credentials", Position::Route, |to| {
        Request::get(to.route).header("authorization", "Bearer manila-probe")
    }),
];
