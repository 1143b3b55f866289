//! The status and the header.

use std::time::{Duration, SystemTime};

use manila::{Applied, Condition, Envelopes, Fault, RateLimit, RetryMoment, Status};

use super::{ApiError, body, styles};
use crate::support::{logged, values, values_beside};

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

/// A year, which is the latest that is told.
const YEAR: Duration = Duration::from_secs(31_536_000);

#[test]
fn a_moment_to_retry_wins_over_the_catalogs_advice() {
    let in_2 = Duration::from_secs(2);
    let moment = SystemTime::now() + in_2;
    let should_retry = |fault: Fault| {
        styles().map(|envelopes| values(&envelopes.render(&fault, None), "x-should-retry"))
    };
    for (code, advised) in [
        // Of no advice, `never`, `after_change`, `after` and `backoff`.
        (Fault::condition(Condition::Gone), None),
        (ApiError::PasswordAlreadySet.fault(), Some("false")),
        (ApiError::Unauthenticated.fault(), Some("false")),
        (ApiError::RateLimited.fault(), Some("true")),
        (ApiError::ServiceUnavailable.fault(), Some("true")),
    ] {
        let advised: Vec<_> = advised.into_iter().map(str::to_owned).collect();
        assert_eq!(should_retry(code.clone()), [&*advised; 4], "{code}");
        let quota = RateLimit::new("burst", 1).resets_in(in_2);
        for knowing in [
            code.clone().with_retry_after(in_2),
            code.clone().with_retry_after(moment),
            code.clone().with_header("retry-after", "2"),
            code.clone().with_rate_limit(&quota),
        ] {
            assert_eq!(should_retry(knowing), [["true"]; 4], "{code}");
        }
    }
}

