//! gRPC calls get gRPC's statuses from a service that speaks it, never JSON (gRPC over HTTP/2,
//! "Responses"); what a client claims of gRPC changes nothing elsewhere.

use manila_examples::workbench::{Settings, Style};
use manila_probe::oracle::Event;
use manila_probe::wire::{Protocol, Request, Response, send};

use crate::logs::events_of;
use crate::servers::{Cell, FRAMEWORKS};

/// What a gRPC call gets for a path, of a service that speaks gRPC.
fn check(path: &str, check: impl Fn(&Response)) {
    for framework in FRAMEWORKS {
        let cell = Cell {
            settings: grpc(),
            ..Cell::new(framework, Style::JsonApi)
        };
        let response = send(cell.address(), Protocol::Http2, &call(path)).unwrap();
        let what = format!("{framework:?} {path}");
        assert!(response.only("x-request-id").is_some(), "{what}");
        assert_eq!(response.text(), "", "{what}");
        check(&response);
    }
}

fn grpc() -> Settings {
    Settings {
        grpc: true,
        ..Settings::default()
    }
}

fn call(path: &str) -> Request {
    Request::new("POST", path)
        .header("te", "trailers")
        .header("content-type", "application/grpc+proto")
}

/// A response of header fields alone, with this status.
fn check_status(path: &str, grpc_status: &str) {
    check(path, |response| {
        assert_eq!(response.status, 200, "{path}");
        assert_eq!(response.only("content-type"), Some("application/grpc"));
        assert_eq!(response.only("grpc-status"), Some(grpc_status), "{path}");
        assert_eq!(response.only("cache-control"), Some("no-store"), "{path}");
        assert!(response.only("x-error-code").is_some(), "{path}");
        let message = response.only("grpc-message").unwrap();
        assert!(!message.contains("canary"), "{path}: {message}");
    });
}

#[test]
fn a_panic_is_internal() {
    check_status("/panic/late", "13");
}

#[test]
fn an_error_of_middleware_is_internal() {
    check_status("/err", "13");
}

#[test]
fn a_timeout_is_a_deadline_that_has_passed() {
    check_status("/slow?ms=1000", "4");
}

#[test]
fn a_fault_has_the_status_that_says_the_same() {
    check_status("/raise/PLAN_LIMIT_EXCEEDED", "3");
    check_status("/raise/UNAUTHENTICATED", "16");
    check_status("/raise/RATE_LIMITED", "8");
}

#[test]
fn a_foreign_error_is_the_status_that_says_the_same() {
    check_status("/foreign/403", "7");
    check_status("/foreign-json/503", "14");
    check_status("/middleware-err", "13");
    check_status("/missing", "5");
}

#[test]
fn what_a_client_claims_of_grpc_changes_nothing() {
    let paths = [
        "/err",
        "/bad-json",
        "/panic/late",
        "/raise/UNAUTHENTICATED",
        "/foreign/503",
        "/foreign-json/403",
        "/missing",
        "/marked/404",
        "/ok",
    ];
    for cell in FRAMEWORKS.map(|framework| Cell::new(framework, Style::OkError)) {
        for (grpc, protocol) in [
            (false, Protocol::Http1),
            (false, Protocol::Http2),
            (true, Protocol::Http1),
        ] {
            let settings = Settings {
                grpc,
                ..Settings::default()
            };
            let address = Cell { settings, ..cell }.address();
            for path in paths {
                let plain = Request::get(path).header("x-request-id", "grpc-1");
                let claiming = ["application/grpc", "application/grpc-web+proto"].map(|claimed| {
                    Request::get(path)
                        .header("x-request-id", "grpc-1")
                        .header("te", "trailers")
                        .header("content-type", claimed)
                });
                let plain = send(address, protocol, &plain).unwrap();
                for claiming in &claiming {
                    let claimed = send(address, protocol, claiming).unwrap();
                    let what = format!("{cell:?} {protocol:?} {path}");
                    assert_eq!(claimed.status, plain.status, "{what}");
                    assert_eq!(claimed.text(), plain.text(), "{what}");
                    assert_eq!(
                        claimed.only("x-error-code"),
                        plain.only("x-error-code"),
                        "{what}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_is_not_all_of_a_call_is_answered_in_the_envelope() {
    let te = |request: Request| request.header("te", "trailers");
    let typed = |request: Request, of: &str| request.header("content-type", of);
    let post = |path| Request::new("POST", path);
    for framework in FRAMEWORKS {
        let cell = Cell {
            settings: grpc(),
            ..Cell::new(framework, Style::JsonApi)
        };
        for path in ["/err", "/foreign/503", "/foreign-json/403", "/panic/late"] {
            for request in [
                te(typed(Request::get(path), "application/grpc")),
                typed(post(path), "application/grpc"),
                te(post(path)),
                te(typed(post(path), "application/grpc-web")),
                te(typed(post(path), "application/grpcfoo")),
                te(typed(post(path), "application/json")),
            ] {
                let response = send(cell.address(), Protocol::Http2, &request).unwrap();
                let what = format!("{framework:?} {request:?}");
                assert!(response.status >= 400, "{what}");
                let content_type = response.only("content-type");
                assert_eq!(content_type, Some("application/vnd.api+json"), "{what}");
                assert!(response.only("grpc-status").is_none(), "{what}");
                assert!(!response.text().contains("canary"), "{what}");
            }
        }
    }
}

#[test]
fn a_foreign_text_is_told_to_the_log_and_no_caller() {
    check("/foreign/403", |response| {
        let id = response.only("x-request-id").unwrap();
        assert_eq!(events_of(id)[0][Event::CAUSE], "body: canary-foreign");
    });
}

#[test]
fn a_status_of_the_services_own_passes() {
    check("/grpc", |response| {
        assert_eq!(response.only("grpc-status"), Some("5"));
        assert_eq!(response.only("grpc-message"), Some("no such shelf"));
    });
}
