//! Responses that no fault made.

use manila_probe::wire::Request;
use manila_properties::expected::ExpectedFault;

use super::case::{Case, catalog, reason};
use crate::expected::of_http;

/// A bare status with a text: that of a 4xx is for the client, that of a 5xx for the log.
fn bare(name: &'static str, status: u16, error: ExpectedFault) -> Case {
    let keeps_text = status < 500 && error.code.status < 500;
    let path = format!("/foreign/{status}");
    if keeps_text {
        Case::get(name, &path, error.details(&reason("canary-foreign")))
    } else {
        Case::get(name, &path, error).told("body: canary-foreign")
    }
}

pub(super) fn cases() -> Vec<Case> {
    let internal = || catalog("INTERNAL");
    let odd = "Something went wrong on the server.";
    vec![
        bare("a bare 400", 400, catalog("VALIDATION_FAILED")),
        bare("a bare 401", 401, catalog("UNAUTHENTICATED")),
        bare("a bare 402", 402, of_http(402, "Payment is required.")),
        bare("a bare 403", 403, catalog("FORBIDDEN")),
        bare("a bare 404", 404, catalog("NOT_FOUND")),
        // The catalog answers a timeout with 503: the text of the 408 is for nobody.
        bare("a bare 408", 408, catalog("SERVICE_UNAVAILABLE")),
        bare("a bare 409", 409, catalog("CONFLICT")),
        bare(
            "a bare 410",
            410,
            of_http(410, "The resource is gone for good."),
        ),
        bare("a bare 422", 422, catalog("VALIDATION_FAILED")),
        bare("a bare 429", 429, catalog("RATE_LIMITED")),
        bare(
            "a bare 499",
            499,
            of_http(499, "The request could not be served."),
        ),
        bare("a bare 500", 500, internal()),
        bare(
            "a bare 501",
            501,
            of_http(501, "The server does not implement this."),
        ),
        bare("a bare 502", 502, catalog("UPSTREAM_FAILED")),
        bare("a bare 503", 503, catalog("SERVICE_UNAVAILABLE")),
        bare("a bare 599", 599, of_http(599, odd)),
        bare("a bare 799", 799, of_http(799, odd)),
        bare("a bare 999", 999, of_http(999, odd)),
        Case::get("an empty 404", "/status/404", catalog("NOT_FOUND")),
        Case::get(
            "an empty 418",
            "/status/418",
            of_http(418, "The request could not be served."),
        ),
        Case::get("an interim status as the answer", "/status/103", internal()),
        Case::get("100 as the answer", "/status/100", internal()),
        Case::get("101 without an upgrade", "/status/101", internal()),
        Case::get(
            "a 404 with JSON of its own",
            "/foreign-json/404",
            catalog("NOT_FOUND"),
        )
        .told(r#"body: {"secret":"canary-json"}"#),
        Case::get(
            "a 500 with JSON of its own",
            "/foreign-json/500",
            internal(),
        )
        .told(r#"body: {"secret":"canary-json"}"#),
        Case::get(
            "an upstream's phrase, caching and names of Manila's",
            "/upstream",
            catalog("UPSTREAM_FAILED"),
        )
        .told("body: canary-upstream")
        .kept(&[("x-custom", "one")]),
        Case::get(
            "an error with challenges, cookies and an old body's fields",
            "/headers",
            catalog("UNAUTHENTICATED"),
        )
        .told("body: <h1>canary-headers</h1>")
        .kept(&[
            ("set-cookie", "a=1; Path=/"),
            ("set-cookie", "b=2; Path=/"),
            ("www-authenticate", "Basic realm=\"workbench\""),
            (
                "www-authenticate",
                "Bearer realm=\"workbench\", error=\"invalid_token\"",
            ),
            ("x-custom", "one"),
            ("x-custom", "two"),
        ]),
        Case::get("a body that is compressed", "/gzip", internal()),
        Case::get("a body that never ends", "/stalled", internal()),
        Case::get("a body that panics when polled", "/body-panics", internal()),
        Case::get(
            "a body that panics when dropped",
            "/body-drop-panics",
            internal(),
        )
        .told("body: canary-body-dropped"),
        Case::new(
            "HEAD of a bare 503",
            Request::new("HEAD", "/foreign/503"),
            catalog("SERVICE_UNAVAILABLE"),
        ),
        Case::new(
            "HEAD of a body that never ends",
            Request::new("HEAD", "/stalled"),
            internal(),
        ),
        Case::new(
            "HEAD of an interim status",
            Request::new("HEAD", "/status/103"),
            internal(),
        ),
    ]
}
