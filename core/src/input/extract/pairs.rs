//! Forms and queries: names and values that are all text.
//!
//! Places in a query are names of parameters. A form is a body: there they are JSON Pointers of one
//! member.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::issue::{DecodeIssue, MISSING_PARAMETER};
use super::json::violation_of;
use super::sentence::{issue_of, without_input};
use super::text::{Group, Named, TextError, group};
use super::trace::Whereabouts;
use crate::Condition;
use crate::fault::{Fault, Source, Violation};
use crate::input::bounded_pointer::{BoundedPointer, is_long};

/// Reads a value from a body of `application/x-www-form-urlencoded` (URL Standard §5). A member that
/// is a list has the values of all pairs of its name, in their order.
///
/// # Errors
///
/// The condition of the mistake, as of [`json`](super::json()), with a violation whose pointer
/// names the member; for a missing member, and one whose name is longer than 1 KiB, it is empty,
/// which names the form. The condition `internal` for a type that no form can fit, as of [`query`].
///
/// ```
/// #[derive(Debug, serde::Deserialize)]
/// struct Age { age: u8 }
///
/// assert_eq!(manila::extract::form::<Age>(b"age=7").unwrap().age, 7);
/// assert_eq!(manila::extract::form::<Age>(b"age=x").unwrap_err().http_status(), 422);
/// ```
pub fn form<T: DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    read(body, |issue, name| {
        let root = BoundedPointer::default();
        let place = match (issue, name) {
            (DecodeIssue::Missing(_), _) | (_, None) => root,
            (DecodeIssue::Unknown(name), _) => root.member(name),
            (_, Some(name)) => root.member(name),
        };
        let place = if name.is_none() && !issue.is_of_names() {
            Whereabouts::Inside(place)
        } else {
            Whereabouts::Value(place)
        };
        Fault::detected(in_form(issue)).with_violation(violation_of(issue, place))
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
    // Where it is wrong, nobody is told.
    Fault::detected(in_form(&issue_of(message))).because_text(without_input(message))
}

fn in_form(issue: &DecodeIssue) -> Condition {
    match issue {
        // A form has no JSON to be wrong in.
        DecodeIssue::Duplicate(_) | DecodeIssue::Repeated => Condition::BadRequest,
        _ => issue.condition(),
    }
}

/// Reads a value from the query of a URI, without its question mark. A request without a query has
/// an empty one. A parameter that is a list has the values of all pairs of its name, in their order.
///
/// ```
/// #[derive(Debug, serde::Deserialize)]
/// struct Search {
///     limit: u8,
///     #[serde(default)]
///     tag: Vec<String>,
/// }
///
/// let search: Search = manila::extract::query("tag=new&limit=7&tag=free").unwrap();
/// assert_eq!((search.limit, search.tag), (7, vec!["new".to_owned(), "free".to_owned()]));
/// assert_eq!(manila::extract::query::<Search>("").unwrap_err().http_status(), 400);
/// ```
///
/// # Errors
///
/// The condition `invalid_query`, with a violation that names the parameter, if it is known and its
/// name no longer than 1 KiB. The condition `internal`, with the cause for the log, for a type that
/// no query can fit, such as an object inside of the object:
///
/// ```
/// #[derive(Debug, serde::Deserialize)]
/// struct Page { limit: u8 }
/// #[derive(Debug, serde::Deserialize)]
/// struct Search { page: Page }
///
/// let fault = manila::extract::query::<Search>("page=1").unwrap_err();
/// assert_eq!(fault.http_status(), 500);
/// assert_eq!(fault.cause().unwrap().chain(), "`page`: no text is an object");
/// ```
pub fn query<T: DeserializeOwned>(query: &str) -> Result<T, Fault> {
    read(query.as_bytes(), unreadable_query)
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
    let issue = issue_of(message);
    let fault = unreadable_query(&issue, None);
    if fault.violations().is_empty() || issue.is_vague() {
        return fault.because_text(without_input(message));
    }
    fault
}

fn unreadable_query(issue: &DecodeIssue, name: Option<&str>) -> Fault {
    let name = match issue {
        DecodeIssue::Missing(name) | DecodeIssue::Unknown(name) => Some(&**name),
        // By another name of the member it may have been sent.
        DecodeIssue::Duplicate(own) => name.or(Some(own)),
        _ => name,
    };
    let fault = Fault::detected(Condition::InvalidQuery);
    match name {
        Some(name) => fault.with_violation(parameter(issue, name)),
        None => fault,
    }
}

/// The violation of a parameter of this name.
pub(super) fn parameter(issue: &DecodeIssue, name: &str) -> Violation {
    let violation = match issue {
        DecodeIssue::Missing(_) => Violation::new(MISSING_PARAMETER),
        DecodeIssue::Unknown(_) => Violation::new("This parameter is not known."),
        DecodeIssue::Duplicate(_) => Violation::new("This parameter appears more than once."),
        _ => issue.violation(),
    };
    // Around a parameter there is no other place.
    if is_long(name) || violation.source().is_some_and(|place| !is_pointer(place)) {
        return violation;
    }
    violation.with_parameter(name.to_owned())
}

/// A text has no places in it.
const fn is_pointer(place: &Source) -> bool {
    matches!(place, Source::Pointer(_))
}

/// Reads names and values. What `serde_html_form` refuses is read a second time, by a reader that knows
/// which value is refused, and takes what that one does not: integers of 128 bits and tuples.
fn read<T: DeserializeOwned>(
    pairs: &[u8],
    fault_of: impl FnOnce(&DecodeIssue, Option<&str>) -> Fault,
) -> Result<T, Fault> {
    serde_html_form::from_bytes(pairs).or_else(|_: serde_html_form::de::Error| {
        read_grouped(pairs).map_err(|error| match error.is_misfit() {
            true => Fault::detected(Condition::Internal).because_text(error),
            false => error.caused(fault_of(error.issue(), error.name())),
        })
    })
}

/// The error with the name of the value that it speaks of, where that was met in a copy and there is
/// one alone that it can be.
fn named(error: TextError, groups: &[Group<'_>]) -> TextError {
    if error.is_lost_repetition() {
        let mut repeated = groups.iter().filter(|group| group.values.len() > 1);
        return match (repeated.next(), repeated.next()) {
            (Some(group), None) => error.of(&group.name),
            _ => error.repeated_somewhere(),
        };
    }
    let Some(text) = error.lost_text() else {
        return error;
    };
    let is_it = |group: &&Group<'_>| group.values.iter().any(|value| value == text);
    let mut found = groups.iter().filter(is_it);
    match (found.next(), found.next()) {
        (Some(group), None) => error.of(&group.name),
        _ => error,
    }
}

fn read_grouped<T: DeserializeOwned>(pairs: &[u8]) -> Result<T, TextError> {
    let mut groups = group(form_urlencoded::parse(pairs));
    let error = match read_groups(&mut groups) {
        Ok(value) => return Ok(value),
        Err(error) => named(error, &groups),
    };
    // Nobody can be asked for a value that no text is.
    if let DecodeIssue::Missing(name) = error.issue() {
        groups.push(Group::new(name.clone().into(), Cow::Borrowed("")));
        let asked = T::deserialize(Named(&groups)).err();
        if let Some(misfit) = asked.filter(TextError::is_misfit) {
            return Err(misfit);
        }
    }
    Err(error)
}

/// How many optional values that are empty are found out to be none, by reading once more for each.
const MOST_ABSENT: usize = 100;

fn read_groups<T: DeserializeOwned>(groups: &mut [Group<'_>]) -> Result<T, TextError> {
    let mut outcome = T::deserialize(Named(groups));
    for _ in 0..MOST_ABSENT {
        let Err(error) = &outcome else { break };
        let is_it = |group: &&mut Group<'_>| Some(&*group.name) == error.name();
        let absent = groups.iter_mut().find(is_it);
        let Some(absent) = absent.filter(|_| error.is_in_option()) else {
            break;
        };
        absent.is_absent_if_empty = true;
        outcome = T::deserialize(Named(groups));
    }
    outcome
}
