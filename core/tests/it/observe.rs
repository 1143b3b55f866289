//! What the operator of a service is told of an error response, by the log and by an observer.

use std::sync::{Arc, Mutex};

use manila::adapter::{Carrier, fault_of_panic};
use manila::{
    Condition, Envelopes, ErrorReport, Fault, Object, OrCode as _, Origin, Pointer, PublicFault,
    Severity, Violation,
};

use crate::support::{Logged, events};
use crate::third_adapter::{Answer, Layer, answer, carried, request, runtime};

#[derive(Debug, Clone, Copy, thiserror::Error, manila::ErrorCode)]
enum ApiError {
    #[error("the ledger does not add up")]
    #[error_code(status = 409, severity = "critical")]
    Ledger,
    #[error("The feature is off.")]
    #[error_code(status = 503, severity = "info")]
    Off,
    #[error("The quota is nearly used.")]
    #[error_code(status = 429, severity = "warning")]
    Quota,
    #[error("The name is taken.")]
    #[error_code(status = 409)]
    Taken,
    #[error("The upstream failed.")]
    #[error_code(status = 502)]
    Upstream,
}

/// The one event of a fault that a handler returns.
fn event(fault: &Fault) -> Logged {
    event_in(&Envelopes::default(), fault)
}

fn event_in(envelopes: &Envelopes, fault: &Fault) -> Logged {
    let ((), mut events) = events(|| {
        let rendered = envelopes.render(fault, None);
        rendered.log(fault, "abc-123", None);
    });
    assert_eq!(events.len(), 1, "{events:?}");
    events.remove(0)
}

/// What leaves of a layer with these settings, around a service that answers so.
fn call(
    envelopes: Envelopes,
    request: http::Request<()>,
    service: impl FnOnce(http::Request<()>) -> Answer,
) -> http::StatusCode {
    let layer = Layer::new(envelopes);
    let response = runtime().block_on(layer.call(request, service));
    response.status()
}

#[test]
fn the_level_is_that_of_the_severity_else_that_of_the_status() {
    for (error, level, severity, message) in [
        (
            ApiError::Ledger,
            "ERROR",
            Some("critical"),
            "request refused: ledger",
        ),
        (ApiError::Off, "INFO", Some("info"), "request failed: off"),
        (
            ApiError::Quota,
            "WARN",
            Some("warning"),
            "request refused: quota",
        ),
        (ApiError::Taken, "INFO", None, "request refused: taken"),
        (
            ApiError::Upstream,
            "ERROR",
            None,
            "request failed: upstream",
        ),
    ] {
        let event = event(&error.fault());
        assert_eq!(event["level"], level, "{error}");
        assert_eq!(event["message"], message);
        assert_eq!(
            event.get("severity").map(String::as_str),
            severity,
            "{error}"
        );
    }
}

#[test]
fn the_event_has_the_fields_that_are_known_and_no_other() {
    let request = || {
        let traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        request(
            "PUT",
            &[("traceparent", traceparent), ("x-request-id", "a b")],
        )
    };
    let fault = ApiError::Off.fault().because_text("switched off by ada");
    let location = fault.location().unwrap().to_string();
    let (status, events) = events(|| {
        let answer = |_| carried(503, Carrier::fault(fault));
        call(Envelopes::code_data(), request(), answer)
    });
    assert_eq!(status, 503);
    let [event] = &events[..] else {
        panic!("one event for one response: {events:?}");
    };
    for (field, value) in [
        ("level", "INFO"),
        ("message", "request failed: off"),
        ("code", "off"),
        ("status", "503"),
        ("severity", "info"),
        ("origin", "fault"),
        ("method", "PUT"),
        ("path", "/apps"),
        ("cause", "switched off by ada"),
        ("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736"),
        ("refused_request_id", "true"),
    ] {
        assert_eq!(event[field], value, "{field}: {event:?}");
    }
    assert_eq!(event["location"], location);
    assert_eq!(event["request_id"].len(), 36);
    assert_eq!(event.len(), 13, "{event:?}");

    let bare = self::event(&Fault::detected(Condition::RouteNotFound));
    let fields: Vec<_> = bare.keys().copied().collect();
    assert_eq!(
        fields,
        ["code", "level", "message", "origin", "request_id", "status"]
    );
}

#[test]
fn the_origin_says_who_made_the_error() {
    type Service = fn(http::Request<()>) -> Answer;
    let services: [(&str, Service); 3] = [
        ("fault", |_| {
            carried(409, Carrier::fault(ApiError::Taken.fault()))
        }),
        ("foreign", |_| answer(404, &[], "no such file")),
        ("panic", |_| panic!("a test's")),
    ];
    for (origin, service) in services {
        let (_, events) = events(|| call(Envelopes::ok_error(), request("GET", &[]), service));
        assert_eq!(events[0]["origin"], origin);
    }
    let refuses = Envelopes::json_api().check_media_types([""; 0]);
    let request = request("GET", &[("content-type", "application/vnd.api+json; v=1")]);
    let (status, events) = events(|| call(refuses, request, |_| answer(200, &[], "")));
    assert_eq!((status.as_u16(), &*events[0]["origin"]), (415, "service"));
}

