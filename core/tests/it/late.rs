//! Faults where no response can be made.

use std::sync::{Arc, Mutex};

use manila::adapter::{Renderer, RequestContext};
use manila::{Condition, Envelopes, ErrorReport, Fault, Object, PublicFault, Violation};

use crate::support::logged;

manila::catalog! { enum ApiError = "../catalogs/vibehost.toml" }

fn styles() -> [Envelopes; 5] {
    let own = |fault: &PublicFault<'_>, body: &mut Object<'_>| body.string("m", fault.message());
    [
        Envelopes::ok_error().request_id_in_body(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
        Envelopes::custom("application/vnd.acme+json", own).unwrap(),
    ]
    .map(|envelopes| envelopes.catalog(ApiError::CATALOG))
}

fn faults() -> [Fault; 5] {
    [
        ApiError::Conflict.fault(),
        ApiError::Conflict
            .fault()
            .with_message("line\nbreak \u{2028} and\r\nmore")
            .with_detail("since", "a\nb")
            .with_violation(Violation::new("Wrong.").with_parameter("a\nb")),
        ApiError::Internal
            .fault()
            .with_message("canary-message")
            .with_detail("canary", "canary-detail")
            .because_text("canary-cause"),
        Fault::foreign(418).with_reason("short"),
        Fault::condition(Condition::Panic).because_text("canary-panic"),
    ]
}

#[test]
fn the_text_is_the_body_of_a_response_in_one_line() {
    for envelopes in styles() {
        let renderer = Renderer::new(envelopes.clone());
        for fault in faults() {
            let body = envelopes.render(&fault, Some("abc-123")).into_body();
            let text = envelopes.render_text(&fault, Some("abc-123"));
            assert_eq!(text.as_bytes(), body);
            assert!(!text.contains(char::is_control), "{text:?}");
            assert!(!text.contains("canary"), "{text}");
            for _ in 0..2 {
                // What is written is no gRPC status, whatever the request was.
                let request = RequestContext::new(Some("abc-123")).with_grpc(true);
                assert_eq!(renderer.render_text(&fault, &request), text);
            }
        }
    }
}

#[test]
fn each_is_logged_once_as_a_response_is() {
    type Write = fn(&Envelopes, &Fault);
    let writes: [Write; 4] = [
        |envelopes, fault| drop(envelopes.render_text(fault, Some("abc-123"))),
        |envelopes, fault| drop(envelopes.render_close_reason(fault, Some("abc-123"))),
        |envelopes, fault| {
            let renderer = Renderer::new(envelopes.clone());
            drop(renderer.render_text(fault, &RequestContext::new(Some("abc-123"))));
        },
        |envelopes, fault| {
            let renderer = Renderer::new(envelopes.clone());
            drop(renderer.render_close_reason(fault, &RequestContext::new(Some("abc-123"))));
        },
    ];
    for envelopes in styles() {
        for fault in faults() {
            for field in ["request_id", "code", "status"] {
                let rendered = envelopes.render(&fault, Some("abc-123"));
                let (_, expected) = logged(field, || rendered.log(&fault, "abc-123", None));
                assert_eq!(expected.len(), 1);
                for write in writes {
                    let (_, found) = logged(field, || write(&envelopes, &fault));
                    assert_eq!(found, expected, "{field}");
                }
            }
        }
    }
}

#[test]
fn an_observer_is_told_of_each_and_a_service_may_leave_the_event_to_it() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let observer = Arc::clone(&told);
    let envelopes = Envelopes::ok_error().observe(move |report: &ErrorReport<'_>| {
        let told = (
            report.code().to_owned(),
            report.request_id().map(str::to_owned),
        );
        observer.lock().unwrap().push(told);
    });
    let fault = Fault::condition(Condition::Gone);
    for (envelopes, events) in [(envelopes.clone(), 2), (envelopes.no_event(), 0)] {
        let (_, logged) = logged("code", || {
            let _ = envelopes.render_text(&fault, Some("abc-123"));
            let _ = envelopes.render_close_reason(&fault, None);
        });
        assert_eq!(logged.len(), events);
        let expected = [Some("abc-123"), None].map(|id| ("gone".to_owned(), id.map(str::to_owned)));
        assert_eq!(std::mem::take(&mut *told.lock().unwrap()), expected);
    }
    let (_, ids) = logged("request_id", || {
        Envelopes::ok_error().render_text(&fault, None)
    });
    assert!(ids.is_empty(), "{ids:?}");
}

#[test]
fn a_close_reason_fits_its_frame_and_shows_no_more_than_a_client_may_read() {
    let reason = |fault: &Fault| {
        let reasons = styles().map(|envelopes| envelopes.render_close_reason(fault, None));
        assert!(reasons.iter().all(|reason| *reason == reasons[0]));
        let [reason, ..] = reasons;
        reason
    };
    let conflict = |message: String| ApiError::Conflict.fault().with_message(message);
    assert_eq!(reason(&conflict("No.".to_owned())), "CONFLICT: No.");
    let fits = 123 - "CONFLICT: ".len();
    for (message, length) in [
        ("x".repeat(fits), 123),
        ("x".repeat(fits + 1), 123),
        ("é".repeat(100), 123),
        ("€".repeat(100), 121),
        ("𝄞".repeat(100), 121),
        ("x".repeat(100_000), 123),
    ] {
        let is_cut = message.len() > fits;
        let reason = reason(&conflict(message));
        assert!(reason.len() <= 123, "{reason}");
        assert_eq!(reason.len(), length, "{reason}");
        assert_eq!(reason.ends_with('…'), is_cut, "{reason}");
    }
    for fault in faults() {
        assert!(!reason(&fault).contains("canary"), "{fault}");
    }
    assert!(reason(&ApiError::Internal.fault()).starts_with("INTERNAL: "));
}
