//! Arrays that stand for structs.
//!
//! In what `serde` keeps until it knows its type, an array is taken for a struct, as its members in their
//! order. Whether one is shows when something else stands there, which no type takes: the type refuses
//! that with the words that it has for itself.

use serde::de::DeserializeOwned;

use super::run::search;
use super::search::Wanted;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::mark::asked_of_mark;

/// The most arrays that are tried one by one: the document is read once for each.
const MOST: usize = 16;

/// What has come out of a search for an array that stands for a struct.
pub(super) enum Array {
    Found(BoundedPointer),
    None,
    /// There are too many to try each.
    Uncertain,
}

/// Finds the first array within a value, and around another one, that stands for a struct.
pub(super) fn find_array<T: DeserializeOwned>(
    body: &[u8],
    within: &BoundedPointer,
    around: Option<&BoundedPointer>,
) -> Array {
    let wanted = Wanted::Array {
        around: around.cloned(),
    };
    let (arrays, _) = search::<T>(body, wanted.clone(), within, None);
    for (which, array) in arrays.iter().take(MOST).enumerate() {
        let asked = asked_of_mark(|| search::<T>(body, wanted.clone(), within, Some(which)));
        if asked.contains(&"object") && !asked.contains(&"array") {
            return Array::Found(array.place.clone());
        }
    }
    match arrays.len() > MOST {
        true => Array::Uncertain,
        false => Array::None,
    }
}

impl Wanted {
    /// The most that are found.
    pub(super) const fn most(&self) -> usize {
        match self {
            Self::Array { .. } => MOST,
            _ => super::search::MOST_TRIALS,
        }
    }
}
