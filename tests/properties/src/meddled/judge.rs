//! The judgement of what has left.

use super::case::{Case, Style};
use super::change::REPLACED;
use super::framework::{Asked, Framework};
use super::made::Made;
use super::model::{Outcome, Seen};
use super::source::{DATA, DETAIL, FOREIGN};
use crate::body::{check_body, check_bytes, holds};
use crate::expected::{Fields, expected_fault, resolve};
use crate::log::{Told, listen};
use crate::settings::{self, Settings};
use crate::text::CANARY;

/// The id that every request comes with.
const ID: &str = "of-the-request";

/// What has left, read to its end.
struct Left {
    status: u16,
    fields: Fields,
    body: Vec<u8>,
}

pub(super) fn check<F: Framework>(case: &Case) {
    let (made, events) = listen(|| leave::<F>(case));
    let has_phrase = made.has_phrase;
    let made = match case.outside {
        Some(outside) => outside.apply(made),
        None => made,
    };
    let left = Left {
        status: made.status,
        fields: made.fields,
        body: made.body.collect(),
    };
    let (seen, outcome, told) = Seen::last(case);
    if matches!(outcome, Outcome::Enveloped { .. }) {
        assert!(!has_phrase, "{}: another's phrase", F::NAME);
    }
    check_secrets(F::NAME, &left, &outcome);
    check_length(F::NAME, &left, &outcome);
    if case.is_head {
        if matches!(outcome, Outcome::Enveloped { .. }) {
            assert!(left.body.is_empty(), "{}: HEAD has a body", F::NAME);
        }
        return;
    }
    if case.outside.is_none() {
        check_left(F::NAME, case, &left, &seen, &outcome);
        check_told(F::NAME, &events, told, &outcome);
    }
}

/// What leaves the layers.
fn leave<F: Framework>(case: &Case) -> Made {
    let mut fields = Fields::default();
    fields.add("x-request-id", ID);
    let asked = Asked {
        is_head: case.is_head,
        fields,
    };
    F::through(
        &settings(case.style),
        &asked,
        Box::new(|asked| {
            let changes = case.inside.iter();
            let made = changes.fold(case.source.make(), |made, change| change.apply(made));
            let Some(between) = &case.nested else {
                return made;
            };
            let inner = settings(Style::OkError);
            let made = F::through(&inner, &asked, Box::new(|_| made));
            between.iter().fold(made, |made, change| change.apply(made))
        }),
    )
}

fn settings(style: Style) -> Settings {
    Settings::plain(match style {
        Style::OkError => settings::Style::OkError,
        Style::JsonApi => settings::Style::JsonApi,
        Style::CodeData => settings::Style::CodeData,
        Style::Problem => settings::Style::Problem,
    })
}

/// Whatever middleware does, no secret leaves, nor what was said under a 5xx.
fn check_secrets(name: &str, left: &Left, outcome: &Outcome) {
    let shown = String::from_utf8_lossy(&left.body);
    assert!(!holds(&left.body, CANARY), "{name}: a secret in {shown}");
    for (field, value) in &left.fields.0 {
        assert!(!holds(value, CANARY), "{name}: a secret in {field}");
    }
    if let Outcome::Enveloped {
        fault,
        is_believed,
        has_unknown_reason,
    } = outcome
    {
        let is_servers = resolve(fault, None).status >= 500;
        for text in [FOREIGN, REPLACED, DETAIL, DATA] {
            let is_meant = !is_servers
                && (*is_believed && text == DETAIL
                    || fault.reason.is_some()
                    || *has_unknown_reason);
            assert!(
                is_meant || !holds(&left.body, text),
                "{name}: {text:?} in {shown}"
            );
        }
    }
}

/// The server counts what it sends, also where middleware has changed it.
fn check_length(name: &str, left: &Left, outcome: &Outcome) {
    if let Some(length) = left.fields.first("content-length") {
        assert_eq!(
            length,
            left.body.len().to_string().as_bytes(),
            "{name}: content-length of {outcome:?}"
        );
    }
}

fn check_left(name: &str, case: &Case, left: &Left, seen: &Seen, outcome: &Outcome) {
    assert_eq!(left.status, seen.status, "{name}: the status");
    let ids: Vec<_> = left.fields.all("x-request-id").collect();
    assert_eq!(ids.len(), 1, "{name}: one id");
    let id = std::str::from_utf8(ids[0]).expect("ASCII");
    match outcome {
        Outcome::Passed => {
            if let Some(body) = &seen.body {
                let (found, expected) = (
                    String::from_utf8_lossy(&left.body),
                    String::from_utf8_lossy(body),
                );
                assert_eq!(found, expected, "{name}: what passes is changed");
            }
        }
        Outcome::Wrapped => {
            let shown = String::from_utf8_lossy(&left.body);
            check_bytes(&left.body);
            assert!(holds(&left.body, DATA), "{name}: no data in {shown}");
            check_representation(name, left);
        }
        Outcome::Enveloped {
            fault,
            has_unknown_reason,
            ..
        } => {
            let code = resolve(fault, None);
            assert_eq!(
                left.fields.all("x-error-code").collect::<Vec<_>>(),
                [code.text().as_bytes()],
                "{name}: the code"
            );
            check_representation(name, left);
            let caching: Vec<_> = left.fields.all("cache-control").collect();
            assert_eq!(caching, [b"no-store"], "{name}: caching");
            let content_type = left.fields.first("content-type").expect("a content type");
            if *has_unknown_reason {
                check_bytes(&left.body);
            } else {
                let expected = expected_fault(fault, None).expect("nothing in it is unclear");
                let settings = settings(case.style);
                check_body(&left.body, content_type, &expected, &settings, Some(id));
            }
        }
    }
}

/// Nothing is left of the representation that was replaced.
fn check_representation(name: &str, left: &Left) {
    for field in ["content-encoding", "content-length", "etag"] {
        assert_eq!(left.fields.first(field), None, "{name}: {field}");
    }
    assert_eq!(left.fields.all("content-type").count(), 1, "{name}");
}

fn check_told(name: &str, events: &[Told], told: usize, outcome: &Outcome) {
    assert!(events.len() <= told, "{name}: {events:?}");
    let Outcome::Enveloped { fault, .. } = outcome else {
        return;
    };
    let last = events.last().unwrap_or_else(|| panic!("{name}: untold"));
    let code = resolve(fault, None);
    assert_eq!(last.get("code"), Some(&code.text()), "{name}: the event");
}
