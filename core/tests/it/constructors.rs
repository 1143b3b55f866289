//! The constructors that `catalog!` writes for codes that declare details.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::panic::Location;
use std::time::{Duration, SystemTime};

use manila::{Code, Envelopes, Fault};
use serde_json::{Value, json};

use crate::support::logged;

manila::catalog! { enum ApiError = "tests/it/typed.toml" }

manila::catalog! { enum Vibehost = "../catalogs/vibehost.toml" }

/// The fault's code and its details, as `ok-error` has them.
fn sent(fault: &Fault) -> (&'static str, Value) {
    let rendered = Envelopes::ok_error().render(fault, None);
    let mut body: Value = serde_json::from_slice(rendered.body()).unwrap();
    let code = fault.code().map(Code::name);
    (code.unwrap(), body["error"]["details"].take())
}

/// What the log says of the fault.
fn told(fault: &Fault) -> Option<String> {
    let rendered = Envelopes::ok_error().render(fault, None);
    let ((), causes) = logged("cause", || rendered.log(fault, "abc-123", None));
    causes.into_iter().next()
}

/// A value of the user's own.
struct Plan;

impl AsRef<str> for Plan {
    fn as_ref(&self) -> &str {
        "gold"
    }
}

#[test]
fn a_constructor_takes_the_details_in_the_order_of_the_file() {
    let moment = SystemTime::UNIX_EPOCH + Duration::from_millis(1_767_225_600_250);
    let fault = ApiError::everything(
        Plan,
        5_usize,
        0.25,
        true,
        moment,
        "2026-01-31",
        "https://plans.example/a?b=c&d=e",
        "01a2b3c4-0000-7000-8000-000000000000",
        ["ada", "bea"],
        BTreeMap::from([("used", 5)]),
        Some([1]),
    );
    let details = json!({
        "plan": "gold",
        "limit": 5,
        "load": 0.25,
        "isFinal": true,
        "retryAt": "2026-01-01T00:00:00.250Z",
        "since": "2026-01-31",
        "page": "https://plans.example/a?b=c&d=e",
        "job": "01a2b3c4-0000-7000-8000-000000000000",
        "names": ["ada", "bea"],
        "quota": {"used": 5},
        "more-data": [1],
    });
    assert_eq!(sent(&fault), ("EVERYTHING", details));
    let names: Vec<_> = fault.details().map(|(name, _)| name.into_owned()).collect();
    let declared = ApiError::Everything.code().details().iter();
    assert_eq!(
        names,
        declared.map(|detail| detail.name()).collect::<Vec<_>>()
    );
    assert_eq!(told(&fault), None);
}

#[test]
fn a_name_that_rust_does_not_allow_has_an_underscore() {
    let of_type = ApiError::type_("plan", false, -1);
    assert_eq!(
        sent(&of_type),
        ("TYPE", json!({"type": "plan", "2fa": false, "a \"b\"": -1}))
    );
    assert_eq!(sent(&ApiError::fault_(7)), ("FAULT", json!({"code": 7})));
    assert_eq!(
        sent(&ApiError::because_of_(())),
        ("BECAUSE_OF", json!({"self": null}))
    );
    // The methods of these names are as they are everywhere.
    assert_eq!(ApiError::Fault.fault().details().count(), 0);
    assert_eq!(ApiError::BecauseOf.code().name(), "BECAUSE_OF");
    assert_eq!(sent(&ApiError::Plain.fault()), ("PLAIN", Value::Null));
}

#[test]
fn whatever_reads_naturally_is_taken() {
    let limit = |fault: Fault| sent(&fault).1["limit"].clone();
    assert_eq!(limit(Vibehost::plan_limit_exceeded(5)), 5);
    assert_eq!(limit(Vibehost::plan_limit_exceeded(5_u8)), 5);
    assert_eq!(limit(Vibehost::plan_limit_exceeded([1, 2].len())), 2);
    assert_eq!(limit(Vibehost::plan_limit_exceeded(u64::MAX)), u64::MAX);
    assert_eq!(limit(Vibehost::plan_limit_exceeded(i64::MIN)), i64::MIN);
    let scope = |fault: Fault| sent(&fault).1["required"].clone();
    assert_eq!(
        scope(Vibehost::pat_scope_insufficient("apps:write")),
        "apps:write"
    );
    let owned = String::from("apps:read");
    assert_eq!(scope(Vibehost::pat_scope_insufficient(&owned)), "apps:read");
    assert_eq!(scope(Vibehost::pat_scope_insufficient(owned)), "apps:read");
}

