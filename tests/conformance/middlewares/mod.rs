//! Middleware between the handlers and the layer: what each leaves of a fault, a success and a foreign
//! error.
//!
//! Middleware that hands a response on, whatever it wraps the body in, changes nothing; what has
//! another body is judged by what it is.

mod on_actix;
mod on_axum;
mod sources;
mod table;

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Mutex, OnceLock};
use std::thread;

use manila_probe::wire::{Protocol, Request, Response, send};

use self::sources::DETAIL;
use self::table::{CHANGING, HARMLESS, Left, Row};

/// The frameworks with middleware of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Framework {
    Axum,
    Actix,
}

const FRAMEWORKS: [Framework; 2] = [Framework::Axum, Framework::Actix];

/// What the handlers make, by their paths.
const SOURCES: [&str; 3] = ["fault", "reply", "foreign"];

/// The answer of the handler at a path, behind the middleware of that name.
fn answer(framework: Framework, middleware: &str, source: &str) -> Response {
    static RUNNING: OnceLock<Mutex<HashMap<Framework, SocketAddr>>> = OnceLock::new();
    let mut running = RUNNING.get_or_init(Mutex::default).lock().unwrap();
    let address = *running.entry(framework).or_insert_with(|| {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || match framework {
            Framework::Axum => on_axum::serve(listener),
            Framework::Actix => on_actix::serve(listener),
        });
        address
    });
    drop(running);
    let request = Request::get(format!("/{middleware}/{source}"))
        .header("x-request-id", "middleware-1")
        .header("accept-encoding", "gzip")
        .header("origin", "http://app.example");
    send(address, Protocol::Http1, &request).unwrap()
}

/// The fields that the layer answers for.
fn fields_of_the_layer(response: &Response) -> Vec<(String, String)> {
    const NAMES: [&str; 8] = [
        "cache-control",
        "content-encoding",
        "content-type",
        "etag",
        "x-content-type-options",
        "x-error-code",
        "x-request-id",
        "x-should-retry",
    ];
    let mut fields = response.headers.clone();
    fields.retain(|(name, _)| NAMES.contains(&&**name));
    fields.sort();
    fields
}

#[test]
fn middleware_that_hands_a_response_on_changes_nothing() {
    for framework in FRAMEWORKS {
        for source in SOURCES {
            let plain = answer(framework, "none", source);
            for middleware in HARMLESS {
                let response = answer(framework, middleware, source);
                let what = format!("{framework:?} /{middleware}/{source}");
                assert_eq!(response.status, plain.status, "{what}");
                assert_eq!(response.text(), plain.text(), "{what}");
                assert_eq!(
                    fields_of_the_layer(&response),
                    fields_of_the_layer(&plain),
                    "{what}"
                );
            }
        }
    }
}

#[test]
fn without_middleware_each_source_is_told_apart() {
    for framework in FRAMEWORKS {
        let fault = answer(framework, "none", "fault");
        assert_eq!(fault.status, 409, "{framework:?}");
        assert_eq!(fault.only("x-error-code"), Some("NAME_TAKEN"));
        assert!(fault.text().contains(DETAIL), "{}", fault.text());
        let reply = answer(framework, "none", "reply");
        let wrapped = r#"{"ok":true,"data":{"number":"canary-4111"}}"#;
        assert_eq!((reply.status, &*reply.text()), (200, wrapped));
        let foreign = answer(framework, "none", "foreign");
        let code = foreign.only("x-error-code");
        assert_eq!((foreign.status, code), (500, Some("INTERNAL_SERVER_ERROR")));
        assert!(!foreign.text().contains("canary"), "{}", foreign.text());
    }
}

#[test]
fn middleware_that_changes_a_response_is_judged_by_what_it_leaves() {
    for framework in FRAMEWORKS {
        for Row { middleware, left } in CHANGING {
            for (source, left) in SOURCES.into_iter().zip(left) {
                let response = answer(framework, middleware, source);
                let what = format!("{framework:?} /{middleware}/{source}: {}", response.text());
                check(&what, &response, left);
            }
        }
    }
}

fn check(what: &str, response: &Response, left: Left) {
    assert_eq!(response.values("x-request-id").count(), 1, "{what}");
    let text = response.text();
    match left {
        Left::Error(status, code) => {
            assert_eq!(response.status, status, "{what}");
            assert_eq!(response.only("x-error-code"), Some(code), "{what}");
            assert!(text.starts_with(r#"{"ok":false,"#), "{what}");
            assert!(!text.contains("canary"), "{what}");
        }
        Left::Fault => {
            assert_eq!(response.status, 409, "{what}");
            assert_eq!(response.only("x-error-code"), Some("NAME_TAKEN"), "{what}");
            assert!(text.contains(DETAIL), "{what}");
        }
        Left::Passed(status, expected) => {
            assert_eq!(response.status, status, "{what}");
            assert_eq!(text, expected, "{what}");
            assert_eq!(response.only("x-error-code"), None, "{what}");
        }
    }
}