#[test]
fn every_observer_is_told_once_of_each_error_and_of_no_success() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let observer = |name: &'static str| {
        let told = Arc::clone(&told);
        move |report: &ErrorReport<'_>| {
            let what = (name, report.code().to_owned(), report.status());
            told.lock().unwrap().push(what);
        }
    };
    let envelopes = || {
        Envelopes::ok_error()
            .observe(observer("first"))
            .observe(|_: &ErrorReport<'_>| panic!("a test's"))
            .observe(observer("second"))
    };
    let (_, events) = events(|| {
        call(envelopes(), request("GET", &[]), |_| answer(200, &[], ""));
        assert!(told.lock().unwrap().is_empty());
        call(envelopes(), request("GET", &[]), |_| answer(404, &[], ""))
    });
    let code = "not_found".to_owned();
    let expected = [("first", code.clone(), 404), ("second", code, 404)];
    assert_eq!(*told.lock().unwrap(), expected);
    assert_eq!(events.len(), 1);
}

#[test]
fn an_observer_is_told_everything_that_is_known() {
    let told = Arc::new(Mutex::new(0));
    let count = Arc::clone(&told);
    let envelopes = Envelopes::ok_error()
        .no_event()
        .observe(move |report: &ErrorReport<'_>| {
            assert_eq!((report.code(), report.status()), ("ledger", 409));
            assert_eq!(report.severity(), Some(Severity::Critical));
            assert_eq!(report.origin(), Origin::Fault);
            assert_eq!(report.method().as_deref(), Some("GET"));
            assert_eq!(report.path().as_deref(), Some("/apps"));
            assert_eq!(report.route(), None);
            assert_eq!(report.request_id(), Some("abc-123"));
            assert_eq!(report.trace_id(), None);
            assert!(report.has_layer() && !report.has_refused_id());
            assert!(report.cause().unwrap().is::<std::num::ParseIntError>());
            assert_eq!(
                report.cause_text().as_deref(),
                Some("invalid digit found in string")
            );
            assert!(report.location().unwrap().file().ends_with("observe.rs"));
            assert_eq!(report.fault().message(), Some("7 accounts differ"));
            *count.lock().unwrap() += 1;
        });
    let request = request("GET", &[("x-request-id", "abc-123")]);
    let (_, events) = events(|| {
        call(envelopes, request, |_| {
            let fault = "x".parse::<u8>().or_code(ApiError::Ledger).unwrap_err();
            carried(409, Carrier::fault(fault.with_message("7 accounts differ")))
        })
    });
    assert_eq!(*told.lock().unwrap(), 1);
    assert!(events.is_empty(), "switched off: {events:?}");
}

#[test]
fn a_path_can_be_left_out() {
    let told = Arc::new(Mutex::new(None));
    let path = Arc::clone(&told);
    let envelopes = Envelopes::ok_error()
        .no_path()
        .observe(move |report: &ErrorReport<'_>| {
            *path.lock().unwrap() = Some(report.path().is_some());
        });
    let (_, events) = events(|| call(envelopes, request("GET", &[]), |_| answer(404, &[], "")));
    assert_eq!(*told.lock().unwrap(), Some(false));
    assert!(!events[0].contains_key("path"), "{events:?}");
    assert_eq!(events[0]["method"], "GET");
}

#[test]
fn the_texts_of_an_event_are_bounded_together() {
    let long = "canary ".repeat(300_000);
    let path = format!("/{}", "p".repeat(9_000));
    let panic =
        std::panic::catch_unwind(|| std::panic::resume_unwind(Box::new(long.clone()))).unwrap_err();
    for fault in [
        Fault::condition(Condition::Internal).because_text(&long),
        Fault::condition(Condition::Internal).because(std::io::Error::other(long.clone())),
        Fault::condition(Condition::Internal).because_of(&std::io::Error::other(long.clone())),
        Fault::condition(Condition::Internal).with_message(long.clone()),
        Fault::condition(Condition::Internal).with_detail("text", &long[..60_000]),
        Fault::condition(Condition::Internal).with_header(long.clone(), ""),
        Fault::condition(Condition::Internal).with_violation(Violation::new(long.clone())),
        Fault::condition(Condition::Internal).because_text("\u{202e}".repeat(5_000)),
        fault_of_panic(panic),
    ] {
        let mut request = request(&"BREW".repeat(100), &[]);
        *request.uri_mut() = path.parse().unwrap();
        let (_, events) = events(|| {
            call(Envelopes::ok_error(), request, |_| {
                carried(500, Carrier::fault(fault))
            })
        });
        let [event] = &events[..] else {
            panic!("one event: {events:?}");
        };
        let size: usize = event.values().map(String::len).sum();
        assert!(size <= 8 * 1024, "{size}");
        assert!(event["cause"].contains("… [cut]"), "{event:?}");
        assert!(event["path"].ends_with("… [cut]") && event["path"].len() <= 1024);
        assert!(event["method"].len() <= 64);
        let is_plain = |character: char| !character.is_control() && character != '\u{202e}';
        assert!(event.values().all(|value| value.chars().all(is_plain)));
    }
}

