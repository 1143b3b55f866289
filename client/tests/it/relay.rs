//! What a service tells its own clients of an error of the service behind it.

use std::time::{Duration, SystemTime};

use manila::{Applied, Envelopes, Fault, RetryMoment};
use manila_catalogs::Vibehost;
use manila_client::{CallError, Relay, RemoteError, TransportError, TransportErrorKind, decode};

const JSON: (&str, &str) = ("content-type", "application/json");

/// Everything of a remote error, each text a canary.
fn remote(status: u16, code: &str, headers: &[(&'static str, &'static str)]) -> RemoteError {
    let body = format!(
        r#"{{"ok":false,"error":{{"code":"{code}","message":"canary-message","request_id":"canary-id","details":{{
            "canary-detail":"canary-value","limit":5,"reason":"canary-reason","retry":{{"applied":"no"}},
            "errors":[{{"code":"CANARY","message":"canary-violation","pointer":"/canary"}}]}}}}}}"#
    );
    let headers = headers.iter().copied().chain([JSON]);
    decode(status, headers, body)
}

fn body(fault: &Fault) -> String {
    let sent = Envelopes::ok_error()
        .catalog(Vibehost::CATALOG)
        .render(fault, None);
    String::from_utf8(sent.body().to_vec()).unwrap()
}

#[test]
fn a_masked_error_tells_the_log_alone() {
    for status in [400, 404, 500, 503] {
        for mask in [Vibehost::UpstreamFailed, Vibehost::Conflict] {
            let code = mask.code();
            let fault = remote(status, "THEIRS", &[]).into_fault(Relay::masked(mask));
            assert_eq!(fault.code(), Some(code));
            assert!(
                !body(&fault).to_lowercase().contains("canary"),
                "{}",
                body(&fault)
            );
            let cause = fault.cause().unwrap();
            let told = cause.chain();
            for known in ["THEIRS", &status.to_string(), "canary-message", "canary-id"] {
                assert!(told.contains(known), "{told}");
            }
            let kept = cause.downcast_ref::<RemoteError>().unwrap();
            assert_eq!(kept.violations().len(), 1);
        }
    }
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "own", case = "SCREAMING_SNAKE_CASE")]
enum Own {
    #[error("The names are taken.")]
    #[error_code(status = 409)]
    NamesTaken {
        #[error_code(detail, items = "string")]
        names: Vec<String>,
        #[error_code(detail)]
        at: u32,
    },
}

