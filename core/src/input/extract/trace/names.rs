//! The names that an enum takes where a value of another type stands.
//!
//! For the tag of an enum, and in what `serde` keeps until it knows its type, the error does not tell
//! them. It does where the value is a text that is none of them.

use serde::de::DeserializeOwned;

use super::run::search;
use super::search::Wanted;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::issue::{DecodeIssue, Names};
use crate::input::extract::subject::Subject;

/// A text that is the name of no variant.
pub(super) const UNKNOWN_NAME: &str = "\u{10FFFF}";

/// The names that are taken at a place of a document that is JSON.
pub(super) fn names_taken<T: DeserializeOwned>(
    body: &[u8],
    place: &BoundedPointer,
) -> Option<Names> {
    let (_, error) = search::<T>(body, Wanted::Names, place, None);
    let error = error?;
    let parts = error.parts();
    match (&parts.issue, &parts.subject) {
        (DecodeIssue::NotAllowed(names), Subject::Text(text)) if **text == *UNKNOWN_NAME => {
            Some(names.clone())
        }
        _ => None,
    }
}
