//! What a client may learn of a fault.

use std::time::Duration;

use manila::{Catalog, Envelopes, Fault};

use super::error::{ExpectedFault, ExpectedViolation, Members};
use super::resolve::{Resolved, resolve_fault, resolve_violation};
use crate::fault::{
    AppliedCase, DetailName, FaultCase, Outcome, PlaceCase, RetryCase, Step, Value,
};
use crate::json::{Json, parse};
use crate::text::Text;

/// What a client may learn; none where that depends on how numbers are spelled.
pub(crate) fn expected_fault(
    fault: &FaultCase,
    catalog: Option<&'static Catalog>,
) -> Option<ExpectedFault> {
    let resolved = resolve_fault(fault, catalog);
    let status = resolved.code.status;
    let mut details = attached(&fault.details)?;
    if let Some(members) = &fault.members
        && let Outcome::Attached(Json::Object(members)) = settled(members)?
    {
        for (name, json) in members {
            attach(&mut details, &name, json);
        }
    }
    let is_declared = |name: &str| resolved.entry.is_some_and(|entry| entry.declares(name));
    details.retain(|(name, _)| status < 500 || is_declared(name));

    let mut own_details = Vec::new();
    if let Some(Text(reason)) = fault.reason.as_ref().filter(|_| status < 500) {
        own_details.push(("reason".to_owned(), Json::text(reason.clone())));
    }
    own_details.extend(retry(fault).map(|retry| ("retry".to_owned(), retry)));

    let catalogs_message = catalogs_message(&resolved, &details)?;
    let shortest_message = match resolved.entry {
        None => https_message(status),
        Some(entry) => {
            let message = entry.message().filter(|message| !message.contains("{ $"));
            message.unwrap_or(entry.title()).to_owned()
        }
    };
    let message = match &fault.message {
        Some(Text(own)) if status < 500 => own.clone(),
        _ => catalogs_message.clone(),
    };
    let violations = fault.violations.iter().map(|violation| {
        Some(ExpectedViolation {
            code: resolve_violation(violation.rule, &resolved, catalog).code,
            message: violation.message.0.clone(),
            place: place(&violation.place),
            details: attached(&violation.details)?,
        })
    });
    Some(ExpectedFault {
        violations: if status < 500 {
            violations.collect::<Option<_>>()?
        } else {
            Vec::new()
        },
        code: resolved.code,
        message,
        catalogs_message,
        shortest_message,
        details,
        own_details,
    })
}

fn settled(value: &Value) -> Option<Outcome> {
    match value.outcome() {
        Outcome::Borderline => None,
        outcome => Some(outcome),
    }
}

fn attached(details: &[(DetailName, Value)]) -> Option<Members> {
    let mut known = Vec::new();
    for (DetailName(name), value) in details {
        if let Outcome::Attached(json) = settled(value)? {
            attach(&mut known, name, json);
        }
    }
    Some(known)
}

/// A later value takes the place of an earlier one, and Manila's own names stay its own.
fn attach(details: &mut Members, name: &str, json: Json) {
    if [
        "errors",
        "more",
        "reason",
        "remedy",
        "retry",
        "source_message",
        "truncated",
    ]
    .contains(&name)
    {
        return;
    }
    match details.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) => *known = json,
        None => details.push((name.to_owned(), json)),
    }
}

fn retry(fault: &FaultCase) -> Option<Json> {
    let mut members = Vec::new();
    if let Some(RetryCase::After(after)) = fault.retry {
        members.push((
            "after_seconds".to_owned(),
            Json::Number(seconds(after).to_string()),
        ));
    }
    if let Some(applied) = fault.applied.map(AppliedCase::word) {
        members.push(("applied".to_owned(), Json::text(applied)));
    }
    (!members.is_empty()).then_some(Json::Object(members))
}

/// Whole seconds rounded up, at least 1 and at most a year's.
pub(crate) fn seconds(after: Duration) -> u128 {
    after
        .as_nanos()
        .div_ceil(1_000_000_000)
        .clamp(1, 31_536_000)
}

/// The catalog's sentence with its details filled in, else its title, else HTTP's sentence.
fn catalogs_message(resolved: &Resolved, details: &[(String, Json)]) -> Option<String> {
    let Some(entry) = resolved.entry else {
        return Some(https_message(resolved.code.status));
    };
    let Some(message) = entry.message() else {
        return Some(entry.title().to_owned());
    };
    let mut filled = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once("{ $") {
        let (name, behind) = after.split_once(" }")?;
        filled.push_str(before);
        match details.iter().find(|(known, _)| known == name) {
            None | Some((_, Json::Null)) => return Some(entry.title().to_owned()),
            Some((_, Json::Text(text))) => filled.push_str(text),
            Some((_, Json::Boolean(value))) => filled.push_str(&value.to_string()),
            Some((_, Json::Number(number))) if !number.contains(['.', 'e', 'E']) => {
                filled.push_str(number);
            }
            // How other values look inside a sentence is nobody's promise.
            Some(_) => return None,
        }
        rest = behind;
    }
    Some(filled + rest)
}

/// The sentence of HTTP's own code. The contract leaves its wording open, but for that it is the
/// same in every service.
fn https_message(status: u16) -> String {
    let rendered = Envelopes::ok_error().render(&Fault::foreign(status), None);
    let body = parse(rendered.body()).unwrap_or(Json::Null);
    match body.get("error").and_then(|error| error.get("message")) {
        Some(Json::Text(message)) => message.clone(),
        _ => panic!("no message for {status}"),
    }
}

fn place(place: &PlaceCase) -> Option<(&'static str, String)> {
    Some(match place {
        PlaceCase::Nowhere => return None,
        PlaceCase::Pointer(steps) => ("pointer", pointer(steps)),
        PlaceCase::Parameter(Text(name)) => ("parameter", name.clone()),
        PlaceCase::Header(Text(name)) => ("header", name.clone()),
    })
}

/// The pointer of these steps (RFC 6901 §3).
fn pointer(steps: &[Step]) -> String {
    let mut tokens = Vec::new();
    for step in steps {
        match step {
            Step::Member(Text(name)) => tokens.push(name.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => tokens.push(index.to_string()),
            Step::Parent => {
                tokens.pop();
            }
        }
    }
    tokens.iter().map(|token| format!("/{token}")).collect()
}
