//! JSON:API 1.1 error documents.

use serde_json::Value;

use super::body::{Body, Check};
use super::details::{check_own, check_place};
use super::members::{Members, Problems};

pub(super) fn check(value: &Value, status: u16) -> Check {
    let mut problems = Problems::new();
    let body = read(value, status, &mut problems).unwrap_or_default();
    (body, problems)
}

fn read(value: &Value, status: u16, problems: &mut Problems) -> Option<Body> {
    let top = Members::of(value, "", problems)?;
    top.only(&["errors", "meta", "jsonapi", "links"], problems);
    if top.get("errors").is_none() {
        problems.push("errors is missing".into());
    }
    let errors = top.optional_objects("errors", problems);
    for error in &errors {
        check_error(error, problems);
    }
    let meta = top.object("meta", problems)?;
    let request_id = meta.text("request_id", problems);
    // With violations the fault's own code is here; each of them has its own.
    let fault = meta.optional_text("code", problems);
    check_statuses(&errors, status, problems);
    let first = errors.first().and_then(|error| error.get("code"));
    let code = fault.or_else(|| first.and_then(Value::as_str));
    Some(Body {
        code: code.map(str::to_owned),
        request_id: request_id.map(str::to_owned),
    })
}

/// The status of the response is the one that is true of all errors; only where they disagree about it is
/// it one that stands for them (<https://jsonapi.org/format/1.1/#error-objects>).
fn check_statuses(errors: &[Members<'_>], status: u16, problems: &mut Problems) {
    let members = errors.iter().map(|error| error.get("status"));
    let mut statuses = members.map(|status| status.and_then(Value::as_str));
    let first = statuses.next().flatten();
    if !statuses.all(|status| status == first) || first == Some(&*status.to_string()) {
        return;
    }
    if let Some(error) = errors.first() {
        let name = error.name("status");
        problems.push(format!("{name} differs from the response's, {status}"));
    }
}

/// An error object, as <https://jsonapi.org/format/1.1/#error-objects> has it.
fn check_error(error: &Members<'_>, problems: &mut Problems) {
    let members = [
        "id", "links", "status", "code", "title", "detail", "source", "meta",
    ];
    error.only(&members, problems);
    for member in ["code", "title", "detail"] {
        error.text(member, problems);
    }
    error.optional_text("id", problems);
    if let Some(status) = error.text("status", problems) {
        let number = status.parse::<u16>().ok();
        if status.len() != 3 || number.is_none_or(|status| status < 400) {
            problems.push(format!("{} is not an error status", error.name("status")));
        }
    }
    if let Some(meta) = error.optional_details("meta", problems) {
        check_own(&meta, problems);
    }
    if let Some(source) = error.optional_object("source", problems) {
        source.only(&["pointer", "parameter", "header"], problems);
        if ["pointer", "parameter", "header"]
            .iter()
            .all(|place| source.get(place).is_none())
        {
            problems.push(format!("{} is empty", error.name("source")));
        }
        check_place(&source, false, problems);
    }
    if let Some(links) = error.optional_object("links", problems) {
        links.only(&["about", "type"], problems);
        for link in ["about", "type"] {
            let href = links.get(link).map(|link| link.get("href").unwrap_or(link));
            if href.is_some_and(|href| !href.is_string() && !href.is_null()) {
                problems.push(format!("{} is not a link", links.name(link)));
            }
        }
    }
}
