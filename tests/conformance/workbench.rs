//! What of the workbench stands on the frameworks that have a router alone, and what it refuses.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use manila_examples::workbench::{CatalogName, Framework, Options, Placement, Style, start};
use manila_probe::wire::{Protocol, Request, Response, send};

use crate::logs::{collect, events_of};
use crate::servers::Cell;

/// The frameworks that have a router.
const ROUTERS: [Framework; 2] = [Framework::Axum, Framework::Actix];

fn get(address: SocketAddr, path: &str) -> Response {
    send(address, Protocol::Http1, &Request::get(path)).unwrap()
}

#[test]
fn an_error_of_the_frameworks_own_type_tells_the_client_nothing() {
    for framework in ROUTERS {
        let response = get(Cell::new(framework, Style::OkError).address(), "/std-error");
        assert_eq!(response.status, 500, "{framework:?}");
        assert!(!response.text().contains("canary"), "{framework:?}");
    }
}

#[test]
fn an_error_inside_a_span_is_told_once() {
    for framework in ROUTERS {
        let response = get(Cell::new(framework, Style::OkError).address(), "/span");
        assert_eq!(response.status, 500, "{framework:?}");
        let events = events_of(response.only("x-request-id").unwrap());
        assert_eq!(events.len(), 1, "{framework:?}");
    }
}

#[test]
fn a_code_has_the_severity_of_its_path_in_the_spelling_of_the_catalog() {
    for (catalog, spelled) in [
        (CatalogName::Vibehost, "SEVERITY_WARNING"),
        (CatalogName::Mxcep, "severity_warning"),
        (CatalogName::Codelibra, "400903"),
        (CatalogName::Cpi, "-400903"),
    ] {
        for framework in ROUTERS {
            let cell = Cell {
                catalog,
                ..Cell::new(framework, Style::OkError)
            };
            let response = get(cell.address(), "/severe/warning");
            assert_eq!(response.status, 400, "{cell:?}");
            assert_eq!(response.only("x-error-code"), Some(spelled), "{cell:?}");
        }
    }
}

#[test]
fn a_body_that_does_not_arrive_in_time_is_refused() {
    for framework in ROUTERS {
        let address = Cell::new(framework, Style::OkError).address();
        let mut stream = TcpStream::connect(address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(10)))
            .unwrap();
        let head = "POST /slow-body HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\n";
        write!(stream, "{head}content-length: 100\r\n\r\n{{\"email\":").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap();
        assert!(matches!(status, "400" | "503"), "{framework:?}: {answer}");
        assert!(answer.contains("{\"ok\":false,"), "{framework:?}: {answer}");
    }
}

#[test]
fn a_form_of_get_has_parameters() {
    let address = Cell::new(Framework::Axum, Style::OkError).address();
    for (query, told) in [
        (
            "age=17",
            r#""message":"Must be at least 18.","parameter":"age""#,
        ),
        (
            "age=x",
            r#""message":"Must be an integer.","parameter":"age""#,
        ),
        (
            "",
            r#""message":"A required parameter is missing.","parameter":"age""#,
        ),
    ] {
        let response = get(address, &format!("/form-get?{query}"));
        assert!(
            response.text().contains(told),
            "{query}: {}",
            response.text()
        );
        assert!(!response.text().contains("pointer"), "{query}");
    }
    assert_eq!(get(address, "/form-get?age=18").status, 200);
    // actix-web's form is a body, whatever the method.
    let address = Cell::new(Framework::Actix, Style::OkError).address();
    assert_eq!(get(address, "/form-get?age=18").status, 415);
}

#[test]
fn a_form_of_parts_over_its_limit_is_too_large() {
    let form = |note: usize| {
        let part = |name: &str, text: &str| {
            format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
        };
        let body = part("file", "7") + &part("note", &"n".repeat(note)) + "--x--\r\n";
        Request::new("POST", "/multipart").body("multipart/form-data; boundary=x", body)
    };
    for framework in ROUTERS {
        let address = Cell::new(framework, Style::OkError).address();
        for (note, status) in [(7, 200), (2_000, 413)] {
            for request in [form(note), form(note).chunked()] {
                let response = send(address, Protocol::Http1, &request).unwrap();
                assert_eq!(
                    response.status,
                    status,
                    "{framework:?} {note}: {}",
                    response.text()
                );
                let code = (status == 413).then_some("CONTENT_TOO_LARGE");
                assert_eq!(response.only("x-error-code"), code, "{framework:?} {note}");
            }
        }
    }
}

#[test]
fn the_number_of_objects_can_be_set() {
    for framework in ROUTERS {
        let options = Options {
            max_nodes: Some(3),
            ..Options::new(framework, Style::OkError)
        };
        let server = start(&options).unwrap();
        for path in ["/bulk", "/json"] {
            let post = |body: &str| {
                let request = Request::new("POST", path).body("application/json", body);
                send(server.address(), Protocol::Http1, &request).unwrap()
            };
            assert_eq!(
                post(r#"{"items":[{}]}"#).status,
                400,
                "{framework:?} {path}"
            );
            let response = post(r#"{"items":[{},{}]}"#);
            assert_eq!(response.status, 413, "{framework:?} {path}");
            assert!(
                response.text().contains(r#"{"max_nodes":3}"#),
                "{framework:?} {path}"
            );
        }
        server.stop();
    }
}

#[test]
fn a_route_without_a_layer_masks_as_well() {
    collect();
    for framework in ROUTERS {
        let options = Options {
            no_layer: true,
            ..Options::new(framework, Style::OkError)
        };
        let server = start(&options).unwrap();
        let response = get(server.without_layer().unwrap(), "/no-layer");
        assert_eq!(response.status, 500, "{framework:?}");
        assert_eq!(response.only("x-request-id"), None, "{framework:?}");
        assert!(!response.text().contains("canary"), "{framework:?}");
        server.stop();
    }
}

#[test]
fn what_a_framework_has_not_is_refused_at_the_start() {
    let refused = |framework, placement, no_layer| {
        let options = Options {
            placement,
            no_layer,
            ..Options::new(framework, Style::OkError)
        };
        start(&options).err().map(|error| error.to_string())
    };
    for placement in [Placement::Layer, Placement::Inside] {
        for framework in [Framework::Actix, Framework::Tower] {
            let why = refused(framework, placement, false).unwrap();
            assert!(why.contains("axum's alone"), "{why}");
        }
        assert_eq!(refused(Framework::Axum, placement, false), None);
    }
    let why = refused(Framework::Tower, Placement::Outside, true).unwrap();
    assert!(why.contains("`--no-layer`"), "{why}");
}
