//! Where a value is that a type has refused in a copy of it.
//!
//! For members that are flattened, and for enums that are told apart by a tag or by trial, `serde`
//! reads a value before it knows its type, and refuses a part of the copy. The error names that part
//! and not its place. So the document is read again, by the same type: a place is known where one
//! value alone is like the one that is named, or where the refusal changes with the value there.

use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};

use super::array::{Array, find_array};
use super::names::names_taken;
use super::run::search;
use super::search::{Candidate, MOST_TRIALS, Wanted, changed_text};
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::error::{DecodeError, Parts};
use crate::input::extract::issue::DecodeIssue;
use crate::input::extract::place::Spot;
use crate::input::extract::sentence::issue_of;
use crate::input::extract::subject::Subject;

/// The relation of an issue to a place in a document.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Whereabouts {
    /// The value at this place has the issue.
    Value(BoundedPointer),
    /// The name of a member of the value at this place has it.
    Name(BoundedPointer),
    /// A value inside of the one at this place has it.
    Inside(BoundedPointer),
}

impl Whereabouts {
    #[cfg(feature = "json-all")]
    pub(in super::super) const fn pointer(&self) -> &BoundedPointer {
        match self {
            Self::Value(place) | Self::Name(place) | Self::Inside(place) => place,
        }
    }

    /// As it can be told of a place that may be cut: what is meant is inside of it then.
    pub(in super::super) fn told_as_far_as_known(self) -> Self {
        match self {
            Self::Value(place) | Self::Name(place) if place.is_cut() => Self::Inside(place),
            told => told,
        }
    }
}

/// Finds the place of an error in a document that is JSON. An issue that is of no value of the
/// document becomes a general one.
pub(in super::super) fn locate<T: DeserializeOwned>(
    body: &[u8],
    error: &DecodeError,
) -> (DecodeIssue, Whereabouts) {
    let (issue, place) = locate_issue::<T>(body, error);
    if let Whereabouts::Value(place) = &place
        && error.asks_for_variant()
        && issue == DecodeIssue::WrongType(None)
        && !place.is_cut()
        && let Some(names) = names_taken::<T>(body, place)
    {
        return (
            DecodeIssue::NoName(names),
            Whereabouts::Value(place.clone()),
        );
    }
    (issue, place)
}

fn locate_issue<T: DeserializeOwned>(
    body: &[u8],
    error: &DecodeError,
) -> (DecodeIssue, Whereabouts) {
    let Parts {
        issue,
        subject,
        place,
        ..
    } = error.parts().clone();
    let (at, spot) = match place {
        Some(place) => (place.pointer, place.spot),
        None => (BoundedPointer::default(), Spot::Inside),
    };
    match (spot, &issue) {
        (Spot::Name, DecodeIssue::Unknown(name)) => {
            let member = at.member(name);
            (issue, Whereabouts::Value(member))
        }
        (Spot::Value, DecodeIssue::Missing(name)) => {
            let wanted = Wanted::lacking(name, name);
            let lacks = search::<T>(body, wanted, &at, None).0;
            if lacks.iter().any(|lack| lack.place == at) || at.is_cut() {
                return (issue, Whereabouts::Value(at));
            }
            (DecodeIssue::InvalidValue(None), Whereabouts::Value(at))
        }
        (Spot::Value, _) => (issue, Whereabouts::Value(at)),
        (Spot::Name, _) => (issue, Whereabouts::Name(at)),
        (Spot::Inside, _) if at.is_cut() => (issue, Whereabouts::Inside(at)),
        (Spot::Inside, _) => {
            let (issue, place) = locate_inside::<T>(body, error, issue, subject, at.clone());
            let found = match &place {
                Whereabouts::Value(inner) | Whereabouts::Name(inner) => {
                    find_array::<T>(body, &at, Some(inner))
                }
                Whereabouts::Inside(_) => find_array::<T>(body, &at, None),
            };
            match found {
                Array::None => (issue, place),
                Array::Found(array) => {
                    let issue = DecodeIssue::WrongType(Some("object"));
                    (issue, Whereabouts::Value(array))
                }
                Array::Uncertain => (DecodeIssue::InvalidValue(None), Whereabouts::Value(at)),
            }
        }
    }
}

