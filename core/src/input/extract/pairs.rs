//! Names and values that are all text: forms, queries, and the parameters of a path.
//!
//! Places are names of parameters, but for a form, which is a body: there they are JSON Pointers of
//! one member.

use serde::Deserializer;
use serde::de::DeserializeOwned;

use super::error::{DecodeError, Parts, Step};
use super::issue::{DecodeIssue, MISSING_PARAMETER};
use super::place::{index_of, name_of};
use super::sentence::{issue_of, json_type};
use super::trace::Trace;
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
    read(body, |error| {
        let Parts { issue, place, .. } = error.into_parts();
        let name = match &issue {
            DecodeIssue::Unknown(name) => Some(&**name),
            // A value is text: whatever the path goes on to in it is no place of its own.
            _ => place.as_ref().and_then(name_of),
        };
        let root = BoundedPointer::default();
        let place = match name {
            Some(name) => root.member(name),
            None => root,
        };
        let violation = issue.violation().with_pointer(place.into_pointer());
        caused(Fault::detected(in_form(&issue)), &issue).with_violation(violation)
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
    Fault::detected(in_form(&issue_of(message)))
}

fn in_form(issue: &DecodeIssue) -> Condition {
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
    read(query.as_bytes(), |error| {
        let Parts { issue, place, .. } = error.into_parts();
        match place.and_then(|place| place.first) {
            Some(Step::Unnamed) => invalid_query(&issue).with_violation(nameless(&issue)),
            Some(Step::Member(name)) => unreadable_query(&issue, Some(&name)),
            Some(Step::Index(_)) | None => unreadable_query(&issue, None),
        }
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
    unreadable_query(&issue_of(message), None)
}

fn unreadable_query(issue: &DecodeIssue, name: Option<&str>) -> Fault {
    let name = match issue {
        DecodeIssue::Missing(name) | DecodeIssue::Unknown(name) => Some(&**name),
        DecodeIssue::Duplicate(canonical) => name.or(Some(canonical)),
        _ => name,
    };
    let fault = invalid_query(issue);
    match name {
        Some(name) => fault.with_violation(parameter(issue, name)),
        None => fault,
    }
}

fn invalid_query(issue: &DecodeIssue) -> Fault {
    caused(Fault::detected(Condition::InvalidQuery), issue)
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
    Trace::of_texts().read(parameters).map_err(|error| {
        let Parts {
            issue,
            place,
            readers_words,
            ..
        } = error.into_parts();
        let name = place.as_ref().and_then(name_of).map(ToOwned::to_owned);
        let index = place.as_ref().and_then(index_of).unwrap_or_default();
        let name = name.or_else(|| name_at(index));
        let words = readers_words.unwrap_or_else(|| match &issue {
            DecodeIssue::Missing(name) => format!("missing field `{name}`"),
            DecodeIssue::Unknown(name) => format!("unknown field `{name}`"),
            // What a type says by itself is said of what the client has sent.
            _ => String::new(),
        });
        if is_misfit(&issue, &words) {
            return misfit(&words);
        }
        unreadable(&issue, name.as_deref())
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
    let issue = issue_of(message);
    if is_misfit(&issue, message) {
        return misfit(message);
    }
    unreadable(&issue, name)
}

fn misfit(message: &str) -> Fault {
    Fault::detected(Condition::Internal).because_text(message)
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
        None => DecodeIssue::InvalidValue(None),
    };
    unreadable(&issue, name)
}

fn unreadable(issue: &DecodeIssue, name: Option<&str>) -> Fault {
    let fault = caused(Fault::detected(Condition::InvalidPath), issue);
    match name {
        Some(name) => fault.with_violation(parameter(issue, name)),
        None => fault,
    }
}

fn parameter(issue: &DecodeIssue, name: &str) -> Violation {
    let violation = nameless(issue);
    // Around a parameter there is no other place.
    if is_long(name) {
        return violation;
    }
    violation.with_parameter(name.to_owned())
}

fn nameless(issue: &DecodeIssue) -> Violation {
    match issue {
        DecodeIssue::Missing(_) => Violation::new(MISSING_PARAMETER),
        DecodeIssue::Unknown(_) => Violation::new("This parameter is not known."),
        DecodeIssue::Duplicate(_) => Violation::new("This parameter appears more than once."),
        _ => issue.violation(),
    }
}

/// The fault with what a type says of a value for the log.
fn caused(fault: Fault, issue: &DecodeIssue) -> Fault {
    match issue.cause() {
        Some(cause) => fault.because_text(cause),
        None => fault,
    }
}

fn read<T: DeserializeOwned>(
    pairs: &[u8],
    fault_of: impl FnOnce(DecodeError) -> Fault,
) -> Result<T, Fault> {
    serde_urlencoded::from_bytes(pairs).or_else(|_: serde_urlencoded::de::Error| {
        let deserializer = serde_urlencoded::Deserializer::new(form_urlencoded::parse(pairs));
        Trace::of_texts().read(deserializer).map_err(fault_of)
    })
}
