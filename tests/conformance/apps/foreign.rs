//! What services may say of responses that others made.

use manila_probe::oracle::Event;
use manila_probe::wire::{Request, Response};

use super::{App, FRAMEWORKS, Framework, answer};
use crate::logs::{self, events_of};

/// The answer to `/STATUS`, and what the log is told.
fn told(framework: Framework, app: App, status: u16) -> (Response, Option<String>) {
    logs::collect();
    let response = answer(framework, app, &Request::get(format!("/{status}")));
    assert_eq!(response.status, status, "{framework:?} {app:?}");
    let mut events = events_of(response.only("x-request-id").unwrap());
    assert_eq!(events.len(), 1, "{framework:?} {app:?} {status}");
    let cause = events[0].remove(Event::CAUSE);
    (response, cause)
}

#[test]
fn a_text_that_is_hidden_from_clients_is_in_the_log() {
    for framework in FRAMEWORKS {
        for status in [403, 404, 502] {
            let (response, cause) = told(framework, App::Hiding, status);
            assert!(!response.text().contains("canary"), "{}", response.text());
            let what = format!("{framework:?} {status}");
            assert_eq!(cause.as_deref(), Some("body: canary-text"), "{what}");
        }
    }
}

#[test]
fn a_text_that_no_log_may_hold_is_in_none() {
    for framework in FRAMEWORKS {
        let (response, cause) = told(framework, App::Silent, 403);
        assert!(response.text().contains(r#""reason":"canary-text""#));
        assert_eq!(cause, None, "{framework:?}");
        let (response, cause) = told(framework, App::Silent, 502);
        assert!(!response.text().contains("canary"), "{}", response.text());
        assert_eq!(cause, None, "{framework:?}");
    }
}

#[test]
fn fields_of_a_foreign_5xx_that_are_for_no_client_go_where_the_service_hides_them() {
    for framework in FRAMEWORKS {
        for (app, status, debug) in [
            (App::Hiding, 502, None),
            (App::Hiding, 403, Some("canary-exception")),
            (App::Silent, 502, Some("canary-exception")),
        ] {
            let (response, _) = told(framework, app, status);
            let what = format!("{framework:?} {app:?} {status}");
            assert_eq!(response.only("x-debug-exception"), debug, "{what}");
            assert_eq!(response.only("retry-after"), Some("5"), "{what}");
            assert_eq!(response.only("set-cookie"), Some("a=1"), "{what}");
        }
    }
}

#[test]
fn members_of_vary_are_there_once_however_many_layers_add_them() {
    for framework in FRAMEWORKS {
        for path in ["/inner/", "/inner/missing", "/missing"] {
            for accept in ["application/vnd.api+json", "application/vnd.api+json; v=1"] {
                let request = Request::get(path).header("accept", accept);
                let response = answer(framework, App::Nested, &request);
                let vary: Vec<_> = response.values("vary").collect();
                assert_eq!(vary, ["accept"], "{framework:?} {path} {accept}");
            }
        }
    }
}
