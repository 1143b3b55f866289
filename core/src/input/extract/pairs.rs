//! Names and values that are all text: forms, queries, and the parameters of a path.
//!
//! Places are names of parameters, but for a form, which is a body: there they are JSON Pointers of
//! one member.

use serde::Deserializer;
use serde::de::DeserializeOwned;

use super::issue::{DecodeIssue, MISSING_PARAMETER, json_type};
use super::place::{index_of, name_of};
use crate::Condition;
use crate::fault::Fault;
use crate::fault::Violation;
use crate::input::bounded_pointer::{BoundedPointer, is_long};

/// Reads a value from a body of `application/x-www-form-urlencoded` (URL Standard §5).
///
/// # Errors
///
/// The condition of the mistake, as of [`json`](super::json()), with a violation whose pointer
/// names the member; for a missing member, and one whose name is longer than 1 KiB, it is empty,
/// which names the form.
///
/// ```
/// #[derive(Debug, serde::Deserialize)]
/// struct Age { age: u8 }
///
/// assert_eq!(manila::extract::form::<Age>(b"age=7").unwrap().age, 7);
/// assert_eq!(manila::extract::form::<Age>(b"age=x").unwrap_err().http_status(), 422);
/// ```
pub fn form<T: DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    read(body, |issue, path| {
        let name = match &issue {
            DecodeIssue::Unknown(name) | DecodeIssue::Duplicate(name) => Some(&**name),
            // A value is text: whatever the path goes on to in it is no place of its own.
            _ => name_of(path),
        };
        let root = BoundedPointer::default();
        let place = match name {
            Some(name) => root.member(name),
            None => root,
        };
        let violation = issue.violation().with_pointer(place.into_pointer());
        Fault::detected(in_form(&issue)).with_violation(violation)
    })
}

/// Returns the fault of a form that the framework itself has tried to read, by the text of
/// `serde`'s error, and without a place.
///
/// ```
/// assert_eq!(manila::extract::form_error("missing field `age`").http_status(), 422);
/// ```
#[must_use]
pub fn form_error(message: &str) -> Fault {
    Fault::detected(in_form(&DecodeIssue::of(message)))
}

const fn in_form(issue: &DecodeIssue) -> Condition {
    match issue {
        // A form has no JSON to be wrong in.
        DecodeIssue::Duplicate(_) => Condition::BadRequest,
        _ => issue.condition(),
    }
}

/// Reads a value from the query of a URI, without its question mark. A request without a query has
/// an empty one.
///
/// # Errors
///
/// The condition `invalid_query`, with a violation that names the parameter, if it is known and its
/// name no longer than 1 KiB.
///
/// ```
/// #[derive(Debug, serde::Deserialize)]
/// struct Page { limit: u8 }
///
/// assert_eq!(manila::extract::query::<Page>("limit=7").unwrap().limit, 7);
/// assert_eq!(manila::extract::query::<Page>("").unwrap_err().http_status(), 400);
/// ```
pub fn query<T: DeserializeOwned>(query: &str) -> Result<T, Fault> {
    read(query.as_bytes(), |issue, path| {
        unreadable_query(&issue, name_of(path))
    })
}

/// Returns the fault of a query that the framework itself has tried to read, by the text of
/// `serde`'s error. The parameter is known where that text names it.
///
/// ```
/// use manila::Envelopes;
/// use manila::extract::query_error;
///
/// let rendered = Envelopes::ok_error().render(&query_error("missing field `limit`"), None);
/// assert_eq!(rendered.status(), 400);
/// assert!(std::str::from_utf8(rendered.body()).unwrap().contains(r#""parameter":"limit""#));
/// ```
#[must_use]
pub fn query_error(message: &str) -> Fault {
    unreadable_query(&DecodeIssue::of(message), None)
}

fn unreadable_query(issue: &DecodeIssue, name: Option<&str>) -> Fault {
    let name = match issue {
        DecodeIssue::Missing(name) | DecodeIssue::Unknown(name) | DecodeIssue::Duplicate(name) => {
            Some(&**name)
        }
        DecodeIssue::WrongType(_) | DecodeIssue::InvalidValue => name,
    };
    let fault = Fault::detected(Condition::InvalidQuery);
    match name {
        Some(name) => fault.with_violation(parameter(issue, name)),
        None => fault,
    }
}

