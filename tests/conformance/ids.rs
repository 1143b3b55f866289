//! Request ids.

use manila_probe::wire::{Protocol, Request, Response, send};

use crate::servers::{Cell, FRAMEWORKS};
use manila_examples::workbench::Style;

/// Runs `check` on every framework over both protocols.
fn everywhere(request: &Request, check: impl Fn(Response)) {
    for framework in FRAMEWORKS {
        for protocol in Protocol::ALL {
            let cell = Cell::new(framework, Style::Problem);
            check(send(cell.address(), protocol, request).unwrap());
        }
    }
}

fn is_fresh(id: &str) -> bool {
    // A UUID version 7: 36 characters, the version behind the second hyphen.
    id.len() == 36 && id.as_bytes()[14] == b'7'
}

#[test]
fn an_id_that_fits_comes_back_in_header_and_body() {
    for id in ["abc-123", "a", "A.b_c-9", &"x".repeat(128)] {
        for path in ["/raise/CONFLICT", "/missing", "/panic/str", "/err"] {
            everywhere(&Request::get(path).header("x-request-id", id), |response| {
                assert_eq!(response.only("x-request-id"), Some(id));
                assert!(
                    response.text().contains(&format!(r#""request_id":"{id}""#)),
                    "{path}"
                );
            });
        }
    }
}

#[test]
fn an_id_that_does_not_fit_appears_nowhere() {
    for id in ["a b", "a;b", "a\"b", "<b>", "a/b", "ü", &"x".repeat(129)] {
        everywhere(
            &Request::get("/missing").header("x-request-id", id),
            |response| {
                let fresh = response.only("x-request-id").unwrap();
                assert!(is_fresh(fresh), "{fresh}");
                assert!(!response.text().contains(id), "{id}");
            },
        );
    }
}

#[test]
fn two_ids_are_none() {
    let request = Request::get("/missing")
        .header("x-request-id", "abc-123")
        .header("x-request-id", "abc-456");
    everywhere(&request, |response| {
        assert!(is_fresh(response.only("x-request-id").unwrap()));
        assert!(!response.text().contains("abc-"));
    });
}

#[test]
fn a_handler_reads_the_id_that_the_response_has() {
    for id in [None, Some("abc-123")] {
        let mut request = Request::get("/id");
        request
            .headers
            .extend(id.map(|id| ("x-request-id", id.to_owned())));
        everywhere(&request, |response| {
            let id = response.only("x-request-id").unwrap();
            assert_eq!(response.text(), format!(r#"{{"request_id":"{id}"}}"#));
        });
    }
}

#[test]
fn fresh_ids_differ() {
    let mut ids = std::collections::HashSet::new();
    for _ in 0..20 {
        let address = Cell::new(FRAMEWORKS[0], Style::Problem).address();
        let response = send(address, Protocol::Http1, &Request::get("/ok")).unwrap();
        assert!(ids.insert(response.only("x-request-id").unwrap().to_owned()));
    }
}