#[test]
fn no_sentence_is_told_twice() {
    #[derive(Debug, thiserror::Error)]
    #[error("{text}")]
    struct Told {
        text: &'static str,
        source: Option<Box<Self>>,
    }
    let chain = |texts: &[&'static str]| {
        let told = texts
            .iter()
            .rev()
            .fold(None, |source, text| Some(Box::new(Told { text, source })));
        let fault = Fault::condition(Condition::Internal).because(*told.unwrap());
        event(&fault)["cause"].clone()
    };
    assert_eq!(chain(&["a: b: c", "b: c", "c"]), "a: b: c");
    assert_eq!(chain(&["a", "a", "b", "b"]), "a: b");
    assert_eq!(chain(&["a", "b", "a: b", "c"]), "a: b: c");
    assert_eq!(chain(&["", "a", "", "b"]), "a: b");
    assert_eq!(
        chain(&["seat 17", "7"]),
        "seat 17: 7",
        "a part of a word is another word"
    );
    assert_eq!(chain(&["no (b).", "b"]), "no (b).: b");
    let same = Fault::condition(Condition::Internal)
        .because_text("the disk is full")
        .with_message("the disk is full");
    assert_eq!(event(&same)["cause"], "the disk is full");
}

#[test]
fn violations_that_the_client_of_a_5xx_does_not_see_are_told() {
    let fault = Fault::condition(Condition::Internal)
        .with_violation(Violation::new("Must be set.").with_parameter("page"))
        .with_violation(Violation::new("Differs."));
    assert_eq!(
        event(&fault)["cause"],
        "violation page: Must be set.; violation: Differs.",
    );
}

#[test]
fn a_style_that_fails_is_told_to_observers_too() {
    let told = Arc::new(Mutex::new(None));
    let text = Arc::clone(&told);
    let panics = |_: &PublicFault<'_>, _: &mut Object<'_>| panic!("a test's");
    let envelopes = Envelopes::custom("application/vnd.acme+json", panics).unwrap();
    let envelopes = envelopes.observe(move |report: &ErrorReport<'_>| {
        *text.lock().unwrap() = report.cause_text();
    });
    call(envelopes, request("GET", &[]), |_| answer(404, &[], ""));
    let told = told.lock().unwrap().clone().unwrap();
    assert!(told.contains("the style wrote no valid body"), "{told}");
}

#[test]
fn the_event_of_a_refused_request_says_what_was_wrong_with_it() {
    let violations = || {
        let pointer = Pointer::root().member("seats").index(0);
        [
            Violation::new("Must be an integer.").with_pointer(pointer),
            Violation::new("Must be set.").with_parameter("page"),
            Violation::new("Differs.\nforged: line"),
        ]
    };
    let of = |condition| Fault::condition(condition).with_violations(violations());
    let told = r"/seats/0: Must be an integer.; page: Must be set.; Differs.\nforged: line";
    for envelopes in [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
    ] {
        let event = event_in(&envelopes, &of(Condition::Validation));
        assert_eq!(event["violations"], told);
        assert!(!event.contains_key("cause"), "{event:?}");
        // What the client is not told of is told as such.
        for event in [
            event_in(&envelopes, &of(Condition::Internal)),
            event_in(&envelopes.body_limit(200), &of(Condition::Validation)),
        ] {
            assert!(
                event["cause"].contains("violation page: Must be set."),
                "{event:?}"
            );
            assert!(!event.contains_key("violations"), "{event:?}");
        }
    }
    assert!(!event(&Fault::condition(Condition::Validation)).contains_key("violations"));
}

#[test]
fn violations_leave_room_for_the_cause() {
    let violations = vec![Violation::new("Must be a year from 1900 to 2100."); 1_000];
    let fault = Fault::condition(Condition::Validation)
        .with_violations(violations)
        .because_text("c".repeat(100_000));
    let event = event_in(&Envelopes::ok_error().body_limit(1 << 20), &fault);
    let (violations, cause) = (event["violations"].len(), event["cause"].len());
    assert!((1_900..=2_048).contains(&violations), "{violations}");
    assert!((5_800..6_144).contains(&cause), "{cause}");
}
