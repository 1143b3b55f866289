//! Errors as the service sends them, for examples and for what is learned of its header fields.

use std::borrow::Cow;

use manila::adapter::ResponseHeader;
use manila::{Code, Detail, DetailType, Envelopes, Fault, Pointer, Violation};
use serde_json::{Value, json};

use crate::kinds::Kind;
use crate::shape::SAMPLE_ID;

/// An error as the service sends it.
pub(crate) struct Sent {
    pub(crate) body: Value,
    header: Header,
}

impl Sent {
    /// Whether the response has a header field of this name.
    pub(crate) fn has(&self, name: &'static str) -> bool {
        self.header.has(name)
    }
}

/// Returns an error as the service sends it with one of its statuses, with a value for each detail.
pub(crate) fn sent(envelopes: &Envelopes, kind: &Kind, status: u16) -> Sent {
    let fault = kind.fault_with(status);
    let mut fault = with_details(fault, kind.entry);
    if kind.has_violations {
        let place = Pointer::root().member("name");
        let missing = Violation::new("Must be a string.").with_pointer(place);
        fault = fault.with_violation(missing);
    }
    let rendered = envelopes.render(&fault, Some(SAMPLE_ID));
    let mut header = Header::default();
    rendered.apply(&mut header);
    Sent {
        body: serde_json::from_slice(rendered.body()).unwrap_or_default(),
        header,
    }
}

fn with_details(fault: Fault, code: Option<&Code>) -> Fault {
    let details = code.map_or(&[][..], Code::details).iter();
    details.fold(fault, |fault, detail| {
        fault.with_detail(detail.name(), value_of(detail))
    })
}

/// A value that a detail can have.
fn value_of(detail: &Detail) -> Value {
    let first = detail.allowed_values().first();
    match (detail.kind(), first) {
        (DetailType::Array, Some(value)) => json!([value]),
        (DetailType::Array, None) => json!([value_of_type(
            detail.item_kind().unwrap_or(DetailType::String)
        )]),
        (_, Some(value)) => json!(value),
        (kind, None) => value_of_type(kind),
    }
}

fn value_of_type(kind: DetailType) -> Value {
    match kind {
        DetailType::Integer => json!(1),
        DetailType::Number => json!(1.5),
        DetailType::Boolean => json!(true),
        DetailType::DateTime => json!("2030-01-31T12:00:00Z"),
        DetailType::Date => json!("2030-01-31"),
        DetailType::Uri => json!("https://example.com/"),
        DetailType::Uuid => json!(SAMPLE_ID),
        DetailType::Array => json!([]),
        DetailType::Object => json!({}),
        _ => json!("example"),
    }
}

/// The names of the header fields of a response.
#[derive(Debug, Default)]
struct Header(Vec<Cow<'static, str>>);

impl ResponseHeader for Header {
    fn has(&self, name: &'static str) -> bool {
        self.0.iter().any(|known| known == name)
    }

    fn set(&mut self, name: Cow<'static, str>, _value: Cow<'static, str>) {
        self.0.push(name);
    }

    fn append(&mut self, name: Cow<'static, str>, _value: Cow<'static, str>) {
        self.0.push(name);
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.0.retain(|name| keep(name));
    }
}
