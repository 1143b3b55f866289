//! A fault on its way from core's front door to bytes.

use arbitrary::Arbitrary;
use manila::adapter::{Renderer, RequestContext};
use manila::{Envelopes, Fault, Rendered};

use crate::body::{LAST_RESORT, check_body, check_bytes, holds};
use crate::expected::{
    ExpectedCode, ExpectedFault, Fields, IMF_FIXDATE, add_fields, expected_fault, is_imf_fixdate,
    resolve,
};
use crate::fault::FaultCase;
use crate::ids::{Inbound, Traceparent, check_ids};
use crate::log::{check_event, listen};
use crate::settings::Settings;
use crate::text::{CANARY, is_field_name, is_field_value, is_id};

/// A fault, the service that it happens in, and the request.
#[derive(Debug, Clone, Arbitrary)]
pub struct Case {
    settings: Settings,
    fault: FaultCase,
    inbound: Inbound,
    traceparent: Traceparent,
    is_grpc: bool,
}

impl Case {
    pub(crate) const fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn build(&self) -> Fault {
        self.fault.build()
    }
}

/// Asserts what holds for every fault in every service.
///
/// # Panics
///
/// If something does not hold.
pub fn check(case: &Case) {
    check_ids(&case.settings, &case.inbound, &case.traceparent);
    let code = resolve(&case.fault, case.settings.catalog());
    let fault = case.fault.build();
    let envelopes = case.settings.envelopes();
    let id = std::str::from_utf8(&case.inbound.0)
        .ok()
        .filter(|id| is_id(id.as_bytes()));

    let context = RequestContext::new(id).with_grpc(case.is_grpc);
    let renderer = Renderer::new(envelopes.clone());
    let rendered = renderer.render(&fault, &context);
    let again = renderer.render(&fault.clone(), &context);
    if !case.is_grpc {
        let uncached = envelopes.render(&fault, id);
        assert_eq!(comparable(&rendered), comparable(&uncached), "what is kept");
    }
    assert_eq!(
        comparable(&rendered),
        comparable(&again),
        "the same input, other bytes"
    );
    assert_eq!(rendered.code(), code.text(), "the code");
    check_log(case, &fault, &rendered, id.unwrap_or("none"), &code);
    if case.is_grpc {
        check_grpc(&rendered);
        return;
    }
    assert_eq!(rendered.status(), code.status, "the status");
    check_fields(case, &rendered, &code);
    if let Some(expected) = expected_fault(&case.fault, case.settings.catalog()) {
        check_content(case, &envelopes, &fault, &rendered, &expected, id);
    } else {
        check_bytes(rendered.body());
    }
}

fn comparable(rendered: &Rendered) -> (u16, Fields, &[u8]) {
    (rendered.status(), fields_of(rendered), rendered.body())
}

fn fields_of(rendered: &Rendered) -> Fields {
    let mut fields = Fields::default();
    rendered.apply(&mut fields);
    fields
}

fn check_log(case: &Case, fault: &Fault, rendered: &Rendered, id: &str, code: &ExpectedCode) {
    let ((), events) = listen(|| rendered.log(fault, id, None));
    assert_eq!(events.len(), 1, "one event per error: {events:?}");
    check_event(&events[0], id, &code.text(), code.status);
    let cause = events[0].get("cause");
    let tells_cause = cause.is_some_and(|cause| cause.contains("canary-cause"));
    assert_eq!(
        tells_cause,
        case.fault.has_cause(),
        "the cause in the log: {cause:?}"
    );
}

fn check_fields(case: &Case, rendered: &Rendered, code: &ExpectedCode) {
    let mut fields = fields_of(rendered);
    for (name, value) in &fields.0 {
        assert!(is_field_name(name), "{name:?} is no field name");
        assert!(is_field_value(value), "{value:?} is no field value");
        assert!(!holds(value, CANARY), "a secret in {name}");
    }
    assert_eq!(fields.all("content-type").count(), 1, "one content type");
    fields.remove("content-type");
    let mut expected = Fields::default();
    add_fields(&mut expected, &case.fault, code, &case.settings);
    check_date(&mut fields, &expected);
    assert_eq!(fields.sorted(), expected.sorted(), "the header fields");
}

