//! The parameters of a path, which are all text. Places are their names.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::issue::DecodeIssue;
use super::pairs::parameter;
use super::sentence::{issue_of, json_type, without_input};
use super::text::Parameters;
use crate::Condition;
use crate::fault::Fault;

/// Reads a value from the parameters of a path: a struct or a map takes them by name, a tuple or a
/// list in their order, and any other type is the only one. Values are decoded.
///
/// An adapter has the framework's own extractor read them first, and asks here what is wrong.
///
/// ```
/// use manila::Envelopes;
/// use manila::extract::path;
///
/// #[derive(Debug, serde::Deserialize)]
/// #[serde(rename_all = "lowercase")]
/// enum Role { Admin, Reader }
///
/// let fault = path::<(u32, Role)>([("id", "7".into()), ("role", "root".into())]).unwrap_err();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// assert_eq!(rendered.status(), 400);
/// assert!(std::str::from_utf8(rendered.body()).unwrap().contains(r#""parameter":"role""#));
/// ```
///
/// # Errors
///
/// The condition `invalid_path`, with a violation that names the parameter; `internal`, where the
/// type does not fit the parameters of the route, so that no request can be right.
pub fn path<'p, T: DeserializeOwned>(
    parameters: impl IntoIterator<Item = (&'p str, Cow<'p, str>)>,
) -> Result<T, Fault> {
    let parameters: Vec<_> = parameters.into_iter().collect();
    T::deserialize(Parameters(&parameters)).map_err(|error| {
        let issue = error.issue();
        if error.is_misfit() || is_missed(issue) {
            return Fault::detected(Condition::Internal).because_text(error);
        }
        error.caused(unreadable(issue, error.name()))
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
        return Fault::detected(Condition::Internal).because_text(without_input(message));
    }
    let fault = unreadable(&issue, name);
    if fault.violations().is_empty() || issue.is_vague() {
        return fault.because_text(without_input(message));
    }
    fault
}

/// Whether a route and the type of its parameters do not agree, whatever a client sends. The texts
/// are those of `actix-router`.
fn is_misfit(issue: &DecodeIssue, message: &str) -> bool {
    is_missed(issue)
        || message.starts_with("wrong number of parameters")
        || message.starts_with("unsupported type")
}

/// Whether a route has not the parameters that are wanted.
const fn is_missed(issue: &DecodeIssue) -> bool {
    matches!(issue, DecodeIssue::Missing(_) | DecodeIssue::Unknown(_))
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
    let fault = Fault::detected(Condition::InvalidPath);
    match name {
        Some(name) => fault.with_violation(parameter(issue, name)),
        None => fault,
    }
}
