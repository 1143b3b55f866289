//! Faults with everything that can be attached to one, in every style.

use std::time::{Duration, SystemTime};

use manila::{
    Applied, Condition, Envelopes, ErrorCode as _, Fault, Pointer, RetryMoment, Source, Violation,
};
use manila_catalogs::Vibehost;
use manila_client::RemoteError;
use serde_json::{Value, json};

use crate::sent::Sent;

/// The settings of a service in each style.
fn styles() -> [Envelopes; 4] {
    let styles = [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
    ];
    styles.map(|envelopes| envelopes.catalog(Vibehost::CATALOG))
}

/// Hands over what is read of the fault in each style.
#[expect(
    clippy::print_stdout,
    reason = "what was sent is shown where a check of it fails"
)]
fn check(fault: &Fault, is_read: impl Fn(&RemoteError)) {
    for envelopes in styles() {
        let sent = Sent::of(&envelopes, fault, "a1b2c3");
        println!("{}", String::from_utf8_lossy(&sent.body));
        is_read(&sent.decode(None));
        is_read(&sent.decode(Some(Vibehost::CATALOG)));
    }
}

#[test]
fn each_place_of_a_violation_is_read_back() {
    let pointers = ["", "/", "/a~1b~0c/0", "/e mail/100%/ü/\u{1F980}/\"/#"];
    for text in pointers {
        let pointer: Pointer = text.parse().unwrap();
        let violation = Violation::new("No.").with_pointer(pointer.clone());
        let fault = Fault::condition(Condition::Validation).with_violation(violation);
        let place = Source::Pointer(pointer);
        check(&fault, |remote| {
            assert_eq!(remote.violations()[0].source(), Some(&place))
        });
    }
    let fault = Fault::condition(Condition::Validation).with_violations([
        Violation::new("No.").with_parameter("page[size]"),
        Violation::new("No.").with_header("x-tenant"),
        Violation::new("No."),
    ]);
    check(&fault, |remote| {
        let places: Vec<_> = remote
            .violations()
            .iter()
            .map(|it| it.source().cloned())
            .collect();
        let [parameter, header] = [
            Source::Parameter("page[size]".into()),
            Source::Header("x-tenant".into()),
        ];
        assert_eq!(places, [Some(parameter), Some(header), None]);
    });
}

#[test]
fn codes_and_details_of_violations_are_read_back() {
    let fault = Fault::condition(Condition::Validation)
        .with_detail("plan", "free")
        .with_violations([
            Violation::new("It is taken.")
                .with_code(Vibehost::Conflict.code())
                .with_detail("by", [1, 2]),
            Violation::new("It is too long."),
        ]);
    check(&fault, |remote| {
        assert!(remote.is(Vibehost::ValidationFailed.code()));
        assert_eq!(remote.detail::<String>("plan").unwrap(), "free");
        let [taken, long] = remote.violations() else {
            panic!("{remote}")
        };
        assert!(taken.is(Vibehost::Conflict.code()));
        assert_eq!(taken.message(), Some("It is taken."));
        assert_eq!(taken.details(), Some(json!({"by": [1, 2]})));
        assert_eq!(
            (long.code(), long.details_json()),
            (Some("VALIDATION_FAILED"), None)
        );
    });
}

#[test]
fn what_the_library_adds_to_details_has_getters_of_its_own() {
    let fault = Fault::condition(Condition::RateLimited)
        .with_detail("limit", 5)
        .with_retry_after(Duration::from_secs(7))
        .with_applied(Applied::No)
        .with_reason("Slow down.");
    check(&fault, |remote| {
        assert_eq!(remote.details::<Value>(), Some(json!({"limit": 5})));
        assert_eq!(
            remote.retry().moment(),
            Some(RetryMoment::After(Duration::from_secs(7)))
        );
        assert_eq!(remote.retry().is_advised(), Some(true));
        assert_eq!(remote.applied(), Some(Applied::No));
        assert_eq!(remote.reason(), Some("Slow down."));
    });
    // By the body alone, and of the catalog alone.
    for envelopes in styles() {
        let mut sent = Sent::of(&envelopes, &fault, "a1b2c3");
        sent.headers
            .retain(|(name, _)| name != "retry-after" && name != "x-should-retry");
        let wait = sent.decode(None).retry().wait(SystemTime::UNIX_EPOCH);
        assert_eq!(wait, Some(Duration::from_secs(7)));
    }
}

