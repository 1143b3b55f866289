//! What the log is told.

use manila_examples::workbench::{Framework, Style};
use manila_probe::oracle;
use manila_probe::wire::{Protocol, Request, send};

use crate::logs::{Event, events_of};
use crate::servers::{Cell, FRAMEWORKS};

/// The one event of a request that is answered with an error, everywhere.
fn check(path: &str, check: impl Fn(&Event)) {
    for framework in FRAMEWORKS {
        for protocol in Protocol::ALL {
            let address = Cell::new(framework, Style::JsonApi).address();
            let response = send(address, protocol, &Request::get(path)).unwrap();
            let id = response.only("x-request-id").unwrap();
            let events = events_of(id);
            assert_eq!(
                events.len(),
                1,
                "{framework:?} {protocol:?} {path}: {events:?}"
            );
            assert_eq!(events[0]["status"], response.status.to_string());
            assert_eq!(events[0]["code"], response.only("x-error-code").unwrap());
            assert_eq!(events[0]["method"], "GET");
            let (asked, _) = path.split_once('?').unwrap_or((path, ""));
            let asked = match framework {
                // It takes the beginning off the request, before a nested service has it.
                Framework::Tower => asked.strip_prefix("/nested").unwrap_or(asked),
                _ => asked,
            };
            assert_eq!(events[0]["path"], asked, "{framework:?} {protocol:?}");
            check(&events[0]);
        }
    }
}

#[test]
fn each_error_is_told_once_under_its_id() {
    for path in [
        "/raise/CONFLICT",
        "/missing",
        "/foreign/404",
        "/nested/missing",
    ] {
        check(path, |event| {
            assert_eq!(event["level"], "INFO");
            let message = format!("request refused: {}", event["code"]);
            assert_eq!(event["message"], message);
        });
    }
    for path in [
        "/panic/late",
        "/raise/INTERNAL",
        "/foreign/500",
        "/nested/err",
    ] {
        check(path, |event| {
            assert_eq!(event["level"], "ERROR");
            let message = format!("request failed: {}", event["code"]);
            assert_eq!(event["message"], message);
        });
    }
}

#[test]
fn a_cause_is_told_with_its_chain_and_place() {
    check("/err", |event| {
        assert_eq!(
            event[oracle::Event::CAUSE],
            "the pool is empty: canary-cause: postgres://app:hunter2@db.internal refused",
        );
        assert!(event["location"].contains("workbench"), "{event:?}");
    });
}

#[test]
fn a_panic_is_told_with_its_text() {
    check("/panic/string", |event| {
        assert_eq!(
            event[oracle::Event::CAUSE],
            "panicked: canary-panic-string 1"
        );
        assert_eq!(event["origin"], "panic");
        assert!(!event.contains_key("location"), "{event:?}");
    });
}

#[test]
fn an_error_of_middleware_is_told() {
    check("/middleware-err", |event| {
        assert_eq!(event[oracle::Event::CAUSE], "canary-middleware")
    });
}

#[test]
fn what_a_5xx_may_not_show_is_told() {
    let path = "/raise/INTERNAL?message=canary%0Aline&details=%7B%22a%22:%22canary-detail%22%7D";
    check(path, |event| {
        assert_eq!(
            event[oracle::Event::CAUSE],
            r#"message: canary\nline; detail a: "canary-detail""#
        );
    });
}

#[test]
fn success_is_not_told() {
    let address = Cell::new(FRAMEWORKS[0], Style::JsonApi).address();
    let response = send(address, Protocol::Http1, &Request::get("/ok")).unwrap();
    assert!(events_of(response.only("x-request-id").unwrap()).is_empty());
}

#[test]
fn an_id_that_is_not_taken_is_told_without_its_text() {
    for framework in FRAMEWORKS {
        let address = Cell::new(framework, Style::OkError).address();
        for refused in ["canary id", ""] {
            let mut request = Request::get("/missing");
            request.headers.push(("x-request-id", refused.to_owned()));
            let response = send(address, Protocol::Http1, &request).unwrap();
            let events = events_of(response.only("x-request-id").unwrap());
            assert_eq!(
                events[0]["refused_request_id"], "true",
                "{framework:?} {refused:?}"
            );
            assert!(events[0].values().all(|value| !value.contains("canary")));
        }
    }
}