/// What this service's catalog promises holds of what it passes on.
#[test]
fn details_of_another_type_than_the_catalogs_stay_behind() {
    let own = Own::NamesTaken {
        names: Vec::new(),
        at: 0,
    };
    let relayed = |details: &str, message: &str| {
        let body = format!(
            r#"{{"ok":false,"error":{{"code":"NAMES_TAKEN","message":"{message}","details":{details}}}}}"#
        );
        let fault = decode(409, [JSON], body).into_fault(Relay::codes([own.code()]));
        let sent = Envelopes::ok_error().render(&fault, None);
        serde_json::from_slice::<serde_json::Value>(sent.body()).unwrap()["error"].take()
    };
    for (details, passed) in [
        (
            r#"{"names":["a"],"at":7,"more_of_it":[1]}"#,
            r#"{"names":["a"],"at":7,"more_of_it":[1]}"#,
        ),
        (r#"{"names":["a", 7],"at":7}"#, r#"{"at":7}"#),
        (r#"{"names":"a","at":7.5}"#, "null"),
        (
            r#"{"names":[ "a" , "b" ],"at":"7"}"#,
            r#"{"names":["a","b"]}"#,
        ),
    ] {
        let passed: serde_json::Value = serde_json::from_str(passed).unwrap();
        assert_eq!(relayed(details, "No.")["details"], passed, "{details}");
    }
    assert_eq!(relayed("{}", "No.")["message"], "No.");
    for empty in ["", "  ", "\\n"] {
        assert_eq!(relayed("{}", empty)["message"], "The names are taken.");
    }
}

/// A service that does not answer is masked as one that does.
#[test]
fn a_missing_answer_is_masked_too() {
    let kinds = [
        (TransportErrorKind::Connect, 502, 502),
        (TransportErrorKind::Timeout, 502, 504),
        (TransportErrorKind::Other, 502, 502),
        // Nothing was sent, so that the service behind has not failed.
        (TransportErrorKind::Request, 500, 500),
    ];
    for (kind, masked, chosen) in kinds {
        let fault = |relay| {
            let error = TransportError::new(kind, std::io::Error::other("canary-cause"));
            let fault = CallError::from(error).into_fault(relay);
            assert!(fault.cause().unwrap().chain().contains("canary-cause"));
            assert!(!body(&fault).contains("canary"), "{}", body(&fault));
            fault
        };
        let mask = fault(Relay::masked(Vibehost::UpstreamFailed));
        let code = Vibehost::UpstreamFailed.code();
        assert_eq!(
            (mask.http_status(), mask.code() == Some(code)),
            (masked, masked == 502),
            "{kind:?}"
        );
        let relay = Relay::codes([Vibehost::RateLimited.code()]);
        assert_eq!(fault(relay).http_status(), chosen, "{kind:?}");
    }
}

#[test]
fn a_chosen_code_is_let_through_with_its_message_and_details() {
    let relay = Relay::codes([Vibehost::PlanLimitExceeded.code()]);
    let fault = remote(402, "PLAN_LIMIT_EXCEEDED", &[]).into_fault(relay.clone());
    assert_eq!(
        body(&fault),
        r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"canary-message","details":{"canary-detail":"canary-value","limit":5,"retry":{"applied":"no"}}}}"#
    );
    assert_eq!(fault.applied(), Some(Applied::No));
    assert!(fault.violations().is_empty());
    let other = remote(409, "CONFLICT", &[]).into_fault(relay);
    assert_eq!(other.http_status(), 502);
    assert!(body(&other).starts_with(r#"{"ok":false,"error":{"code":"UPSTREAM_FAILED","#));
    assert!(!body(&other).to_lowercase().contains("canary"));
}

#[test]
fn of_a_server_error_that_is_let_through_clients_see_what_they_see_of_any() {
    let relay = Relay::codes([Vibehost::ServiceUnavailable.code()]);
    let fault = remote(503, "SERVICE_UNAVAILABLE", &[]).into_fault(relay);
    assert_eq!(fault.code(), Some(Vibehost::ServiceUnavailable.code()));
    assert!(
        !body(&fault).to_lowercase().contains("canary"),
        "{}",
        body(&fault)
    );
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum OfSeveral {
    #[error("The deploy is still running.")]
    #[error_code(statuses = [409, 423])]
    DeployRunning,
}

#[test]
fn a_code_of_several_statuses_keeps_the_one_that_was_sent() {
    let status = |status| {
        let relay = Relay::codes([OfSeveral::DeployRunning.code()]);
        remote(status, "deploy_running", &[])
            .into_fault(relay)
            .http_status()
    };
    assert_eq!([409, 423, 418, 503].map(status), [409, 423, 409, 409]);
}

#[test]
fn the_moment_survives_unless_a_retry_is_advised_against() {
    let moment = |headers| {
        let relay = Relay::masked(Vibehost::UpstreamFailed);
        remote(503, "THEIRS", headers).into_fault(relay).retry()
    };
    let seven = Some(RetryMoment::After(Duration::from_secs(7)));
    assert_eq!(moment(&[("retry-after", "7")]), seven);
    assert_eq!(
        moment(&[("retry-after", "7"), ("x-should-retry", "true")]),
        seven
    );
    assert_eq!(
        moment(&[("retry-after", "7"), ("x-should-retry", "false")]),
        None
    );
    assert_eq!(moment(&[]), None);
    let date = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    assert_eq!(
        moment(&[("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")]),
        Some(RetryMoment::At(date))
    );
}

#[test]
fn the_fault_was_made_where_the_relay_was() {
    let fault = remote(503, "THEIRS", &[]).into_fault(Relay::masked(Vibehost::UpstreamFailed));
    assert!(fault.location().unwrap().file().ends_with("relay.rs"));
}
