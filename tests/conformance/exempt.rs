//! What leaves as it is, but for the request's id.

use manila_examples::workbench::{Framework, Style};
use manila_probe::wire::{Protocol, Request, Response, send};

use crate::servers::{Cell, FRAMEWORKS};

/// The request, to the service with Manila and to the one without it.
fn both(
    framework: Framework,
    protocol: Protocol,
    request: &Request,
) -> [std::io::Result<Response>; 2] {
    [false, true].map(|bare| {
        let cell = Cell {
            bare,
            ..Cell::new(framework, Style::Problem)
        };
        send(cell.address(), protocol, request)
    })
}

/// A response but for the id and what the clock says.
fn comparable(response: &Response) -> (u16, Vec<(String, String)>, String) {
    let varies = |name: &str| matches!(name, "x-request-id" | "date");
    let mut headers = response.headers.clone();
    headers.retain(|(name, _)| !varies(name));
    headers.sort();
    (response.status, headers, response.text())
}

#[test]
fn an_exempt_response_differs_in_the_id_alone() {
    let requests = [
        Request::get("/ok"),
        Request::new("HEAD", "/ok"),
        Request::get("/stream"),
        Request::get("/grpc"),
        Request::get("/marked/404"),
        Request::get("/marked/503"),
        Request::new("HEAD", "/marked/503"),
        Request::get("/status/201"),
        Request::get("/status/204"),
        Request::get("/status/205"),
        Request::get("/status/302"),
        Request::get("/status/304"),
    ];
    for framework in FRAMEWORKS {
        for protocol in Protocol::ALL {
            for request in &requests {
                let [with, without] =
                    both(framework, protocol, request).map(|response| response.unwrap());
                let what = format!("{framework:?} {protocol:?} {}", request.path);
                assert_eq!(comparable(&with), comparable(&without), "{what}");
                assert!(with.only("x-request-id").is_some(), "{what}");
            }
        }
    }
}

#[test]
fn a_preflight_is_answered_by_what_stands_outside() {
    for framework in FRAMEWORKS {
        for protocol in Protocol::ALL {
            let preflight = Request::new("OPTIONS", "/missing")
                .header("origin", "http://app.example")
                .header("access-control-request-method", "GET");
            let [with, without] =
                both(framework, protocol, &preflight).map(|response| response.unwrap());
            assert_eq!(comparable(&with), comparable(&without), "{framework:?}");
        }
    }
}

#[test]
fn a_body_that_breaks_off_is_not_completed() {
    for framework in FRAMEWORKS {
        for protocol in Protocol::ALL {
            let [with, _] = both(framework, protocol, &Request::get("/stream-fails"));
            // A chunk of size zero, or the end of the stream, would say that it is whole.
            assert!(with.is_err(), "{framework:?} {protocol:?}: {with:?}");
        }
    }
}

#[test]
fn a_service_serves_on_after_every_fault() {
    for cell in Cell::all() {
        for protocol in Protocol::ALL {
            for path in ["/panic/payload-drop", "/body-drop-panics", "/stream-fails"] {
                // What the fault itself is answered with, the table of faults says.
                let _ = send(cell.address(), protocol, &Request::get(path));
            }
            let response = send(cell.address(), protocol, &Request::get("/ok")).unwrap();
            assert_eq!(
                (response.status, &*response.text()),
                (200, r#"{"hello":"world"}"#),
                "{cell:?}"
            );
            assert!(response.only("x-error-code").is_none(), "{cell:?}");
        }
    }
}
