//! The status and the header.

use std::time::{Duration, SystemTime};

use manila::{Applied, Envelopes, Fault, Status};

use super::{ApiError, body, styles};
use crate::support::values;

#[test]
fn when_to_retry_is_told_in_body_and_header() {
    let fault = ApiError::RateLimited
        .fault()
        .with_retry_after(Duration::from_millis(200))
        .with_applied(Applied::No);
    let retry = r#""retry":{"after_seconds":1,"applied":"no"}"#;
    for envelopes in styles() {
        assert!(body(&fault, &envelopes).contains(retry));
        let rendered = envelopes.render(&fault, None);
        assert_eq!(values(&rendered, "retry-after"), ["1"]);
        assert_eq!(values(&rendered, "x-should-retry"), ["true"]);
    }
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    let fault = ApiError::RateLimited.fault().with_retry_after(moment);
    let rendered = Envelopes::ok_error().render(&fault, None);
    assert_eq!(
        values(&rendered, "retry-after"),
        ["Sun, 06 Nov 1994 08:49:37 GMT"]
    );
    assert!(
        !String::from_utf8(rendered.into_body().to_vec())
            .unwrap()
            .contains("retry")
    );
}

#[test]
fn a_header_that_http_does_not_allow_is_left_out() {
    let fault = ApiError::Conflict
        .fault()
        .with_header("x-good", "yes")
        .with_header("X-Upper", "yes")
        .with_header("x-split", "a\r\nset-cookie: canary=1")
        .with_header("x bad", "yes")
        .with_header("content-type", "text/html")
        .with_header("content-length", "3")
        .with_header("x-request-id", "canary");
    let rendered = Envelopes::ok_error().render(&fault, None);
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
        values(&envelopes.render(fault, None), "www-authenticate")
    };
    let default = Envelopes::ok_error();
    assert_eq!(challenge(&default, &fault), [r#"Bearer realm="api""#]);
    let own = default.www_authenticate(r#"Basic realm="x""#).unwrap();
    assert_eq!(challenge(&own, &fault), [r#"Basic realm="x""#]);
    let set = fault.with_header("www-authenticate", "Negotiate");
    assert_eq!(challenge(&own, &set), ["Negotiate"]);
    assert!(Envelopes::ok_error().www_authenticate("a\nb").is_err());
}

#[test]
fn a_status_that_the_code_does_not_declare_is_not_taken() {
    let fault = ApiError::Conflict
        .fault()
        .with_status(Status::new(418).unwrap());
    assert_eq!(Envelopes::ok_error().render(&fault, None).status(), 409);
}
