//! Bodies of JSON (RFC 8259), read by `serde_json`.
//!
//! A body that fits is read once. One that does not is read again, along the path to the mistake,
//! to find out where it is.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Deserializer;
use serde_json::error::Category;

use super::body::no_body;
use super::issue::DecodeIssue;
use super::place::{ends_in, ends_in_variant, pointer_of};
use crate::Condition;
use crate::fault::Fault;
use crate::input::bounded_pointer::BoundedPointer;

/// Reads a value from a body of JSON (RFC 8259). It stops at the first mistake; `json_all`, behind
/// a feature, finds all of them.
///
/// ```
/// use manila::Envelopes;
/// use manila::extract::json;
///
/// let seats: Vec<u8> = json(b"[1, 2]").unwrap();
/// assert_eq!(seats, [1, 2]);
///
/// let fault = json::<Vec<u8>>(b"[1, 2").unwrap_err();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// assert_eq!(rendered.status(), 400);
/// assert!(rendered.body().ends_with(br#""details":{"line":1,"column":5}}}"#));
/// ```
///
/// # Errors
///
/// The condition `invalid_json` with the details `line` and `column`, both from 1, if the body is
/// not JSON, or with a violation that says so if there is no body. Else the condition of the mistake
/// (`missing_field`, `wrong_type`, …) with a violation, whose JSON Pointer names the value; for a
/// missing member it names the object that lacks it, and for a value inside names of more than 1 KiB
/// together a value around it.
pub fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    // The path is followed only where there is something to point to: it costs allocations.
    if let Ok(value) = serde_json::from_slice(body) {
        return Ok(value);
    }
    follow(body)
}

fn follow<T: DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    if body.is_empty() {
        return Err(no_body());
    }
    // A type can refuse a value before the reader meets what is no JSON behind it.
    if let Err(error) = serde_json::from_slice::<IgnoredAny>(body) {
        return Err(syntax(&error));
    }
    let mut deserializer = Deserializer::from_slice(body);
    let error = match serde_path_to_error::deserialize(&mut deserializer) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let Some((issue, pointer)) = told(&error) else {
        return Err(syntax(error.inner()));
    };
    let pointer = place(&issue, pointer).into_pointer();
    Err(Fault::detected(issue.condition()).with_violation(issue.violation().with_pointer(pointer)))
}

/// The issue that a type has with a body of JSON, and its place; `None` where the body is not
/// JSON.
fn told(
    error: &serde_path_to_error::Error<serde_json::Error>,
) -> Option<(DecodeIssue, BoundedPointer)> {
    let pointer = pointer_of(error.path());
    let message = error.inner().to_string();
    match issue_of(error.inner(), &message) {
        // Of a variant that holds something there is the name alone, which is a text.
        Some(issue)
            if message.starts_with("invalid type: unit variant")
                && ends_in_variant(error.path()) =>
        {
            Some((issue, pointer.parent()))
        }
        Some(issue) => Some((issue, pointer)),
        None if NO_JSON.iter().any(|start| message.starts_with(start)) => None,
        // An enum that is neither a text nor an object with one member.
        None if message.starts_with("expected value") => {
            Some((DecodeIssue::WrongType(None), pointer))
        }
        // A name that only begins like a number: the path ends at that number.
        None if message.starts_with("expected `\"`") => {
            Some((DecodeIssue::InvalidValue, pointer.parent()))
        }
        // An array that is longer than a tuple, or a name that is no number.
        None => Some((DecodeIssue::InvalidValue, pointer)),
    }
}

/// How the reader's sentences begin about what `IgnoredAny` lets pass and is no JSON, or nested too
/// deeply to be read. What it refuses otherwise is JSON that does not fit the type.
const NO_JSON: [&str; 4] = [
    "invalid unicode code point",
    "lone leading surrogate in hex escape",
    "unexpected end of hex escape",
    "recursion limit exceeded",
];

/// The place of an issue that a deserializer has met at this one.
pub(super) fn place(issue: &DecodeIssue, pointer: BoundedPointer) -> BoundedPointer {
    match issue {
        // The deserializer is at the object when it misses or repeats one of its members.
        DecodeIssue::Duplicate(name) => pointer.member(name),
        DecodeIssue::Unknown(name) if !ends_in(&pointer, name) => pointer.member(name),
        _ => pointer,
    }
}

/// Returns the fault of a body that the framework itself has tried to read, as [`json`] has it but
/// without a place: `serde_json` alone does not know it.
///
/// ```
/// use manila::extract::json_error;
///
/// let error = serde_json::from_str::<Vec<u8>>(r#"["one"]"#).unwrap_err();
/// assert_eq!(json_error(&error).http_status(), 422);
/// let error = serde_json::from_str::<Vec<u8>>("[1").unwrap_err();
/// assert_eq!(json_error(&error).http_status(), 400);
/// ```
#[must_use]
pub fn json_error(error: &serde_json::Error) -> Fault {
    match issue_of(error, &error.to_string()) {
        Some(issue) => Fault::detected(issue.condition()),
        None if error.is_eof() && (error.line(), error.column()) == (1, 0) => no_body(),
        None => syntax(error),
    }
}

/// The issue with a value, by the reader's words; `None` where the body is not JSON.
fn issue_of(error: &serde_json::Error, message: &str) -> Option<DecodeIssue> {
    // What the grammar allows and no number of the service's can hold.
    let is_out_of_range = message.starts_with("number out of range");
    (error.classify() == Category::Data || is_out_of_range).then(|| DecodeIssue::of(message))
}

/// A body that is no JSON has no value to point to.
fn syntax(error: &serde_json::Error) -> Fault {
    let fault = Fault::detected(Condition::InvalidJson);
    match error.line() {
        0 => fault,
        line => fault
            .with_detail("line", line)
            .with_detail("column", error.column()),
    }
}
