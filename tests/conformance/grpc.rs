//! Callers that speak gRPC get its statuses, never JSON (gRPC over HTTP/2, "Responses").

use manila_examples::workbench::Style;
use manila_probe::wire::{Protocol, Request, Response, send};

use crate::servers::{Cell, FRAMEWORKS};

/// What a gRPC caller gets for a path, everywhere.
fn check(path: &str, check: impl Fn(&Response)) {
    for framework in FRAMEWORKS {
        for protocol in Protocol::ALL {
            let address = Cell::new(framework, Style::JsonApi).address();
            let request = Request::get(path).header("content-type", "application/grpc+proto");
            let response = send(address, protocol, &request).unwrap();
            assert!(
                response.only("x-request-id").is_some(),
                "{framework:?} {protocol:?} {path}"
            );
            assert_eq!(response.text(), "", "{framework:?} {protocol:?} {path}");
            check(&response);
        }
    }
}

/// A response of header fields alone, with this status.
fn check_status(path: &str, grpc_status: &str) {
    check(path, |response| {
        assert_eq!(response.status, 200, "{path}");
        assert_eq!(response.only("content-type"), Some("application/grpc"));
        assert_eq!(response.only("grpc-status"), Some(grpc_status), "{path}");
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
fn a_status_of_the_services_own_passes() {
    check("/grpc", |response| {
        assert_eq!(response.only("grpc-status"), Some("5"));
        assert_eq!(response.only("grpc-message"), Some("no such shelf"));
    });
}