#[test]
fn a_value_of_another_type_than_declared_is_left_out_and_told() {
    fn everything(load: f64, date: impl Display, uri: &str, uuid: &str, quota: Value) -> Fault {
        let moment = SystemTime::UNIX_EPOCH;
        ApiError::everything(
            "a", 1, load, false, moment, date, uri, uuid, [0; 0], quota, 1,
        )
    }
    let uuid = "01a2b3c4-0000-7000-8000-000000000000";
    let fit = everything(1.0, "2026-01-31", "urn:a:b", uuid, json!({}));
    assert_eq!(fit.details().count(), 11);
    assert_eq!(told(&fit), None);
    for (fault, name, reason) in [
        (
            everything(f64::NAN, "2026-01-31", "urn:a:b", uuid, json!({})),
            "load",
            "a number",
        ),
        (
            everything(f64::INFINITY, "2026-01-31", "urn:a:b", uuid, json!({})),
            "load",
            "a number",
        ),
        (
            everything(1.0, "31.1.2026", "urn:a:b", uuid, json!({})),
            "since",
            "a date as in RFC 3339",
        ),
        (
            everything(1.0, std::fmt::Error, "urn:a:b", uuid, json!({})),
            "since",
            "a date as in RFC 3339",
        ),
        (
            everything(1.0, "2026-01-31", "/plans", uuid, json!({})),
            "page",
            "a URI",
        ),
        (
            everything(1.0, "2026-01-31", "urn:a:b", "7", json!({})),
            "job",
            "a UUID",
        ),
        (
            everything(1.0, "2026-01-31", "urn:a:b", uuid, json!([])),
            "quota",
            "an object",
        ),
        (
            everything(1.0, "2026-01-31", "urn:a:b", uuid, json!(null)),
            "quota",
            "an object",
        ),
    ] {
        let names: Vec<_> = fault.details().map(|(name, _)| name.into_owned()).collect();
        assert!(
            names.len() == 10 && !names.contains(&name.to_owned()),
            "{names:?}"
        );
        let left_out = format!("left out: detail {name:?}: it is not {reason}");
        assert_eq!(told(&fault), Some(left_out));
        // What is left is an object still.
        let (_, details) = sent(&fault);
        assert_eq!(details.as_object().unwrap().len(), 10);
    }
}

#[test]
fn a_moment_that_has_no_text_is_left_out() {
    let (day, far) = (
        Duration::from_secs(86_400),
        Duration::from_secs(253_402_300_800),
    );
    let epoch = SystemTime::UNIX_EPOCH;
    let fault = ApiError::moment(epoch + day);
    assert_eq!(sent(&fault).1, json!({"at": "1970-01-02T00:00:00Z"}));
    let fault = ApiError::moment(epoch + far);
    assert_eq!(sent(&fault).1, Value::Null);
    assert!(
        told(&fault)
            .unwrap()
            .contains("RFC 3339 has no year of more than four digits")
    );
}

#[test]
fn an_array_has_no_more_than_a_detail_may_have() {
    let fault = ApiError::names(std::iter::repeat(1));
    assert_eq!(sent(&fault).1, Value::Null);
    assert!(told(&fault).unwrap().contains("it is larger than"));
}

#[test]
fn a_declared_detail_is_shown_with_a_5xx_and_in_the_message() {
    let fault = ApiError::service_down("2026-01-31").with_detail("replica", 3);
    let rendered = Envelopes::ok_error().render(&fault, None);
    assert_eq!(
        str::from_utf8(rendered.body()).unwrap(),
        r#"{"ok":false,"error":{"code":"SERVICE_DOWN","message":"The service is down until 2026-01-31.","details":{"until":"2026-01-31"}}}"#
    );
}

#[test]
fn the_line_of_a_constructor_is_that_of_its_caller() {
    let (fault, line) = (Vibehost::plan_limit_exceeded(5), line!());
    let location: &Location<'_> = fault.location().unwrap();
    assert_eq!((location.file(), location.line()), (file!(), line));
}
