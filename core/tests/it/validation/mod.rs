//! What validators find wrong, as a client is told it.

mod by_garde;
mod by_validator;

use manila::{Envelopes, Fault, render};
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
}

/// The violations of a fault, without their messages, which have to be sentences.
fn violations(fault: &Fault) -> Vec<Value> {
    let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    let rendered = render(fault, &envelopes.context(None));
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
