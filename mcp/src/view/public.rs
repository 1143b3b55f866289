//! The public view of a fault: `structuredContent` of a tool's result, `data` of a JSON-RPC error.

use manila::{Applied, Code, Object, PublicFault, PublicViolation, Retry, Source, WireCode};
use serde_json::value::RawValue;

use super::remedy::Remedy;

/// When to repeat a call, as far as the fault or its catalog knows.
pub(super) struct RetryAdvice {
    pub(super) advice: Option<Retry>,
    pub(super) after_seconds: Option<u64>,
    pub(super) applied: Option<Applied>,
}

impl RetryAdvice {
    /// What the fault knows goes before what its catalog says of the code. HTTP says the advice in a
    /// header field, which MCP does not have.
    pub(super) fn of(fault: &PublicFault<'_>) -> Self {
        let entry = fault.catalog_code();
        Self {
            advice: entry.and_then(Code::retry),
            after_seconds: fault.retry().and_then(|moment| moment.seconds()),
            applied: fault.applied().or_else(|| entry.and_then(Code::applied)),
        }
    }

    const fn is_known(&self) -> bool {
        self.advice.is_some() || self.after_seconds.is_some() || self.applied.is_some()
    }
}

pub(super) fn write_public(fault: &PublicFault<'_>, object: &mut Object<'_>) {
    write_code(fault.code(), object);
    object.integer("status", fault.status().into());
    object.string("message", fault.message());
    if fault.details().next().is_some() || fault.reason().is_some() {
        object.object("details", |details| {
            for (name, json) in fault.details() {
                write_json(&name, json, details);
            }
            details.string_if("reason", fault.reason());
        });
    }
    if fault.violations().len() > 0 {
        object.array("violations", |violations| {
            for violation in fault.violations() {
                violations.object(|object| write_violation(&violation, object));
            }
        });
    }
    if fault.has_more_violations() {
        object.boolean("more", true);
    }
    if let Some(truncated) = fault.truncated() {
        object.integer("truncated", truncated);
    }
    let retry = RetryAdvice::of(fault);
    if retry.is_known() {
        object.object("retry", |object| {
            object.string_if("advice", retry.advice.map(Retry::as_str));
            if let Some(seconds) = retry.after_seconds {
                object.value("after_seconds", seconds);
            }
            object.string_if("applied", retry.applied.map(Applied::as_str));
        });
    }
    if let Some(remedy) = Remedy::of(fault) {
        object.object("remedy", |object| remedy.write(object));
    }
    object.string_if("request_id", fault.request_id());
}

fn write_violation(violation: &PublicViolation<'_>, object: &mut Object<'_>) {
    write_code(&violation.code(), object);
    object.string("message", &violation.message());
    match violation.source() {
        Some(Source::Pointer(pointer)) => object.string("pointer", pointer.as_str()),
        Some(Source::Parameter(name)) => object.string("parameter", name),
        Some(Source::Header(name)) => object.string("header", name),
        _ => {}
    }
    if violation.has_details() {
        object.object("details", |details| violation.write_details(details));
    }
}

fn write_code(code: &WireCode, object: &mut Object<'_>) {
    object.value("code", code);
}

/// Adds a value that is JSON already.
fn write_json(name: &str, json: &str, object: &mut Object<'_>) {
    if let Ok(json) = serde_json::from_str::<&RawValue>(json) {
        object.value(name, json);
    }
}
