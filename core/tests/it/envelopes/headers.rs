//! The status and the header.

use std::time::{Duration, SystemTime};

use manila::{Applied, Envelopes, Fault, Status, render};

use super::{ApiError, body, styles};
use crate::support::values;

#[test]
fn when_to_retry_is_told_in_body_and_header() {
    let fault = ApiError::RateLimited
        .fault()
        .retry_after(Duration::from_millis(200))
        .applied(Applied::No);
    let retry = r#""retry":{"after_seconds":1,"applied":"no"}"#;
    for envelopes in styles() {
        assert!(body(&fault, &envelopes).contains(retry));
        let rendered = render(&fault, &envelopes.context(None));
        assert_eq!(values(&rendered, "retry-after"), ["1"]);
        assert_eq!(values(&rendered, "x-should-retry"), ["true"]);
    }
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    let fault = ApiError::RateLimited.fault().retry_after(moment);
    let rendered = render(&fault, &Envelopes::ok_error().context(None));
    assert_eq!(
        values(&rendered, "retry-after"),
        ["Sun, 06 Nov 1994 08:49:37 GMT"]
    );
    assert!(
        !String::from_utf8(rendered.into_body().into_owned())
            .unwrap()
            .contains("retry")
    );
}

#[test]
fn a_header_that_http_does_not_allow_is_left_out() {
    let fault = ApiError::Conflict
        .fault()
        .header("x-good", "yes")
        .header("X-Upper", "yes")
        .header("x-split", "a\r\nset-cookie: canary=1")
        .header("x bad", "yes")
        .header("content-type", "text/html")
        .header("content-length", "3")
        .header("x-request-id", "canary");
    let rendered = render(&fault, &Envelopes::ok_error().context(None));
    assert_eq!(values(&rendered, "x-good"), ["yes"]);
    assert_eq!(values(&rendered, "x-upper"), ["yes"]);
    assert_eq!(values(&rendered, "x-split"), [""; 0]);
    assert_eq!(values(&rendered, "content-type"), ["application/json"]);
    assert_eq!(values(&rendered, "content-length"), [""; 0]);
    assert_eq!(values(&rendered, "x-request-id"), [""; 0]);
}

#[test]
fn a_401_has_a_challenge() {
    let fault = ApiError::Unauthenticated.fault();
    let challenge = |envelopes: &Envelopes, fault: &Fault| {
        values(&render(fault, &envelopes.context(None)), "www-authenticate")
    };
    let default = Envelopes::ok_error();
    assert_eq!(challenge(&default, &fault), [r#"Bearer realm="api""#]);
    let own = default.challenge(r#"Basic realm="x""#).unwrap();
    assert_eq!(challenge(&own, &fault), [r#"Basic realm="x""#]);
    let set = fault.header("www-authenticate", "Negotiate");
    assert_eq!(challenge(&own, &set), ["Negotiate"]);
    assert!(Envelopes::ok_error().challenge("a\nb").is_err());
}

#[test]
fn a_status_that_the_code_does_not_declare_is_not_taken() {
    let fault = ApiError::Conflict.fault().status(Status::new(418).unwrap());
    assert_eq!(
        render(&fault, &Envelopes::ok_error().context(None)).status(),
        409
    );
}
