//! From values to the bytes of a response, for extractors that are responses as well.
//!
//! A value that does not serialize is the service's own mistake, and is answered as one.

use serde::Serialize;

use crate::Condition;
use crate::fault::Fault;

/// Writes a value as JSON, without an envelope around it.
///
/// # Errors
///
/// The condition `internal`, if the value does not serialize; the reason is for the log alone.
///
/// ```
/// assert_eq!(manila::extract::to_json(&[1, 2]).unwrap(), b"[1,2]");
/// ```
pub fn to_json(value: &impl Serialize) -> Result<Vec<u8>, Fault> {
    serde_json::to_vec(value).map_err(|error| unserializable(&error))
}

/// Writes a value as `application/x-www-form-urlencoded`: a struct or a list of pairs, in which a list is
/// its name several times.
///
/// # Errors
///
/// The condition `internal`, if the value does not serialize; the reason is for the log alone.
///
/// ```
/// assert_eq!(manila::extract::to_form(&[("a", "b c")]).unwrap(), "a=b+c");
/// ```
pub fn to_form(value: &impl Serialize) -> Result<String, Fault> {
    serde_html_form::to_string(value).map_err(|error| unserializable(&error))
}

fn unserializable(error: &dyn std::error::Error) -> Fault {
    Fault::detected(Condition::Internal).because_of(error)
}
