//! A reading of a document in search of something.

use serde::de::DeserializeOwned;

use super::search::{Candidate, Search, Wanted};
use super::way::Trace;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::error::DecodeError;

/// Reads the document in search of something: what is found, and how it is refused.
pub(super) fn search<T: DeserializeOwned>(
    body: &[u8],
    wanted: Wanted,
    around: &BoundedPointer,
    changed: Option<usize>,
) -> (Vec<Candidate>, Option<DecodeError>) {
    let trace = Trace::looking_for(Search::new(wanted, around, changed));
    let error = trace.read_json::<T>(body).err();
    let search = trace.search;
    (
        search.map(|search| search.found.take()).unwrap_or_default(),
        error,
    )
}
