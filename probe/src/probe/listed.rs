//! What is known of the methods of paths, by the operations that are listed.

use std::collections::BTreeMap;

use super::settings::Settings;
use super::targets::operations;
use crate::oracle::{Finding, Rule};
use crate::provoke::{Attempt, WRONG_METHOD};
use crate::wire::{Request, Response};

/// The methods of each path.
pub(super) struct Listed(BTreeMap<String, Vec<String>>);

impl Listed {
    pub(super) fn of(settings: &Settings) -> Self {
        let mut listed: BTreeMap<String, Vec<String>> = BTreeMap::new();
        // A run with an invalid one has ended before.
        for operation in operations(settings).unwrap_or_default() {
            let path = format!("{}{}", settings.base, operation.filled());
            listed.entry(path).or_default().push(operation.method);
        }
        Self(listed)
    }

    /// Checks that a 405 names the methods that the path has. An empty field names none (RFC 9110
    /// §10.2.1): it is what a framework sends that does not know them.
    pub(super) fn check(&self, request: &Request, response: &Response) -> Option<Finding> {
        if response.status != 405 {
            return None;
        }
        let path = request.path.split('?').next().unwrap_or_default();
        let listed = self.0.get(path)?;
        let allowed = response
            .values("allow")
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .filter(|method| !method.is_empty());
        let allowed: Vec<_> = allowed.collect();
        if allowed.is_empty() {
            return None;
        }
        let is_missing = |method: &&String| !allowed.contains(&method.as_str());
        let missing: Vec<_> = listed.iter().filter(is_missing).cloned().collect();
        let shown = allowed.join(", ");
        let message = if !missing.is_empty() {
            let missing = missing.join(", ");
            format!("allow is {shown:?}, without {missing}, which the routes have")
        } else if allowed.contains(&&*request.method) {
            let method = &request.method;
            format!("allow is {shown:?}, though {method} is refused")
        } else {
            return None;
        };
        Some(Finding::new(Rule::StatusFields, message))
    }

    /// Operations whose path the service does not have: the list may be out of date, or lack what
    /// stands before its paths.
    pub(super) fn note(&self, attempts: &[Attempt]) -> Option<String> {
        let mut unknown: Vec<&str> = attempts
            .iter()
            .filter(|attempt| attempt.provocation.name == WRONG_METHOD)
            .filter(|attempt| self.0.contains_key(&attempt.request.path))
            .filter(|attempt| attempt.outcome.as_ref().is_ok_and(|it| it.status == 404))
            .map(|attempt| &*attempt.request.path)
            .collect();
        unknown.sort_unstable();
        unknown.dedup();
        let more = match unknown.len().checked_sub(1)? {
            0 => String::new(),
            more => format!(" and {more} other paths"),
        };
        let first = unknown[0];
        Some(format!(
            "nothing is at {first}{more} of the routes: a method that no path has is a 404 there, not a 405"
        ))
    }
}
