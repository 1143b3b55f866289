//! What handlers raise.

use manila_probe::wire::Request;

use super::case::{Case, catalog};

pub(super) fn cases() -> Vec<Case> {
    let raise = |name, path: &str, error| Case::get(name, &format!("/raise/{path}"), error);
    vec![
        raise(
            "a code of the catalog",
            "PLAN_LIMIT_EXCEEDED",
            catalog("PLAN_LIMIT_EXCEEDED"),
        ),
        raise(
            "a 401 that names no challenge",
            "UNAUTHENTICATED",
            catalog("UNAUTHENTICATED"),
        ),
        raise(
            "a code with advice to retry",
            "ACCESS_REQUEST_COOLDOWN",
            catalog("ACCESS_REQUEST_COOLDOWN"),
        ),
        raise("a 500 of the catalog", "INTERNAL", catalog("INTERNAL")),
        raise(
            "a 503 of the catalog",
            "SERVICE_UNAVAILABLE",
            catalog("SERVICE_UNAVAILABLE"),
        ),
        raise(
            "a resource that is not there",
            "NO_SUCH_CODE",
            catalog("NOT_FOUND"),
        ),
        raise(
            "details, with characters that HTML knows",
            "PLAN_LIMIT_EXCEEDED?details=%7B%22limit%22:5,%22a%22:%5B%22%3Cb%3E%22%5D%7D",
            catalog("PLAN_LIMIT_EXCEEDED").details(r#""limit":5,"a":["\u003cb\u003e"]"#),
        ),
        raise(
            "details that name a member twice",
            "CONFLICT?details=%7B%22a%22:1,%22a%22:2%7D",
            catalog("CONFLICT"),
        ),
        raise(
            "a message of the handler's own",
            "CONFLICT?message=Two%20%22writers%22",
            catalog("CONFLICT").message(r#"Two "writers""#),
        ),
        raise(
            "a message with a line end and an escape sequence",
            "CONFLICT?message=a%0D%0Ax-evil:%201%1B%5B31m",
            catalog("CONFLICT").message("a\r\nx-evil: 1\u{1b}[31m"),
        ),
        // a 5xx shows what its catalog makes public, and nothing else
        raise(
            "a 500 with a message and details",
            "INTERNAL?message=canary-message&details=%7B%22a%22:%22canary-detail%22%7D",
            catalog("INTERNAL"),
        ),
        raise(
            "a 500 with a violation",
            "INTERNAL?violation=canary-violation",
            catalog("INTERNAL"),
        )
        .told("violation /canary-member: canary-violation; detail limit: \"canary-limit\""),
        raise(
            "details that are no object",
            "CONFLICT?details=%5B1%5D",
            catalog("VALIDATION_FAILED"),
        ),
        raise(
            "a status that the code does not declare",
            "CONFLICT?status=418",
            catalog("VALIDATION_FAILED"),
        ),
        Case::get("an error with a cause", "/err", catalog("INTERNAL")).told("the pool is empty"),
        Case::get(
            "an error of the standard library",
            "/std-error",
            catalog("INTERNAL"),
        )
        .told("canary-io"),
        Case::get(
            "a refusal that says when to come back",
            "/retry?after_ms=200",
            catalog("RATE_LIMITED").details(r#""retry":{"after_seconds":1}"#),
        )
        .kept(&[("retry-after", "1")]),
        Case::get("a panic with a literal", "/panic/str", catalog("INTERNAL")),
        Case::get("a panic with a text", "/panic/string", catalog("INTERNAL")),
        Case::get(
            "a panic with a payload that is no text",
            "/panic/any",
            catalog("INTERNAL"),
        ),
        Case::get("a panic after an await", "/panic/late", catalog("INTERNAL")),
        Case::get(
            "a panic whose payload panics when it is dropped",
            "/panic/payload-drop",
            catalog("INTERNAL"),
        ),
        Case::get(
            "a panic while a lock is held",
            "/panic/mutex",
            catalog("INTERNAL"),
        ),
        Case::get(
            "a lock that a panic has poisoned",
            "/panic/mutex?again",
            catalog("INTERNAL"),
        ),
        Case::get(
            "a success that does not serialize",
            "/bad-json",
            catalog("INTERNAL"),
        )
        .told("canary-serialize: password=hunter2"),
        Case::new(
            "HEAD of a code",
            Request::new("HEAD", "/raise/CONFLICT"),
            catalog("CONFLICT"),
        ),
        Case::new(
            "HEAD of an error with a cause",
            Request::new("HEAD", "/err"),
            catalog("INTERNAL"),
        ),
        Case::new(
            "HEAD of a panic",
            Request::new("HEAD", "/panic/str"),
            catalog("INTERNAL"),
        ),
    ]
}
