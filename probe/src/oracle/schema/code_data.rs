//! `{"code":-403,"data":…}`

use serde_json::Value;

use super::body::{Body, Check};
use super::details::{Violations, check_own};
use super::members::{Members, Problems};

pub(super) fn check(value: &Value, _: u16) -> Check {
    let mut problems = Problems::new();
    let body = read(value, &mut problems).unwrap_or_default();
    (body, problems)
}

fn read(value: &Value, problems: &mut Problems) -> Option<Body> {
    let top = Members::of(value, "", problems)?;
    top.only(&["code", "data"], problems);
    let code = top.get("code").and_then(Value::as_i64);
    if code.is_none_or(|code| code >= 0) {
        problems.push("code is not a negative integer".into());
    }
    match top.get("data") {
        Some(Value::String(_)) => {
            top.text("data", problems);
        }
        Some(Value::Object(_)) => check_data(&top, problems),
        _ => problems.push("data is neither a string nor an object".into()),
    }
    Some(Body {
        code: code.map(|code| code.to_string()),
        request_id: None,
    })
}

fn check_data(top: &Members<'_>, problems: &mut Problems) {
    let Some(data) = top.object("data", problems) else {
        return;
    };
    data.only(&["message", "details", "errors"], problems);
    data.text("message", problems);
    if data.get("details").is_none() && data.get("errors").is_none() {
        problems.push("data is an object with a message alone, which should be a string".into());
    }
    if let Some(details) = data.optional_details("details", problems) {
        check_own(&details, problems);
    }
    let violations = Violations {
        message: "message",
        are_fragments: false,
    };
    violations.check(&data, problems);
}