#[test]
fn a_fault_without_anything_attached_says_no_more() {
    check(&Vibehost::Conflict.fault(), |remote| {
        assert!(remote.is(Vibehost::Conflict.code()));
        assert_eq!(remote.details_json(), None);
        assert_eq!(remote.detail::<Value>("limit"), None);
        assert!(remote.violations().is_empty() && !remote.has_more_violations());
        assert_eq!(
            (remote.truncated(), remote.reason(), remote.remedy()),
            (None, None, None)
        );
        assert_eq!(remote.request_id(), Some("a1b2c3"));
    });
}

#[test]
fn a_body_at_its_limit_says_how_much_it_leaves_out() {
    let violations = (0..200).map(|at| Violation::new(format!("It is no. {at} of them.")));
    let fault = Fault::condition(Condition::Validation).with_violations(violations);
    for envelopes in styles() {
        let remote = Sent::of(&envelopes.body_limit(4_096), &fault, "a1b2c3").decode(None);
        let (kept, truncated) = (
            remote.violations().len() as u64,
            remote.truncated().unwrap(),
        );
        assert!(kept > 10 && truncated > 10, "{kept} and {truncated}");
        assert_eq!(kept + truncated, 200);
        assert_eq!(remote.details_json(), None);
    }
    let full = manila::Violations::from_iter((0..1_500).map(|_| Violation::new("No.")));
    let fault = full.into_result().unwrap_err();
    for envelopes in styles() {
        let remote = Sent::of(&envelopes.body_limit(usize::MAX), &fault, "a1b2c3").decode(None);
        assert!(remote.has_more_violations());
        assert_eq!(remote.violations().len(), 1_000);
    }
}

#[test]
fn the_id_is_read_of_each_body_that_has_it() {
    for envelopes in styles() {
        let envelopes = envelopes.request_id_in_body();
        let mut sent = Sent::of(&envelopes, &Vibehost::plan_limit_exceeded(5), "a1b2c3");
        sent.headers.retain(|(name, _)| name != "x-request-id");
        let remote = sent.decode(None);
        assert_eq!(remote.request_id(), Some("a1b2c3"));
        assert_eq!(remote.detail::<u32>("limit"), Some(5));
    }
}

#[test]
fn where_to_read_more_is_read_of_a_body_that_says_it() {
    let fault = Vibehost::Conflict.fault();
    let addresses = styles().map(|envelopes| {
        let envelopes = envelopes.reference_url("https://docs.example/errors");
        let remote = Sent::of(&envelopes, &fault, "a1b2c3").decode(None);
        remote.documentation().map(std::borrow::Cow::into_owned)
    });
    let address = || Some("https://docs.example/errors/CONFLICT".to_owned());
    assert_eq!(addresses, [None, address(), None, address()]);
    let remote = Sent::of(&styles()[3], &fault, "a1b2c3").decode(None);
    assert_eq!(remote.documentation(), None, "about:blank");
}

#[test]
fn a_server_error_tells_what_clients_may_see() {
    let fault = Vibehost::UpstreamFailed
        .because_text("canary")
        .with_message("canary")
        .with_detail("canary", "canary");
    check(&fault, |remote| {
        assert!(remote.is(Vibehost::UpstreamFailed.code()));
        assert_eq!(remote.message(), Vibehost::UpstreamFailed.code().message());
        assert!(!format!("{remote:?}").contains("canary"));
    });
    assert_eq!(
        Vibehost::UpstreamFailed.error_code(),
        Some(Vibehost::UpstreamFailed.code())
    );
}
