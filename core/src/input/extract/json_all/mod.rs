//! JSON, and everything that is wrong with it.

mod bounded_pointer;
mod key;
mod missing;
mod node;
mod places;

use eserde::EDeserialize;
use eserde::reporter::ErrorReporter;
use serde_json::Value;

use self::bounded_pointer::BoundedPointer;
use self::missing::name_missing;
use self::node::Node;
use self::places::{MOST, Places};
use super::issue::{DecodeIssue, MISSING_MEMBER};
use super::json::{json, place, place_of_unknown};
use crate::Condition;
use crate::fault::Fault;
use crate::fault::Violation;

/// Reads a value from a body of JSON (RFC 8259), and tells all issues at once.
///
/// The type derives `eserde::Deserialize`, which goes on where `serde` stops. Of a value that
/// `eserde` leaves to `serde` (its `compat`) the first issue is told. The issues stand in the order
/// of the members' names, and what is missing behind them. After 1,000 issues reading ends.
///
/// # Errors
///
/// `validation` with a violation for each issue: the code of its condition, as `missing_field`,
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
        let violations = serde_json::from_slice(body).map(|body| issues::<T>(&body));
        match violations {
            Ok(violations) if !violations.is_empty() => {
                Fault::detected(Condition::Validation).with_violations(violations)
            }
            _ => first,
        }
    })
}

/// The issues of a value, in its order, as many as are told. It is read from the finished value
/// and not from the text: where a reader of text stops inside a value, what it takes for the next
/// one is not.
fn issues<'de, T: EDeserialize<'de>>(body: &'de Value) -> Vec<Violation> {
    let _guard = ErrorReporter::start_deserialization();
    let places = Places::default();
    // What is wrong has been reported.
    let root = BoundedPointer::default();
    let _ = places.within(&root, || {
        T::deserialize_for_errors(Node::new(body, root.clone(), &places))
    });
    let errors = ErrorReporter::take_errors();
    let (places, absent) = places.into_parts();
    let reported = errors.iter().zip(places).take(MOST);
    let reported = reported.map(|(error, place)| ReportedIssue::of(error.message(), place));
    let mut reported: Vec<_> = reported.collect();
    name_missing(&mut reported, &absent);
    let violations = reported.into_iter().map(ReportedIssue::into_violation);
    violations.collect()
}

/// An issue that `eserde` tells.
struct ReportedIssue {
    kind: DecodeIssue,
    place: BoundedPointer,
    /// Whether a member that is missing is called as on the wire.
    is_named: bool,
}

impl ReportedIssue {
    fn of(message: &str, place: BoundedPointer) -> Self {
        Self {
            kind: DecodeIssue::of(message),
            place,
            is_named: false,
        }
    }

    fn into_violation(self) -> Violation {
        let violation = match &self.kind {
            DecodeIssue::Missing(_) if !self.is_named => Violation::new(MISSING_MEMBER),
            issue => issue.violation(),
        };
        let is_cut = self.place.is_cut();
        let pointer = self.place.into_pointer();
        let pointer = match &self.kind {
            _ if is_cut => pointer,
            // Told of the object, whatever the object itself is called.
            DecodeIssue::Unknown(name) => place_of_unknown(name, pointer),
            issue => place(issue, pointer),
        };
        violation
            .with_condition(self.kind.condition())
            .with_pointer(pointer)
    }
}
