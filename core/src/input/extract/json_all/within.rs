//! The place of an error in a finished document.
//!
//! Inside of a value that `serde` has read before it knew its type, an error is told without its
//! place. That is known where one value alone is like the one that is named.

use std::cell::Cell;

use serde_json::Value;

use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::error::{DecodeError, Parts, Place, Spot};
use crate::input::extract::issue::DecodeIssue;
use crate::input::extract::subject::Subject;
use crate::input::extract::trace::Whereabouts;

/// How many errors are looked for inside the values that they were reported at: each takes a way through
/// all of that value.
pub(super) const MOST_SEARCHES: usize = 16;

/// Finds the place of an error that was reported at this one, unless it knows better.
pub(super) fn locate(
    error: DecodeError,
    reported_at: Place,
    body: &Value,
    searches_left: &Cell<usize>,
) -> (DecodeIssue, Whereabouts) {
    let Parts {
        issue,
        subject,
        place,
        ..
    } = error.into_parts();
    let Place { pointer: at, spot } = place.unwrap_or(reported_at);
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
            let Some(left) = searches_left.get().checked_sub(1) else {
                return (DecodeIssue::InvalidValue(None), Whereabouts::Inside(at));
            };
            searches_left.set(left);
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
            let found = found.pop().filter(|_| found.is_empty());
            if has_array(body, &at, found.as_ref()) {
                // It may stand for a struct, and then nothing in it is wrong by itself.
                return (DecodeIssue::InvalidValue(None), Whereabouts::Inside(at));
            }
            found.map_or(Whereabouts::Inside(at), Whereabouts::Value)
        }
    };
    (issue, place)
}

/// Whether there is an array within a value, on the way to another one if one is given.
fn has_array(body: &Value, within: &BoundedPointer, inner: Option<&BoundedPointer>) -> bool {
    let mut has_array = false;
    if let Some(value) = body.pointer(within.as_str()) {
        collect(value, within, &mut |value, place| {
            let is_on_way = inner.is_none_or(|inner| inner.is_within(place));
            has_array |= value.is_array() && is_on_way;
        });
    }
    has_array
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
