//! O5: the id that ties a response to its request.

use super::rule::{Finding, Rule};
use crate::wire::{Request, Response};

/// The ids of a service.
#[derive(Debug, Clone)]
pub(super) struct Ids {
    /// The header field, in lower case.
    pub(super) field: String,
    /// The characters that an id may have beside letters, digits, `.`, `_` and `-`.
    pub(super) characters: String,
}

impl Ids {
    /// Checks the id in the header, against the body's where the style has one, and against what
    /// the request came with.
    pub(super) fn check(
        &self,
        request: &Request,
        response: &Response,
        in_body: Option<&str>,
    ) -> Vec<Finding> {
        let Self { field, characters } = self;
        let mut findings = Vec::new();
        let mut find = |message| findings.push(Finding::new(Rule::RequestId, message));
        match response.values(field).collect::<Vec<_>>()[..] {
            [] => find(format!("{field} is missing")),
            [id] if !self.is_id(id.as_bytes()) => {
                let message =
                    format!("{field} is {id:?}, not 1 to 128 of [A-Za-z0-9._{characters}-]");
                find(message);
            }
            [id] => {
                if let Some(in_body) = in_body.filter(|in_body| *in_body != id) {
                    find(format!("{field} is {id:?}, but {in_body:?} in the body"));
                }
            }
            _ => find(format!("{field} appears more than once")),
        }
        if let Some(refused) = self.refused(request)
            && let Some(place) = place_of(&refused, response)
        {
            find(format!(
                "the invalid id {refused:?} of the request is in the {place}"
            ));
        }
        findings
    }

    /// The id of a request that the service may not take over: one that does not fit, or one of
    /// several.
    fn refused(&self, request: &Request) -> Option<String> {
        let mut ids = request.values(&self.field);
        let id = ids.next()?;
        let is_fit = self.is_id(id) && ids.next().is_none();
        (!is_fit).then(|| String::from_utf8_lossy(id).into_owned())
    }

    /// `[A-Za-z0-9._-]{1,128}`, and the further characters.
    fn is_id(&self, id: &[u8]) -> bool {
        let is_allowed = |byte: &u8| {
            let is_further = self.characters.as_bytes().contains(byte);
            byte.is_ascii_alphanumeric() || b"._-".contains(byte) || is_further
        };
        (1..=128).contains(&id.len()) && id.iter().all(is_allowed)
    }
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
