//! What validators find wrong, as a client is told it.

mod by_garde;
mod by_validator;
mod sent_names;
mod statuses;

use manila::{Envelopes, Fault};
use serde_json::{Value, json};

/// What the service under test answers with.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum ApiError {
    #[error("The request is not valid.")]
    #[error_code(status = 422, condition = "validation")]
    Invalid,
    #[error("A value cannot be taken.")]
    #[error_code(status = 422, condition = "invalid_value")]
    InvalidValue,
    #[error("A value is missing.")]
    #[error_code(status = 422, condition = "missing_field")]
    Missing,
    #[error("This is no email address.")]
    #[error_code(status = 422, rule = "email")]
    InvalidEmail,
    #[error("This is too long.")]
    #[error_code(status = 422, rule = "max_length")]
    TooLong,
    #[error("This is not within the limits.")]
    #[error_code(status = 422, rule = "range")]
    OutOfRange,
    #[error("The two are not the same.")]
    #[error_code(status = 422, rule = "matches")]
    Different,
    #[error("Somebody has this.")]
    #[error_code(status = 409)]
    Taken,
}

/// The violations of a fault, without their messages, which have to be sentences.
fn violations(fault: &Fault) -> Vec<Value> {
    let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    let rendered = envelopes.render(fault, None);
    assert_eq!(rendered.status(), 422);
    let mut body: Value = serde_json::from_slice(rendered.body()).unwrap();
    assert_eq!(body["error"]["code"], "invalid");
    let Value::Array(mut violations) = body["error"]["details"]["errors"].take() else {
        panic!("there are no violations in {body}");
    };
    for violation in &mut violations {
        let message = violation
            .as_object_mut()
            .unwrap()
            .remove("message")
            .unwrap();
        let message = message.as_str().unwrap();
        assert!(
            message.ends_with('.') && !message.contains(['{', '\u{10FFFF}']),
            "{message}"
        );
    }
    violations
}

/// A violation in the body.
fn at(code: &str, pointer: &str, details: Value) -> Value {
    violation(json!({ "code": code, "pointer": pointer }), details)
}

/// A violation in the query or the path.
fn of(code: &str, parameter: &str, details: Value) -> Value {
    violation(json!({ "code": code, "parameter": parameter }), details)
}

fn violation(mut violation: Value, details: Value) -> Value {
    if !details.is_null() {
        violation["details"] = details;
    }
    violation
}

/// Bodies that break one rule which both validators have, and the violation.
fn common_cases() -> Vec<(Value, Value)> {
    let other = |pointer, details| at("invalid_value", pointer, details);
    let none = Value::Null;
    vec![
        (
            json!({"email": "x"}),
            at("invalid_email", "/email", none.clone()),
        ),
        (
            json!({"age": 7}),
            at("out_of_range", "/age", json!({"min": 18})),
        ),
        (
            json!({"age": 121}),
            at("out_of_range", "/age", json!({"max": 120})),
        ),
        (
            json!({"tags": ["", "", "", "", "", ""]}),
            at("too_long", "/tags", json!({"max": 5})),
        ),
        (
            json!({"homeAddress": {}}),
            at("missing", "/homeAddress", json!({"member": "town"})),
        ),
        (
            json!({"homeAddress": {"town": "U"}}),
            other("/homeAddress/town", json!({"min": 2})),
        ),
        (json!({"type": "x"}), other("/type", none.clone())),
        (json!({"anyIp": "x"}), other("/anyIp", none)),
        (
            json!({"hyphenated": "x"}),
            other("/hyphenated", json!({"text": "-"})),
        ),
        (
            json!({"page-size": 101}),
            at("out_of_range", "/page-size", json!({"max": 100})),
        ),
    ]
}

/// Asserts what is told of each case that both have, and of one validator's own.
fn check_cases(own: Vec<(Value, Value)>, told: impl Fn(&Value) -> Vec<Value>) {
    for (body, expected) in common_cases().into_iter().chain(own) {
        assert_eq!(told(&body), [expected], "{body}");
    }
}

/// Asserts that nothing is told of what is valid.
fn check_valid(told: impl Fn(&Value) -> Vec<Value>) {
    for body in [
        json!({}),
        json!({"email": "ada@example.com", "age": 18, "homeAddress": {"town": "Ulm"}}),
    ] {
        assert!(told(&body).is_empty(), "{body}");
    }
}
