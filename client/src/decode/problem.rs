//! Problem details (RFC 9457), with the code as an extension.

use super::envelope::{By, Envelope, PLACES, own_details, source};
use super::json::{code, integer, members, text, word};
use crate::violation::RemoteViolation;

/// Reads a body of the style; `has_code` where the header says the code. The member `status` is not looked
/// at but for its type: the real one counts (RFC 9457 §3.1.2).
pub(super) fn read(json: &str, by: By, has_code: bool) -> Option<Envelope> {
    let [r#type, title, status, detail, source_detail] =
        members(json, ["type", "title", "status", "detail", "source_detail"])?;
    let [own, request_id, details, errors] =
        members(json, ["code", "request_id", "details", "errors"])?;
    let mut envelope = Envelope {
        code: own.and_then(code),
        message: detail.and_then(text),
        source_message: source_detail.and_then(text),
        title: title.and_then(text),
        request_id: request_id.and_then(word),
        documentation: r#type
            .and_then(word)
            .filter(|address| address != "about:blank"),
        ..Envelope::default()
    };
    let is_known = match by {
        By::MediaType => envelope.code.is_some() || has_code,
        By::Shape => {
            envelope.code.is_some()
                && r#type.and_then(text).is_some()
                && envelope.title.is_some()
                && status.and_then(integer).is_some()
        }
    };
    if let Some(details) = details {
        envelope.take_details(details);
    }
    envelope.take_violations(errors, violation);
    is_known.then_some(envelope)
}

fn violation(json: &str) -> Option<RemoteViolation> {
    let [own, detail, source_detail, details] =
        members(json, ["code", "detail", "source_detail", "details"])?;
    let [pointer, parameter, header] = members(json, PLACES)?;
    Some(RemoteViolation {
        code: own.and_then(code),
        message: detail.and_then(text),
        source_message: source_detail.and_then(text),
        source: source(pointer, parameter, header),
        details: details.and_then(own_details),
    })
}
