//! What each setting of the workbench changes, on every framework.

use manila_examples::workbench::{Framework, Options, Settings, Style, start};
use manila_probe::oracle::Event;
use manila_probe::wire::{Protocol, Request, Response, send};
use serde_json::{Value, json};

use crate::logs::{collect, events_of};
use crate::servers::{Cell, FRAMEWORKS};

/// A setting that a flag switches on.
struct Flag {
    switch: fn(&mut Settings),
    /// Requests on which it can be told whether it is on.
    paths: &'static [&'static str],
    /// Whether a response, and what the log has of it, are as under the setting.
    is_on: fn(&Response, &[crate::logs::Event]) -> bool,
}

const FLAGS: [(&str, Flag); 8] = [
    (
        "expose_headers",
        Flag {
            switch: |settings| settings.expose_headers = true,
            paths: &["/ok", "/missing", "/nested/err", "/foreign/404"],
            is_on: |response, _| {
                let exposed = response.only("access-control-expose-headers");
                exposed.is_some_and(|names| names.contains("x-request-id"))
            },
        },
    ),
    (
        "hide_reasons",
        Flag {
            switch: |settings| settings.hide_reasons = true,
            paths: &["/foreign/404", "/nested/foreign/404"],
            is_on: |response, events| {
                !response.text().contains("canary-foreign") && holds(events, "canary-foreign")
            },
        },
    ),
    (
        "no_challenge",
        Flag {
            switch: |settings| settings.no_challenge = true,
            paths: &[
                "/raise/UNAUTHENTICATED",
                "/foreign/401",
                "/nested/foreign/401",
            ],
            is_on: |response, _| response.only("www-authenticate").is_none(),
        },
    ),
    (
        "request_id_in_body",
        Flag {
            switch: |settings| settings.request_id_in_body = true,
            paths: &["/missing", "/panic/str", "/foreign/500"],
            is_on: |response, _| {
                let id = response.only("x-request-id").unwrap();
                response.text().contains(&format!(r#""request_id":"{id}""#))
            },
        },
    ),
    (
        "no_event",
        Flag {
            switch: |settings| settings.no_event = true,
            paths: &["/err", "/panic/str", "/foreign/500", "/nested/missing"],
            is_on: |_, events| events.is_empty(),
        },
    ),
    (
        "hide_foreign_headers",
        Flag {
            switch: |settings| settings.hide_foreign_headers = true,
            paths: &["/upstream", "/nested/upstream"],
            is_on: |response, _| response.only("x-custom").is_none(),
        },
    ),
    (
        "no_path",
        Flag {
            switch: |settings| settings.no_path = true,
            paths: &["/err", "/panic/str", "/foreign/500", "/nested/missing"],
            is_on: |_, events| !events[0].contains_key("path"),
        },
    ),
    (
        "no_foreign_text",
        Flag {
            switch: |settings| settings.no_foreign_text = true,
            paths: &["/foreign/500", "/nested/foreign/500"],
            is_on: |_, events| !holds(events, "canary-foreign"),
        },
    ),
];

fn holds(events: &[crate::logs::Event], text: &str) -> bool {
    let [event] = events else {
        return false;
    };
    let cause = event.get(Event::CAUSE);
    cause.is_some_and(|cause| cause.contains(text))
}

#[test]
fn a_setting_changes_what_it_says_and_only_where_it_is_on() {
    for framework in FRAMEWORKS {
        for (name, flag) in FLAGS {
            for is_on in [false, true] {
                let mut cell = Cell::new(framework, Style::OkError);
                if is_on {
                    (flag.switch)(&mut cell.settings);
                }
                for path in flag.paths {
                    let request = Request::get(*path).header("origin", "http://app.example");
                    let response = send(cell.address(), Protocol::Http1, &request).unwrap();
                    let events = events_of(response.only("x-request-id").unwrap());
                    assert_eq!(
                        (flag.is_on)(&response, &events),
                        is_on,
                        "{framework:?} {name} {path}: {response:?} {events:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn ids_have_the_characters_that_are_named() {
    collect();
    for framework in FRAMEWORKS {
        for (id_characters, is_taken) in [(Some("#@".to_owned()), true), (None, false)] {
            let options = Options {
                id_characters,
                ..Options::new(framework, Style::OkError)
            };
            let server = start(&options).unwrap();
            let request = Request::get("/missing").header("x-request-id", "01JD#17@a");
            let response = send(server.address(), Protocol::Http1, &request).unwrap();
            let id = response.only("x-request-id").unwrap();
            assert_eq!(id == "01JD#17@a", is_taken, "{framework:?} {id}");
            server.stop();
        }
    }
}

#[test]
fn characters_that_no_id_may_have_are_refused_at_the_start() {
    for characters in [" ", "\"", "'", "`", "<", ">", "\n", "#\u{7f}", "é"] {
        let options = Options {
            id_characters: Some(characters.to_owned()),
            ..Options::new(Framework::Axum, Style::OkError)
        };
        let error = start(&options).unwrap_err().to_string();
        assert!(error.starts_with("`--id-characters`: "), "{error}");
        assert!(error.contains("neither blanks nor"), "{error}");
    }
}

#[test]
fn the_observer_is_told_of_each_error_once() {
    collect();
    for framework in FRAMEWORKS {
        let options = Options {
            observe: true,
            ..Options::new(framework, Style::OkError)
        };
        let server = start(&options).unwrap();
        let get = |path: &str, id: &str| {
            let request = Request::get(path).header("x-request-id", id);
            send(server.address(), Protocol::Http1, &request).unwrap()
        };
        let observed = || -> Vec<Value> {
            let response = get("/observed", "of-the-reader");
            assert_eq!(response.status, 200, "{framework:?}");
            serde_json::from_str(&response.text()).unwrap()
        };
        for (path, id) in [
            ("/ok", "fine"),
            ("/raise/CONFLICT?message=x", "conflict"),
            ("/foreign/500", "foreign"),
            ("/panic/str", "panic"),
            ("/nested/foreign/404", "nested"),
        ] {
            get(path, id);
        }
        let told = |id, code, status, origin, path, cause: Option<&str>| {
            json!({
                "id": id, "code": code, "status": status, "origin": origin,
                "method": "GET", "path": path, "cause": cause,
            })
        };
        let nested = match framework {
            // It takes the beginning off the request, before a nested service has it.
            Framework::Tower => "/foreign/404",
            _ => "/nested/foreign/404",
        };
        let expected = [
            told(
                "conflict",
                "CONFLICT",
                409,
                "fault",
                "/raise/CONFLICT",
                None,
            ),
            told(
                "foreign",
                "INTERNAL",
                500,
                "foreign",
                "/foreign/500",
                Some("body: canary-foreign"),
            ),
            told(
                "panic",
                "INTERNAL",
                500,
                "panic",
                "/panic/str",
                Some("panicked: canary-panic-str"),
            ),
            told("nested", "NOT_FOUND", 404, "foreign", nested, None),
        ];
        assert_eq!(observed(), expected, "{framework:?}");
        for number in 0..1000 {
            get("/missing", &format!("later-{number}"));
        }
        let kept = observed();
        assert_eq!(kept.len(), 1000, "{framework:?}");
        assert_eq!(kept[0]["id"], "later-0", "{framework:?}");
        server.stop();
    }
}

#[test]
fn without_an_observer_nobody_reads_what_it_was_told() {
    for framework in FRAMEWORKS {
        let address = Cell::new(framework, Style::OkError).address();
        let response = send(address, Protocol::Http1, &Request::get("/observed")).unwrap();
        assert_eq!(response.status, 404, "{framework:?}");
    }
}

#[test]
fn a_fault_says_which_methods_are_allowed() {
    for framework in FRAMEWORKS {
        let address = Cell::new(framework, Style::OkError).address();
        let request = Request::get("/not-allowed?allow=GET,PUT");
        let response = send(address, Protocol::Http1, &request).unwrap();
        assert_eq!(response.status, 405, "{framework:?}");
        assert_eq!(response.only("allow"), Some("GET, PUT"), "{framework:?}");
    }
}
