//! The place of an error in a document.
//!
//! Inside of a value that `serde` has read before it knew its type, an error is told without its
//! place. That is known where one value alone is like the one that is named.

use std::cell::Cell;

use super::document::{Kind, Sent};
use super::finder::Finder;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::error::{DecodeError, Parts};
use crate::input::extract::issue::DecodeIssue;
use crate::input::extract::place::{Place, Spot};
use crate::input::extract::subject::Subject;
use crate::input::extract::trace::Whereabouts;

/// How many errors are looked for inside the values that they were reported at: each takes a way through
/// all of that value.
pub(super) const MOST_SEARCHES: usize = 16;

/// Finds the place of an error that was reported at this one, unless it knows better.
pub(super) fn locate(
    error: &DecodeError,
    reported_at: Place,
    finder: &mut Finder<'_, '_>,
    searches_left: &Cell<usize>,
) -> (DecodeIssue, Whereabouts) {
    let Parts {
        issue,
        subject,
        place,
        ..
    } = error.parts().clone();
    let Place { pointer: at, spot } = place.unwrap_or(reported_at);
    let place = match (spot, &issue) {
        (Spot::Name, DecodeIssue::Unknown(name)) => Whereabouts::Value(at.member(name)),
        (Spot::Value, DecodeIssue::Missing(name)) if !at.is_cut() => {
            if !finder.lacks(at.as_str(), name) {
                return (DecodeIssue::InvalidValue(None), Whereabouts::Value(at));
            }
            Whereabouts::Value(at)
        }
        (Spot::Name, _) => Whereabouts::Name(at),
        (Spot::Value, _) => Whereabouts::Value(at),
        (Spot::Inside, _) if at.is_cut() => Whereabouts::Inside(at),
        (Spot::Inside, issue) => {
            let Some(left) = searches_left.get().checked_sub(1) else {
                return (DecodeIssue::InvalidValue(None), Whereabouts::Inside(at));
            };
            searches_left.set(left);
            let mut found = Found::default();
            let around = finder.find(at.as_str());
            if let Some(value) = around {
                collect(value, &at, &mut |value, place| match (issue, &subject) {
                    (DecodeIssue::Missing(name), _)
                        if value.is_object() && !value.has_member(name) =>
                    {
                        found.add(place.clone());
                    }
                    (DecodeIssue::Unknown(name), _) if value.has_member(name) => {
                        found.add(place.member(name));
                    }
                    (_, subject) if *place != at && is_like(value, subject) => {
                        found.add(place.clone());
                    }
                    _ => {}
                });
            }
            let found = found.only();
            if around.is_some_and(|value| has_array(value, &at, found.as_ref())) {
                // It may stand for a struct, and then nothing in it is wrong by itself.
                return (DecodeIssue::InvalidValue(None), Whereabouts::Inside(at));
            }
            found.map_or(Whereabouts::Inside(at), Whereabouts::Value)
        }
    };
    (issue, place)
}

/// Where a value is found that is like another one.
#[derive(Default)]
struct Found {
    first: Option<BoundedPointer>,
    has_more: bool,
}

impl Found {
    fn add(&mut self, place: BoundedPointer) {
        self.has_more |= self.first.is_some();
        self.first.get_or_insert(place);
    }

    /// The one place, if there is but one.
    fn only(self) -> Option<BoundedPointer> {
        self.first.filter(|_| !self.has_more)
    }
}

/// Whether there is an array within a value, on the way to another one if one is given.
fn has_array(value: Sent<'_, '_>, place: &BoundedPointer, inner: Option<&BoundedPointer>) -> bool {
    let mut has_array = false;
    collect(value, place, &mut |value, place| {
        let is_on_way = inner.is_none_or(|inner| inner.is_within(place));
        has_array |= value.is_array() && is_on_way;
    });
    has_array
}

/// Shows a value, and each that is inside of it.
fn collect(
    value: Sent<'_, '_>,
    place: &BoundedPointer,
    show: &mut impl FnMut(Sent<'_, '_>, &BoundedPointer),
) {
    show(value, place);
    match value.kind() {
        Some(Kind::Array(values)) => {
            for (index, value) in values.enumerate() {
                collect(value, &place.index(index), show);
            }
        }
        Some(Kind::Object(members)) => {
            for (name, value) in members {
                collect(value, &place.member(&name), show);
            }
        }
        _ => {}
    }
}

fn is_like(value: Sent<'_, '_>, subject: &Subject) -> bool {
    match (value.kind(), subject) {
        (Some(Kind::Null), Subject::Null)
        | (Some(Kind::Array(_)), Subject::Array)
        | (Some(Kind::Object(_)), Subject::Object) => true,
        (Some(Kind::Bool(value)), Subject::Bool(subject)) => value == *subject,
        (Some(Kind::Text(value)), Subject::Text(subject)) => *value == **subject,
        (Some(Kind::Number(value)), Subject::Unsigned(subject)) => value.as_u64() == Some(*subject),
        (Some(Kind::Number(value)), Subject::Signed(subject)) => value.as_i64() == Some(*subject),
        (Some(Kind::Number(value)), Subject::Float(subject)) => value.as_f64() == Some(*subject),
        _ => false,
    }
}