/// Where a date is expected, any date will do.
pub(crate) fn check_date(fields: &mut Fields, expected: &Fields) {
    if expected.first("retry-after") == Some(IMF_FIXDATE.as_bytes()) {
        let date = fields.first("retry-after").unwrap_or_default();
        assert!(is_imf_fixdate(date), "{date:?} is no date of RFC 9110");
        fields.put("retry-after", IMF_FIXDATE);
    }
}

fn check_content(
    case: &Case,
    envelopes: &Envelopes,
    fault: &Fault,
    rendered: &Rendered,
    expected: &ExpectedFault,
    id: Option<&str>,
) {
    let unbounded = envelopes.clone().body_limit(usize::MAX);
    let full = unbounded.render(fault, id);
    let [is_faults, _] = [&full, rendered].map(|rendered| {
        let content_type = rendered.content_type().as_bytes();
        check_body(rendered.body(), content_type, expected, &case.settings, id)
    });
    assert!(
        is_faults,
        "the constant envelope leaves though there is room"
    );
    let (limit, length) = (case.settings.limit(), rendered.body().len());
    if full.body().len() <= limit {
        assert_eq!(full.body(), rendered.body(), "what fits is whole");
        return;
    }
    let least = least(case, expected, &unbounded, id);
    assert!(
        length <= limit || rendered.body() == LAST_RESORT,
        "{length} bytes of at most {limit}"
    );
    if least.body().len() + TRUNCATED <= limit {
        assert_eq!(
            rendered.content_type(),
            least.content_type(),
            "the style is left too early"
        );
    }
}

/// The most bytes that saying how much is left out takes.
const TRUNCATED: usize = r#","details":{"truncated":1000000}"#.len();

/// The fault with all that the bounds can leave out left out.
fn least(
    case: &Case,
    expected: &ExpectedFault,
    unbounded: &Envelopes,
    id: Option<&str>,
) -> Rendered {
    let generic = FaultCase {
        message: Some(crate::text::Text(expected.shortest_message.clone())),
        details: Vec::new(),
        members: None,
        reason: None,
        violations: Vec::new(),
        ..case.fault.clone()
    };
    unbounded.render(&generic.build(), id)
}

fn check_grpc(rendered: &Rendered) {
    assert_eq!(
        (rendered.status(), rendered.body()),
        (200, &[][..]),
        "trailers only"
    );
    let fields = fields_of(rendered);
    let status = fields.first("grpc-status").unwrap_or_default();
    let number: Option<u8> = std::str::from_utf8(status)
        .ok()
        .and_then(|code| code.parse().ok());
    assert!(
        number.is_some_and(|code| (1..=16).contains(&code)),
        "{status:?} is no gRPC status"
    );
    let message = fields.first("grpc-message").unwrap_or_default();
    assert!(
        message.iter().all(|byte| (b' '..=b'~').contains(byte)),
        "{message:?}"
    );
    assert!(message.len() <= 4096, "{} bytes", message.len());
    assert!(!holds(message, CANARY), "a secret in grpc-message");
    assert_eq!(fields.first("content-type"), Some(&b"application/grpc"[..]));
    assert_eq!(fields.first("cache-control"), Some(&b"no-store"[..]));
    let code = rendered.code().as_bytes();
    assert_eq!(fields.first("x-error-code"), Some(code));
    let pushback = fields.first("grpc-retry-pushback-ms");
    let is_number = |value| str::from_utf8(value).is_ok_and(|it| it.parse::<i32>().is_ok());
    assert!(pushback.is_none_or(is_number), "{pushback:?}");
    let expected = 5 + usize::from(pushback.is_some());
    assert_eq!(fields.0.len(), expected, "{fields:?}");
}
