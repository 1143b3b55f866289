//! Whether what left is what should have, by promise.md §1.

use std::collections::BTreeSet;

use super::case::Case;
use super::header::FRESH;
use super::model::{Content, Envelope, Leaving, model};
use super::observed::{Observed, ObservedBody, ObservedEnd, OldBody};
use crate::body::{LAST_RESORT, check_body, check_bytes, holds};
use crate::expected::{Fields, expected_fault, resolve};
use crate::log::{Told, check_event};
use crate::render::check_date;
use crate::settings::Settings;
use crate::text::{CANARY, is_id, trace_id};

/// Asserts that what left is what should have.
pub(super) fn judge(case: &Case, mut observed: Observed, original: &ObservedBody) {
    let (leaving, asked) = model(case);
    let headers = [&case.settings, case.inner_settings()].map(Settings::id_header);
    let headers = BTreeSet::from(headers);
    let written = observed.fields.clone();
    for header in headers {
        check_id(case, header, &leaving, &mut observed);
        if let Some(seen) = &observed.asked {
            check_asked(header, seen, &asked);
        }
    }
    assert_eq!(observed.status, leaving.status, "the status");
    match &leaving.content {
        Content::Original => {
            let sorted = (observed.fields.sorted(), leaving.fields.clone().sorted());
            assert_eq!(sorted.0, sorted.1, "the header of an exempt response");
            // A word that is not true of a body costs it a poll of each layer.
            let has_word = case.reply().is_some_and(|reply| reply.carried.is_some());
            let read = |body: &ObservedBody| match has_word {
                true => body.without_pauses(),
                false => body.clone(),
            };
            let (left, written) = (read(&observed.body), read(original));
            assert_eq!(left, written, "the body of an exempt response");
            let is_untouched =
                |body: OldBody| body.polls <= 2 * u32::from(has_word) && !body.is_dropped;
            assert!(observed.old_body.is_none_or(is_untouched), "an exempt body");
            assert!(observed.events.is_empty(), "an event of an exempt response");
        }
        Content::Envelope(envelope) => {
            if let Some(OldBody { polls, is_dropped }) = observed.old_body {
                let has_word = case.reply().is_some_and(|reply| reply.carried.is_some());
                // A word that is not true of a body costs it a poll of each layer.
                let most = u32::from(envelope.may_be_read) + u32::from(has_word);
                assert!(polls <= most, "the old body was polled {polls} times");
                assert!(is_dropped, "the old body is kept");
            }
            let id = written.first(envelope.settings.id_header());
            let id = String::from_utf8_lossy(id.unwrap_or_default());
            check_envelope(case, envelope, &leaving, observed, &id);
        }
    }
}

/// Asserts that a response has exactly one id here, and which it is.
fn check_id(case: &Case, header: &str, leaving: &Leaving, observed: &mut Observed) {
    let ids: Vec<_> = observed.fields.all(header).map(<[u8]>::to_vec).collect();
    let expected: Vec<_> = leaving.fields.all(header).map(<[u8]>::to_vec).collect();
    if expected != [FRESH] {
        assert_eq!(ids, expected, "the fields {header}");
        return;
    }
    assert!(
        ids.len() == 1 && is_id(&ids[0]),
        "not exactly one id: {ids:?}"
    );
    let is_inbound = case.request.ids.iter().any(|inbound| inbound.0 == ids[0]);
    assert!(!is_inbound, "{ids:?} was refused");
    observed.fields.put(header, FRESH);
}

/// Asserts that the service is asked with one id that fits.
fn check_asked(header: &str, seen: &Fields, expected: &Fields) {
    let [seen, expected] = [seen, expected].map(|fields| fields.all(header).collect::<Vec<_>>());
    assert!(
        seen.len() == 1 && is_id(seen[0]),
        "the service is asked with {seen:?}"
    );
    assert!(
        expected == [FRESH] || seen == expected,
        "the service is asked with {seen:?}"
    );
}

/// Asserts that the log is told how the old body begins, where that is simple enough to be found.
fn check_told(event: &Told, envelope: &Envelope) {
    let begins = |text: &[u8]| {
        let text = &text[..text.len().min(1024)];
        let text = String::from_utf8_lossy(text);
        event.values().any(|value| value.contains(&*text))
    };
    let is_simple = |byte: &u8| byte.is_ascii_graphic() && *byte != b'\\';
    match &envelope.told {
        Some(text) if text.iter().all(is_simple) => {
            assert!(begins(text), "the old body is not in {event:?}");
        }
        None if envelope.fault.says_nothing() => {
            // The name of a code may end in the same word.
            let cause = event.get("cause").map_or("", String::as_str);
            let has_body = cause.starts_with("body: ") || cause.contains("; body: ");
            assert!(!has_body, "an old body is in {event:?}");
        }
        Some(_) | None => {}
    }
}

fn check_envelope(
    case: &Case,
    envelope: &Envelope,
    leaving: &Leaving,
    mut observed: Observed,
    id: &str,
) {
    let Envelope {
        fault, settings, ..
    } = envelope;
    let code = resolve(fault, settings.catalog());
    assert_eq!(
        observed.events.len(),
        1,
        "one event per error: {:?}",
        observed.events
    );
    check_event(&observed.events[0], id, &code.text(), code.status);
    check_told(&observed.events[0], envelope);
    let trace = observed.events[0].get("trace_id").map(String::as_str);
    assert_eq!(
        trace,
        case.request.traceparent().and_then(trace_id),
        "the trace id in the log"
    );

    let body = observed.body.bytes();
    assert_eq!(observed.body.end, ObservedEnd::Done, "an envelope ends");
    assert_eq!(
        observed.fields.first("content-length"),
        None,
        "the server counts"
    );
    let content_type = observed.fields.first("content-type").map(<[u8]>::to_vec);
    let content_type = content_type.unwrap_or_default();
    for name in ["content-type", "content-length"] {
        assert!(
            observed.fields.all(name).count() <= 1,
            "{name} more than once"
        );
        observed.fields.remove(name);
    }
    let mut expected = leaving.fields.clone();
    expected.remove("content-type");
    for (name, value) in observed
        .fields
        .0
        .iter()
        .filter(|(name, _)| name != "set-cookie")
    {
        assert!(!holds(value, CANARY), "a secret in {name}");
    }
    if envelope.is_grpc {
        assert!(body.is_empty(), "a gRPC status has no body");
        assert_eq!(content_type, b"application/grpc");
        for name in ["grpc-status", "grpc-message"] {
            assert_eq!(observed.fields.all(name).count(), 1, "one {name}");
            observed.fields.remove(name);
            expected.remove(name);
        }
    } else if !case.request.is_head {
        assert!(
            body.len() <= settings.limit() || body == LAST_RESORT,
            "{} bytes",
            body.len()
        );
        match expected_fault(fault, settings.catalog()) {
            Some(fault) => {
                check_body(&body, &content_type, &fault, settings, Some(id));
            }
            None => {
                check_bytes(&body);
            }
        }
    } else {
        assert!(body.is_empty(), "a body in answer to HEAD");
    }
    check_date(&mut observed.fields, &expected);
    assert_eq!(
        observed.fields.sorted(),
        expected.sorted(),
        "the header of an envelope"
    );
}
