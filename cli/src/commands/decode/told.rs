//! A response that was read, in words.

use std::fmt::Write as _;
use std::time::{Duration, SystemTime};

use manila::{Retry, Source, Status};
use manila_client::{ReadAs, RemoteError, RemoteViolation};
use serde_json::{Map, Value};

use super::super::explain::{explain, wrap};
use super::super::http_code;
use super::decoded::{Decoded, ExitCodeOf};
use crate::shown::cut;

/// The longest text of the response that is told, in characters.
const LONGEST: usize = 1_024;

/// How many details and violations are told.
const MOST_TOLD: usize = 20;

pub(super) fn text(decoded: &Decoded<'_>) -> String {
    let status = phrase(decoded.remote.status());
    if !decoded.is_error() {
        return format!("{status}: no error\n");
    }
    let mut text = headline(decoded, &status);
    about(decoded, &mut |name, value| {
        let _ = writeln!(text, "  {name:<14} {}", wrap(&cut(value, LONGEST)));
    });
    if let Some(explained) = explained(decoded) {
        text += "\n";
        text += &explained;
    }
    text
}

fn headline(decoded: &Decoded<'_>, status: &str) -> String {
    let mut text = status.to_owned();
    if let Some(code) = decoded.code() {
        let _ = write!(text, ", {}", wrap(&code));
    }
    if let Some(sentence) = decoded.remote.message() {
        let _ = write!(text, ": {}", wrap(&cut(sentence, LONGEST)));
    }
    text + "\n"
}

fn about(decoded: &Decoded<'_>, line: &mut impl FnMut(&str, &str)) {
    let remote = decoded.remote;
    line("read as", &read_as(remote));
    if let Some(sentence) = remote.source_message() {
        line("source", sentence);
    }
    if let Some(tag) = remote.language() {
        line("language", tag);
    }
    if let Some(reason) = remote.reason() {
        line("reason", reason);
    }
    let details = remote.details::<Map<String, Value>>().unwrap_or_default();
    for (name, value) in details.iter().take(MOST_TOLD) {
        line("detail", &format!("{name}: {value}"));
    }
    if let Some(more @ 1..) = details.len().checked_sub(MOST_TOLD) {
        line("", &format!("and {more} more"));
    }
    for violation in remote.violations().iter().take(MOST_TOLD) {
        line("invalid", &field(violation));
        if let Some(sentence) = violation.source_message() {
            line("", &format!("source: {sentence}"));
        }
    }
    match remote.violations().len().saturating_sub(MOST_TOLD) {
        0 if remote.has_more_violations() => line("", "and more that the service did not count"),
        0 => {}
        more => line("", &format!("and {more} more")),
    }
    if let Some(left_out) = remote.truncated() {
        line(
            "left out",
            &format!("{left_out} for want of room in the body"),
        );
    }
    if let Some(id) = decoded.request_id() {
        line("request id", &id);
    }
    if let Some(retry) = retry(remote) {
        line("retry", &retry);
    }
    if let Some(applied) = remote.applied() {
        line("had its effect", applied.as_str());
    }
    for step in remote.remedy().map_or(&[][..], |remedy| remedy.steps()) {
        line("to do", step);
    }
    if let Some(address) = remote.documentation() {
        line("see", &address);
    }
    if remote.read_as() == ReadAs::Foreign && !remote.excerpt().is_empty() {
        line("body", remote.excerpt());
    }
    line("exit code", &exit_code(decoded));
}

fn read_as(remote: &RemoteError) -> String {
    match remote.read_as() {
        ReadAs::Foreign if remote.code().is_some() => {
            "no error envelope: the code is that of `x-error-code`".to_owned()
        }
        ReadAs::Foreign => "no error envelope: go by the status".to_owned(),
        style => format!("an error in the style {style}"),
    }
}

fn field(violation: &RemoteViolation) -> String {
    let mut text = match violation.source() {
        Some(Source::Pointer(pointer)) => format!("{pointer}: "),
        Some(Source::Parameter(name)) => format!("parameter {name}: "),
        Some(Source::Header(name)) => format!("header field {name}: "),
        _ => String::new(),
    };
    match (violation.message(), violation.code()) {
        (Some(message), Some(code)) => _ = write!(text, "{message} ({code})"),
        (message, code) => text += message.or(code).unwrap_or("not valid"),
    }
    text
}

fn retry(remote: &RemoteError) -> Option<String> {
    let advice = remote.retry();
    if let Some(wait) = advice.wait(SystemTime::now()) {
        return Some(format!("after {}", seconds(wait)));
    }
    let text = match (advice.is_advised()?, advice.of_catalog()) {
        (true, Some(Retry::Backoff)) => "yes, with growing pauses",
        (true, _) => "yes, later",
        (false, Some(Retry::AfterChange)) => "no: change the request first",
        (false, _) => "no",
    };
    Some(text.to_owned())
}

fn seconds(wait: Duration) -> String {
    format!("{} s", wait.as_secs_f64())
}

/// The exit code, and who says so.
fn exit_code(decoded: &Decoded<'_>) -> String {
    let source = match decoded.exit_code_of() {
        ExitCodeOf::Sysexits => "of sysexits.h, as no catalog is named",
        ExitCodeOf::Code => "of the code",
        ExitCodeOf::Status => "of the status, as the catalog does not know the code",
    };
    format!("{}, {source}", decoded.exit_code)
}

/// What the catalog says of the code, or HTTP of its own.
fn explained(decoded: &Decoded<'_>) -> Option<String> {
    match decoded.known() {
        Some((catalog, entry)) => Some(explain(catalog, entry)),
        None => http_code::explain(decoded.remote.code()?),
    }
}

/// The status, with HTTP's words for it.
fn phrase(status: u16) -> String {
    match Status::new(status).map_or("", Status::phrase) {
        "" => status.to_string(),
        phrase => format!("{status} {phrase}"),
    }
}
