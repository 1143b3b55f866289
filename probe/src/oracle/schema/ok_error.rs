//! `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`

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
    top.only(&["ok", "error"], problems);
    if top.get("ok") != Some(&Value::Bool(false)) {
        problems.push("ok is not false".into());
    }
    let error = top.object("error", problems)?;
    error.only(&["code", "message", "details"], problems);
    let code = error.code("code", problems);
    error.text("message", problems);
    if let Some(details) = error.optional_details("details", problems) {
        check_own(&details, problems);
        let violations = Violations {
            message: "message",
            are_fragments: false,
        };
        violations.check(&details, problems);
    }
    Some(Body {
        code,
        request_id: None,
    })
}
