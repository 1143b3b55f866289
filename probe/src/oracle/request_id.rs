//! O5: the id that ties a response to its request.

use super::rule::{Finding, Rule};
use crate::wire::{Request, Response};

/// Checks the id in the header, against the body's where the style has one, and against what the
/// request came with.
pub(super) fn check(
    field: &str,
    request: &Request,
    response: &Response,
    in_body: Option<&str>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |message| findings.push(Finding::new(Rule::RequestId, message));
    match response.values(field).collect::<Vec<_>>()[..] {
        [] => find(format!("{field} is missing")),
        [id] if !is_id(id.as_bytes()) => {
            find(format!("{field} is {id:?}, not 1 to 128 of [A-Za-z0-9._-]"))
        }
        [id] => {
            if in_body.is_some_and(|in_body| in_body != id) {
                let in_body = in_body.unwrap_or_default();
                find(format!("{field} is {id:?}, but {in_body:?} in the body"));
            }
        }
        _ => find(format!("{field} appears more than once")),
    }
    if let Some(refused) = refused(field, request)
        && let Some(place) = place_of(&refused, response)
    {
        find(format!(
            "the invalid id {refused:?} of the request is in the {place}"
        ));
    }
    findings
}

/// The id of a request that no service may take over: one that does not fit, or one of several.
fn refused(field: &str, request: &Request) -> Option<String> {
    let mut ids = request.values(field);
    let id = ids.next()?;
    let is_fit = is_id(id) && ids.next().is_none();
    (!is_fit).then(|| String::from_utf8_lossy(id).into_owned())
}

fn place_of(text: &str, response: &Response) -> Option<&'static str> {
    if response
        .headers
        .iter()
        .any(|(_, value)| value.contains(text))
    {
        return Some("header");
    }
    response.text().contains(text).then_some("body")
}

/// `[A-Za-z0-9._-]{1,128}`
fn is_id(id: &[u8]) -> bool {
    let is_allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-".contains(byte);
    (1..=128).contains(&id.len()) && id.iter().all(is_allowed)
}
