//! Occurrences of codes, with everything that one can have.

use std::time::Duration;

use manila::{Applied, Code, Condition, Detail, DetailType, Fault, Pointer, Violation};
use serde_json::{Value, json};

/// A value of a detail.
pub(crate) fn value(detail: &Detail) -> Value {
    let of_type = |kind| match kind {
        DetailType::Integer => json!(-12),
        DetailType::Number => json!(0.5),
        DetailType::Boolean => json!(false),
        DetailType::DateTime => json!("2031-02-28T23:59:59.5+02:00"),
        DetailType::Date => json!("2031-02-28"),
        DetailType::Uri => json!("urn:isbn:0451450523"),
        DetailType::Uuid => json!("9b2f0c1e-7b1a-4d57-8a3e-0f7f3f3d3c11"),
        DetailType::Array => json!([]),
        DetailType::Object => json!({ "a": [1] }),
        _ => json!("<text>"),
    };
    match (detail.kind(), detail.allowed_values().last()) {
        (DetailType::Array, Some(value)) => json!([value, value]),
        (DetailType::Array, None) => {
            json!([of_type(detail.item_kind().unwrap_or(DetailType::Any))])
        }
        (_, Some(value)) => json!(value),
        (kind, None) => of_type(kind),
    }
}

fn with_details(fault: Fault, code: &Code, is_wanted: impl Fn(&Detail) -> bool) -> Fault {
    let details = code.details().iter().filter(|detail| is_wanted(detail));
    details.fold(fault, |fault, detail| {
        fault.with_detail(detail.name(), value(detail))
    })
}

/// An occurrence with what the catalog demands, and no more.
pub(crate) fn bare(code: &'static Code) -> Fault {
    with_details(Fault::new(code), code, |detail| {
        detail.is_required() == Some(true)
    })
}

/// Occurrences of a code: bare, with details, with more than the catalog knows, with violations.
pub(crate) fn occurrences(code: &'static Code) -> Vec<(&'static str, Fault)> {
    let detailed = || with_details(Fault::new(code), code, |_| true);
    let more = detailed()
        .with_detail("nobody_declares_it", json!([{ "a": null }]))
        .with_message("Something else.")
        .with_retry_after(Duration::from_secs(7))
        .with_applied(Applied::Unknown)
        .with_reason("a text of another");
    vec![
        ("bare", bare(code)),
        ("detailed", detailed()),
        ("more", more),
        ("violations", bare(code).with_violations(violations(code))),
        (
            "all",
            detailed()
                .with_violations(violations(code))
                .with_applied(Applied::No),
        ),
    ]
}

/// Violations of every kind.
fn violations(code: &'static Code) -> Vec<Violation> {
    vec![
        Violation::new("Must be another.").with_pointer(Pointer::root().member("a~b").index(7)),
        Violation::new("Must be an integer.")
            .with_condition(Condition::WrongType)
            .with_parameter("page")
            .with_detail("expected", "integer"),
        Violation::new("Too long.")
            .with_rule("max_length")
            .with_header("if-match")
            .with_detail("max", 7),
        Violation::new("It is taken.").with_code(code),
    ]
}
