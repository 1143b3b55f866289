//! The place of an error in a finished document.
//!
//! Inside of a value that `serde` has read before it knew its type, an error is told without its
//! place. That is known where one value alone is like the one that is named.

use serde_json::Value;

use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::error::{DecodeError, Parts, Place, Spot};
use crate::input::extract::issue::DecodeIssue;
use crate::input::extract::subject::Subject;
use crate::input::extract::trace::Whereabouts;

/// Finds the place of an error that was reported at this one, unless it knows better.
pub(super) fn locate(
    error: DecodeError,
    reported_at: BoundedPointer,
    body: &Value,
) -> (DecodeIssue, Whereabouts) {
    let Parts {
        issue,
        subject,
        place,
        ..
    } = error.into_parts();
    let (at, spot) = match place {
        Some(Place { pointer, spot }) => (pointer, spot),
        None => (reported_at, Spot::Value),
    };
    let value = || body.pointer(at.as_str());
    let place = match (spot, &issue) {
        (Spot::Name, DecodeIssue::Unknown(name)) => Whereabouts::Value(at.member(name)),
        (Spot::Value, DecodeIssue::Missing(name)) if !at.is_cut() => {
            let members = value().and_then(Value::as_object);
            if members.is_none_or(|members| members.contains_key(name)) {
                return (DecodeIssue::InvalidValue(None), Whereabouts::Value(at));
            }
            Whereabouts::Value(at)
        }
        (Spot::Name, _) => Whereabouts::Name(at),
        (Spot::Variant, DecodeIssue::NotAllowed(_)) if value().is_some_and(Value::is_object) => {
            Whereabouts::Name(at)
        }
        (Spot::Value | Spot::Variant, _) => Whereabouts::Value(at),
        (Spot::Inside, _) if at.is_cut() => Whereabouts::Inside(at),
        (Spot::Inside, issue) => {
            let mut found = Vec::new();
            if let Some(value) = value() {
                collect(value, &at, &mut |value, place| match (issue, &subject) {
                    (DecodeIssue::Missing(name), _) => {
                        let members = value.as_object();
                        if members.is_some_and(|members| !members.contains_key(name)) {
                            found.push(place.clone());
                        }
                    }
                    (DecodeIssue::Unknown(name), _) => {
                        let members = value.as_object();
                        if members.is_some_and(|members| members.contains_key(name)) {
                            found.push(place.member(name));
                        }
                    }
                    (_, subject) if *place != at && is_like(value, subject) => {
                        found.push(place.clone());
                    }
                    _ => {}
                });
            }
            match found.pop() {
                Some(only) if found.is_empty() => Whereabouts::Value(only),
                _ => Whereabouts::Inside(at),
            }
        }
    };
    (issue, place)
}

/// Shows a value, and each that is inside of it.
fn collect(value: &Value, place: &BoundedPointer, show: &mut impl FnMut(&Value, &BoundedPointer)) {
    show(value, place);
    match value {
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                collect(value, &place.index(index), show);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                collect(value, &place.member(name), show);
            }
        }
        _ => {}
    }
}

fn is_like(value: &Value, subject: &Subject) -> bool {
    match (value, subject) {
        (Value::Null, Subject::Null)
        | (Value::Array(_), Subject::Array)
        | (Value::Object(_), Subject::Object) => true,
        (Value::Bool(value), Subject::Bool(subject)) => value == subject,
        (Value::String(value), Subject::Text(subject)) => *value == **subject,
        (Value::Number(value), Subject::Unsigned(subject)) => value.as_u64() == Some(*subject),
        (Value::Number(value), Subject::Signed(subject)) => value.as_i64() == Some(*subject),
        (Value::Number(value), Subject::Float(subject)) => value.as_f64() == Some(*subject),
        _ => false,
    }
}