/// Reads a value from the parameters of a path, by the deserializer of the framework's router;
/// `name_at` returns the name of the parameter at an index, for types that take them in their
/// order.
///
/// ```
/// use manila::Envelopes;
/// use manila::extract::path;
/// use serde::de::value::{Error, MapDeserializer};
///
/// let parameters = MapDeserializer::<_, Error>::new([("id", "seven")].into_iter());
/// #[derive(Debug, serde::Deserialize)]
/// struct App { id: u32 }
///
/// let fault = path::<App, _>(parameters, |_| None).unwrap_err();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// assert_eq!(rendered.status(), 400);
/// assert!(std::str::from_utf8(rendered.body()).unwrap().contains(r#""parameter":"id""#));
/// ```
///
/// # Errors
///
/// The condition `invalid_path`, with a violation that names the parameter; `internal`, where the
/// type does not fit the parameters of the route, so that no request can be right.
pub fn path<'de, T, D>(
    parameters: D,
    name_at: impl FnOnce(usize) -> Option<String>,
) -> Result<T, Fault>
where
    T: serde::Deserialize<'de>,
    D: Deserializer<'de>,
{
    serde_path_to_error::deserialize(parameters).map_err(|error| {
        let name = name_of(error.path())
            .map(ToOwned::to_owned)
            .or_else(|| name_at(index_of(error.path()).unwrap_or_default()));
        path_error(&error.inner().to_string(), name.as_deref())
    })
}

/// Returns the fault of a path that the framework itself has tried to read, as [`path`] has it: by
/// the text of `serde`'s error, and the parameter where it is known.
///
/// ```
/// use manila::extract::path_error;
///
/// assert_eq!(path_error("the app is not known", Some("id")).http_status(), 400);
/// // The route has no such parameter.
/// assert_eq!(path_error("missing field `slug`", Some("id")).http_status(), 500);
/// ```
#[must_use]
pub fn path_error(message: &str, name: Option<&str>) -> Fault {
    let issue = DecodeIssue::of(message);
    if is_misfit(&issue, message) {
        return Fault::detected(Condition::Internal).because_text(message);
    }
    unreadable(&issue, name)
}

/// Whether a route and the type of its parameters do not agree, whatever a client sends. The texts
/// are those of `actix-router`.
fn is_misfit(issue: &DecodeIssue, message: &str) -> bool {
    matches!(issue, DecodeIssue::Missing(_) | DecodeIssue::Unknown(_))
        || message.starts_with("wrong number of parameters")
        || message.starts_with("unsupported type")
}

/// Returns the fault of a path that the framework itself has tried to read: the condition
/// `invalid_path`, with the parameter and its expected type, in the words of `serde` (`u16`), where
/// they are known.
///
/// ```
/// let fault = manila::extract::unreadable_path(Some("id"), Some("u16"));
/// assert_eq!(fault.http_status(), 400);
/// ```
#[must_use]
pub fn unreadable_path(name: Option<&str>, expected: Option<&str>) -> Fault {
    let issue = match expected.and_then(json_type) {
        Some(expected) => DecodeIssue::WrongType(Some(expected)),
        None => DecodeIssue::InvalidValue,
    };
    unreadable(&issue, name)
}

fn unreadable(issue: &DecodeIssue, name: Option<&str>) -> Fault {
    let fault = Fault::detected(Condition::InvalidPath);
    match name {
        Some(name) => fault.with_violation(parameter(issue, name)),
        None => fault,
    }
}

fn parameter(issue: &DecodeIssue, name: &str) -> Violation {
    let violation = match issue {
        DecodeIssue::Missing(_) => Violation::new(MISSING_PARAMETER),
        DecodeIssue::Unknown(_) => Violation::new("This parameter is not known."),
        DecodeIssue::Duplicate(_) => Violation::new("This parameter appears more than once."),
        DecodeIssue::WrongType(_) | DecodeIssue::InvalidValue => issue.violation(),
    };
    // Around a parameter there is no other place.
    if is_long(name) {
        return violation;
    }
    violation.with_parameter(name.to_owned())
}

fn read<T: DeserializeOwned>(
    pairs: &[u8],
    fault_of: impl FnOnce(DecodeIssue, &serde_path_to_error::Path) -> Fault,
) -> Result<T, Fault> {
    serde_urlencoded::from_bytes(pairs).or_else(|_: serde_urlencoded::de::Error| {
        let deserializer = serde_urlencoded::Deserializer::new(form_urlencoded::parse(pairs));
        serde_path_to_error::deserialize(deserializer).map_err(|error| {
            let issue = DecodeIssue::of(&error.inner().to_string());
            fault_of(issue, error.path())
        })
    })
}
