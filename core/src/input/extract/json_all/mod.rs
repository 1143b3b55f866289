//! JSON, and everything that is wrong with it.

mod key;
mod missing;
mod node;
mod place;
mod places;
mod told;

use eserde::EDeserialize;
use eserde::reporter::ErrorReporter;
use serde_json::Value;

use self::missing::name_missing;
use self::node::Node;
use self::place::Place;
use self::places::{MOST, Places};
use self::told::Told;
use super::json::json;
use crate::Condition;
use crate::fault::Fault;
use crate::fault::Violation;

/// Reads a value from a body of JSON (RFC 8259), and tells all problems at once.
///
/// The type derives `eserde::Deserialize`, which goes on where `serde` stops. Of a value that
/// `eserde` leaves to `serde` (its `compat`) the first problem is told. The problems stand in the order
/// of the members' names, and what is missing behind them. After 1,000 problems reading ends.
///
/// # Errors
///
/// `validation` with a violation for each problem: the code of its condition, as `missing_field`,
/// and a JSON Pointer. A missing member points to the object that lacks it; its name is left out where
/// `rename` or `flatten` leave a doubt about it. What concerns the body as a whole is told as [`json`]
/// tells it, such as `invalid_json` with line and column. Of a value inside names of more than 1 KiB
/// together the place is that of a value around it.
///
/// ```
/// use manila::extract::json_all;
/// use manila::Envelopes;
///
/// #[derive(Debug, eserde::Deserialize)]
/// #[serde(rename_all = "camelCase")]
/// struct Signup {
///     first_names: Vec<String>,
///     age: u8,
/// }
///
/// let fault = json_all::<Signup>(br#"{"firstNames":["Ada",1]}"#).unwrap_err();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// let body = std::str::from_utf8(rendered.body()).unwrap();
/// assert!(body.contains(r#""pointer":"/firstNames/1","details":{"expected":"string"}"#));
/// assert!(body.contains(r#""pointer":"","details":{"member":"age"}"#));
/// ```
pub fn json_all<T: for<'de> EDeserialize<'de>>(body: &[u8]) -> Result<T, Fault> {
    json(body).map_err(|first| {
        let violations = serde_json::from_slice(body).map(|body| problems::<T>(&body));
        match violations {
            Ok(violations) if !violations.is_empty() => {
                Fault::detected(Condition::Validation).with_violations(violations)
            }
            _ => first,
        }
    })
}

/// The problems of a value, in its order, as many as are told. It is read from the finished value
/// and not from the text: where a reader of text stops inside a value, what it takes for the next
/// one is not.
fn problems<'de, T: EDeserialize<'de>>(body: &'de Value) -> Vec<Violation> {
    let _guard = ErrorReporter::start_deserialization();
    let places = Places::default();
    // What is wrong has been reported.
    let root = Place::default();
    let _ = places.within(&root, || {
        T::deserialize_for_errors(Node::new(body, root.clone(), &places))
    });
    let errors = ErrorReporter::take_errors();
    let (places, absent) = places.into_parts();
    let told = errors.iter().zip(places).take(MOST);
    let told = told.map(|(error, place)| Told::of(error.message(), place));
    let mut told = told.collect::<Vec<_>>();
    name_missing(&mut told, &absent);
    told.into_iter().map(Told::into_violation).collect()
}