#[test]
fn when_to_retry_is_a_year_ahead_at_most_in_body_and_header() {
    for (after, told) in [
        (YEAR - Duration::from_nanos(1), 31_536_000),
        (YEAR, 31_536_000),
        (YEAR + Duration::from_secs(1), 31_536_000),
        (Duration::MAX, 31_536_000),
        (Duration::from_secs(31_535_999), 31_535_999),
    ] {
        let quota = RateLimit::new("burst", 1).resets_in(after);
        for fault in [
            ApiError::RateLimited.fault().with_retry_after(after),
            ApiError::RateLimited.fault().with_rate_limit(&quota),
        ] {
            for envelopes in styles() {
                let rendered = envelopes.render(&fault, None);
                assert_eq!(values(&rendered, "retry-after"), [told.to_string()]);
                let member = format!(r#""retry":{{"after_seconds":{told}}}"#);
                assert!(body(&fault, &envelopes).contains(&member));
            }
        }
        let rendered = Envelopes::ok_error()
            .render(&ApiError::RateLimited.fault().with_rate_limit(&quota), None);
        let ratelimit = format!(r#""burst";r=0;t={told}"#);
        assert_eq!(values(&rendered, "ratelimit"), [ratelimit]);
    }
}

#[test]
fn a_moment_far_ahead_is_told_as_a_year_from_now() {
    let far = SystemTime::now() + 1000 * YEAR;
    let fault = ApiError::RateLimited.fault().with_retry_after(far);
    let date = |moment| RetryMoment::At(moment).to_header();
    let before = date(SystemTime::now() + YEAR);
    let told = values(&Envelopes::ok_error().render(&fault, None), "retry-after");
    let after = date(SystemTime::now() + YEAR);
    assert!([vec![before], vec![after]].contains(&told), "{told:?}");
}

#[test]
fn a_fault_says_which_methods_there_are_unless_the_response_does() {
    let allow = |fault: Fault, on_response: Option<&str>| {
        let rendered = Envelopes::ok_error().render(&fault, None);
        let on_response = on_response.map(|value| ("allow", value));
        values_beside(&rendered, on_response, "allow")
    };
    let fault = || Fault::condition(Condition::MethodNotAllowed);
    assert_eq!(allow(fault(), None), [""; 0]);
    assert_eq!(
        allow(fault().with_allow(["GET", "PUT"]), None),
        ["GET, PUT"]
    );
    assert_eq!(
        allow(fault().with_allow(["GET", "PUT"]), Some("POST")),
        ["POST"]
    );
    assert_eq!(
        allow(fault().with_header("Allow", "GET"), Some("POST")),
        ["POST"]
    );
    assert_eq!(allow(fault().with_allow::<&str>([]), None), [""]);
    assert_eq!(allow(fault().with_allow(["GET", "GET"]), None), ["GET"]);
    let twice = fault().with_allow(["GET"]).with_allow(["PATCH", "brew"]);
    assert_eq!(allow(twice, None), ["PATCH, brew"]);
    let refused = fault().with_allow(["GET", "a b", "", "x\r\nset-cookie: a=1"]);
    assert_eq!(allow(refused, None), ["GET"]);
    let (_, causes) = logged("cause", || {
        let fault = fault().with_allow(["a b"]);
        assert_eq!(allow(fault.clone(), None), [""; 0]);
        let rendered = Envelopes::ok_error().render(&fault, None);
        rendered.log(&fault, "abc-123", None);
    });
    assert_eq!(causes.len(), 1);
    assert!(
        causes[0].contains(r#"allow: "a b" is no method"#),
        "{causes:?}"
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
fn a_header_of_somebody_elses_is_refused_in_every_setting() {
    let set = |name: &'static str| {
        let fault = ApiError::Conflict.fault().with_header(name, "a");
        let name = name.to_ascii_lowercase();
        values(&Envelopes::ok_error().render(&fault, None), &name).contains(&"a".to_owned())
    };
    let settings = |name: &'static str| {
        [
            set(name),
            Envelopes::ok_error().keep_header(name).is_ok(),
            Envelopes::ok_error().drop_header(name).is_ok(),
            Envelopes::ok_error().request_id_header(name).is_ok(),
        ]
    };
    for (names, expected) in [
        // Framing and the connection: the server's.
        (
            &[
                "connection",
                "content-length",
                "keep-alive",
                "proxy-connection",
                "te",
                "Trailer",
                "Transfer-Encoding",
            ][..],
            [false; 4],
        ),
        // Manila's own.
        (
            &[
                "content-type",
                "x-content-type-options",
                "x-error-code",
                "X-Should-Retry",
            ],
            [false; 4],
        ),
        // What a client proves itself by may only be dropped.
        (
            &[
                "authorization",
                "Cookie",
                "proxy-authorization",
                "content-encoding",
            ],
            [false, false, true, false],
        ),
        // A fault may end a session, and say which protocol is needed.
        (&["set-cookie", "upgrade"], [true, true, true, false]),
        (&["x-request-id"], [false, true, true, true]),
        (&["x-quota"], [true; 4]),
    ] {
        for name in names {
            assert_eq!(settings(name), expected, "{name}");
        }
    }
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
    let set = fault.clone().with_header("www-authenticate", "Negotiate");
    assert_eq!(challenge(&own, &set), ["Negotiate"]);
    let none = Envelopes::ok_error().no_www_authenticate();
    for envelopes in [&own, &none] {
        let one = fault.clone().with_www_authenticate("Negotiate");
        assert_eq!(challenge(envelopes, &one), ["Negotiate"]);
        let two = one.clone().with_www_authenticate("Digest realm=\"x\"");
        assert_eq!(
            challenge(envelopes, &two),
            ["Negotiate", "Digest realm=\"x\""]
        );
        let on_response = Some(("www-authenticate", "Basic"));
        let rendered = envelopes.render(&two, None);
        assert_eq!(
            values_beside(&rendered, on_response, "www-authenticate"),
            ["Basic"]
        );
    }
    for refused in ["", "a\r\nb", " padded"] {
        let fault = fault.clone().with_www_authenticate(refused);
        assert_eq!(challenge(&none, &fault), [""; 0], "{refused:?}");
    }
    assert_eq!(challenge(&none, &fault), [""; 0]);
    let again = none.www_authenticate("Basic").unwrap();
    assert_eq!(challenge(&again, &fault), ["Basic"]);
    assert!(Envelopes::ok_error().www_authenticate("a\nb").is_err());
}

#[test]
fn a_status_that_the_code_does_not_declare_is_not_taken() {
    let fault = ApiError::Conflict
        .fault()
        .with_status(Status::new(418).unwrap());
    assert_eq!(Envelopes::ok_error().render(&fault, None).status(), 409);
}
