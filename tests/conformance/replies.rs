//! Success, in the shape that belongs to the errors of the style.

use manila_examples::workbench::{Framework, Placement, Style};
use manila_probe::wire::{Protocol, Request, send};
use manila_properties::json::parse;

use crate::acme;
use crate::servers::{Cell, FRAMEWORKS};

/// What the workbench replies with.
const DATA: &str = r#"{"hello":"world"}"#;

fn expected(style: Style, id: &str) -> (&'static str, String) {
    match style {
        Style::OkError => (
            "application/json",
            format!(r#"{{"ok":true,"data":{DATA}}}"#),
        ),
        Style::JsonApi => (
            "application/vnd.api+json",
            format!(
                r#"{{"data":{DATA},"meta":{{"version":"0.1.0","api_version":"v1","request_id":"{id}"}}}}"#
            ),
        ),
        Style::CodeData => ("application/json", format!(r#"{{"code":0,"data":{DATA}}}"#)),
        Style::Problem => ("application/json", DATA.to_owned()),
        Style::Acme => {
            let data = parse(DATA.as_bytes()).unwrap();
            (acme::RESULT, acme::result(&data, id).to_string())
        }
    }
}

fn check(cell: Cell) {
    for protocol in Protocol::ALL {
        for method in ["GET", "HEAD"] {
            let request = Request::new(method, "/reply").header("x-request-id", "abc-123");
            let response = send(cell.address(), protocol, &request).unwrap();
            let (media_type, body) = expected(cell.style, "abc-123");
            let what = format!("{cell:?} {protocol:?} {method}");
            assert_eq!(response.status, 200, "{what}");
            assert_eq!(response.only("x-request-id"), Some("abc-123"), "{what}");
            assert_eq!(response.only("content-type"), Some(media_type), "{what}");
            let is_head = method == "HEAD";
            let length = response.only("content-length");
            // In answer to HEAD it may be left out (RFC 9110 §9.3.2).
            if !is_head || length.is_some() {
                assert_eq!(length, Some(&*body.len().to_string()), "{what}");
            }
            let sent = if is_head { "" } else { &body };
            assert_eq!(response.text(), sent, "{what}");
        }
    }
}

#[test]
fn a_success_is_wrapped_as_the_style_wraps_it() {
    Cell::all().for_each(check);
    check(Cell {
        placement: Placement::Inside,
        ..Cell::new(Framework::Axum, Style::Acme)
    });
}

#[test]
fn a_success_is_its_data_without_manila() {
    for framework in FRAMEWORKS {
        let cell = Cell {
            bare: true,
            ..Cell::new(framework, Style::Acme)
        };
        let response = send(cell.address(), Protocol::Http1, &Request::get("/reply")).unwrap();
        assert_eq!(response.text(), DATA, "{framework:?}");
    }
}
