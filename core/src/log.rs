//! The one event of an error response.

use std::fmt::Write as _;

use crate::fault::{Details, Fault, Member};
use crate::render::Rendered;
use crate::violation::Violation;

/// Tells the log of an error response: one `tracing` event with the target `manila::fault` and the
/// fields `request_id`, `code`, `status`, `error`, `location` and, where there is one, `trace_id`.
/// A status from 500 up is an error, any other a piece of information.
///
/// This is the only place where a cause is told. Adapters call it once per response. The text of
/// the id is asked for only if somebody listens.
pub fn log(
    fault: &Fault,
    rendered: &Rendered,
    request_id: impl AsRef<str>,
    trace_id: Option<&str>,
) {
    let status = rendered.fault_status();
    let code = rendered.code();
    macro_rules! event {
        ($level:ident, $message:literal) => {
            tracing::$level!(
                target: "manila::fault",
                request_id = request_id.as_ref(),
                code,
                status,
                error = hidden(fault, rendered),
                location = fault.location.map(tracing::field::display),
                trace_id,
                $message
            )
        };
    }
    // The level of an event is part of its static description.
    if status >= 500 {
        event!(error, "request failed");
    } else {
        event!(info, "request refused");
    }
}

/// Everything that the client was not told, as one line.
fn hidden(fault: &Fault, rendered: &Rendered) -> Option<String> {
    let extra = fault.extra()?;
    let mut parts = Vec::new();
    if let Some(cause) = &extra.cause {
        parts.push(cause.chain());
    }
    if rendered.fault_status() >= 500 {
        parts.extend(
            extra
                .message
                .as_deref()
                .map(|message| format!("message: {message}")),
        );
        let tell = |member: Member<'_>| {
            let value = String::from_utf8_lossy(member.value());
            format!("detail {}: {value}", member.name())
        };
        parts.extend(extra.details.members().map(tell));
    }
    let violations = extra
        .violations
        .iter()
        .filter_map(Violation::details)
        .flat_map(Details::left_out);
    let left_out = extra.details.left_out().iter().chain(violations);
    parts.extend(left_out.map(|what| format!("left out: {what}")));
    (!parts.is_empty()).then(|| one_line(&parts.join("; ")))
}

/// The text with its control characters escaped, so that it cannot forge a line of a log.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() {
            let _ = write!(line, "{}", c.escape_default());
        } else {
            line.push(c);
        }
    }
    line
}