fn locate_inside<T: DeserializeOwned>(
    body: &[u8],
    error: &DecodeError,
    issue: DecodeIssue,
    subject: Subject,
    at: BoundedPointer,
) -> (DecodeIssue, Whereabouts) {
    let wanted = match (&issue, subject) {
        (DecodeIssue::Missing(name), _) => Wanted::lacking(name, name),
        (DecodeIssue::Unknown(name), _) => Wanted::Member(name.clone()),
        (DecodeIssue::Duplicate(name), _) => Wanted::Repeated(name.clone()),
        (DecodeIssue::InvalidValue(Some(text)), _) => {
            // So `serde` says of a member that is left over behind flattened ones.
            let DecodeIssue::Unknown(name) = issue_of(text) else {
                return (issue, Whereabouts::Inside(at));
            };
            let member = at.member(&name);
            let found = search::<T>(body, Wanted::Member(name.clone()), &at, None).0;
            if found.iter().any(|found| found.place == member) {
                return (DecodeIssue::Unknown(name), Whereabouts::Value(member));
            }
            return (issue, Whereabouts::Inside(at));
        }
        (_, Subject::Unnamed) => return (issue, Whereabouts::Inside(at)),
        (_, subject) => Wanted::Value(subject),
    };
    let (candidates, _) = search::<T>(body, wanted.clone(), &at, None);
    let found = match &*candidates {
        [] if issue.is_of_names() => {
            return (DecodeIssue::InvalidValue(None), Whereabouts::Value(at));
        }
        [only] => Some(only),
        some if some.len() <= MOST_TRIALS => try_each::<T>(body, error, &wanted, &at, some),
        _ => None,
    };
    let place = match found {
        Some(found) if found.is_name => Whereabouts::Name(found.place.clone()),
        Some(found) => Whereabouts::Value(found.place.clone()),
        None => Whereabouts::Inside(at),
    };
    (issue, place)
}

/// Finds which of several candidates is refused, by reading each of them as another value.
fn try_each<'c, T: DeserializeOwned>(
    body: &[u8],
    error: &DecodeError,
    wanted: &Wanted,
    at: &BoundedPointer,
    candidates: &'c [Candidate],
) -> Option<&'c Candidate> {
    let mut gone_with: Option<&Candidate> = None;
    for (which, candidate) in candidates.iter().enumerate() {
        let (_, changed) = search::<T>(body, wanted.clone(), at, Some(which));
        if !is_another(error, changed.as_ref()) || takes_any_member::<T>(body, error, at, which) {
            continue;
        }
        if changed.is_some() {
            return Some(candidate);
        }
        // A member that has another name is another member.
        if candidate.is_name {
            continue;
        }
        // The refusal goes with each value around the one that is refused, too.
        match gone_with {
            Some(last) if !candidate.place.is_within(&last.place) => return None,
            _ => gone_with = Some(candidate),
        }
    }
    gone_with
}

/// Whether a refusal for what an object lacks changes with a member of any name: then it does not
/// tell that this one was missed.
fn takes_any_member<T: DeserializeOwned>(
    body: &[u8],
    error: &DecodeError,
    at: &BoundedPointer,
    which: usize,
) -> bool {
    let DecodeIssue::Missing(name) = &error.parts().issue else {
        return false;
    };
    let other = changed_text(name);
    let wanted = Wanted::lacking(name, &other);
    let (_, changed) = search::<T>(body, wanted, at, Some(which));
    let issue = changed.as_ref().map(|error| &error.parts().issue);
    match issue {
        Some(DecodeIssue::Unknown(unknown)) => *unknown != other,
        issue => issue != Some(&error.parts().issue),
    }
}

/// Whether a refusal has changed with one value: it is gone, or it is the same of another value.
fn is_another(first: &DecodeError, changed: Option<&DecodeError>) -> bool {
    let Some(changed) = changed else {
        return true;
    };
    let (first, changed) = (first.parts(), changed.parts());
    match &first.issue {
        DecodeIssue::Missing(name) => {
            changed.issue != first.issue && changed.issue != DecodeIssue::Unknown(name.clone())
        }
        // By another name it is not known either.
        DecodeIssue::Unknown(name) => changed.issue == DecodeIssue::Unknown(changed_text(name)),
        DecodeIssue::Duplicate(_) => changed.issue != first.issue,
        issue => changed.issue == *issue && changed.subject != first.subject,
    }
}

/// Finds the array that stands for a struct in a document that is JSON.
pub(in super::super) fn locate_array<T: DeserializeOwned>(body: &[u8]) -> Option<Whereabouts> {
    match find_array::<T>(body, &BoundedPointer::default(), None) {
        Array::Found(place) => Some(Whereabouts::Value(place)),
        Array::None | Array::Uncertain => None,
    }
}

/// Whether a reader can read each value of a document.
pub(in super::super) fn is_readable(body: &[u8]) -> bool {
    serde_json::from_slice::<Whole>(body).is_ok()
}

/// Any value, read to its end without being kept.
struct Whole;

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

macro_rules! scalars {
    ($($visit:ident($type:ty))*) => {$(
        fn $visit<E>(self, _: $type) -> Result<Self, E> {
            Ok(self)
        }
    )*};
}

impl<'de> Visitor<'de> for Whole {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    scalars! { visit_bool(bool) visit_u64(u64) visit_i64(i64) visit_f64(f64) visit_str(&str) }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self, A::Error> {
        while elements.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self, A::Error> {
        while members.next_entry::<Name, Self>()?.is_some() {}
        Ok(self)
    }
}

/// A name, which is text.
struct Name;

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(Whole).map(|Whole| Self)
    }
}
