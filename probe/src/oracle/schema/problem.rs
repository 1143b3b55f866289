//! Problem details (RFC 9457).

use serde_json::Value;

use super::body::{Body, Check};
use super::details::{Violations, check_own};
use super::members::{Members, Problems};
use super::phrase::phrase;

const MEMBERS: [&str; 9] = [
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "code",
    "request_id",
    "details",
    "errors",
];

pub(super) fn check(value: &Value, status: u16) -> Check {
    let mut problems = Problems::new();
    let body = read(value, status, &mut problems).unwrap_or_default();
    (body, problems)
}

fn read(value: &Value, status: u16, problems: &mut Problems) -> Option<Body> {
    let top = Members::of(value, "", problems)?;
    top.only(&MEMBERS, problems);
    let title = top.text("title", problems);
    // Without a page of its own a problem is no more than its status (RFC 9457 §4.2.1).
    if top.text("type", problems) == Some("about:blank") && title != Some(&*phrase(status)) {
        problems.push(format!(
            "title is not the status phrase {:?}",
            phrase(status)
        ));
    }
    if top.get("status").and_then(Value::as_u64) != Some(status.into()) {
        problems.push(format!("status differs from the response's, {status}"));
    }
    top.text("detail", problems);
    let code = top.code("code", problems);
    let request_id = top.text("request_id", problems);
    if let (Some(instance), Some(id)) = (top.optional_text("instance", problems), request_id)
        && instance != format!("urn:uuid:{id}")
    {
        problems.push("instance is not the URN of the request id".into());
    }
    if let Some(details) = top.optional_details("details", problems) {
        check_own(&details, problems);
    }
    let violations = Violations {
        message: "detail",
        are_fragments: true,
    };
    violations.check(&top, problems);
    Some(Body {
        code,
        request_id: request_id.map(str::to_owned),
    })
}
