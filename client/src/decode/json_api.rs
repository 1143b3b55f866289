//! Error documents of JSON:API 1.1.

use super::envelope::{By, Envelope, PLACES, SOURCE_MESSAGE, own_members, source};
use super::json::{elements, members, text, word};
use crate::violation::RemoteViolation;

/// Reads a body of the style; `has_code` where the header says the code. The code of the fault is
/// `meta.code` beside violations, which have an error object each, else that of the one error object.
pub(super) fn read(json: &str, by: By, has_code: bool) -> Option<Envelope> {
    let [errors, meta] = members(json, ["errors", "meta"])?;
    let (first, _) = elements(errors?, 1)?;
    let names = ["status", "code", "title", "detail", "meta", "links"];
    let [status, own, title, detail, own_meta, links] = members(first.first()?, names)?;
    let own = own.and_then(word);
    if by == By::Shape && !(own.is_some() && status.and_then(text).is_some_and(|it| is_status(&it)))
    {
        return None;
    }
    let names = [
        "code",
        "request_id",
        "details",
        "remedy",
        "more",
        "truncated",
    ];
    let [of_fault, request_id, details, remedy, more, truncated] = meta
        .and_then(|meta| members(meta, names))
        .unwrap_or_default();
    let mut envelope = Envelope {
        code: of_fault.and_then(word),
        request_id: request_id.and_then(word),
        ..Envelope::default()
    };
    if envelope.code.is_some() {
        if let Some(details) = details {
            envelope.take_details(details);
        }
        envelope.take_violations(errors, violation);
    } else {
        envelope.code = own;
        envelope.title = title.and_then(text);
        envelope.message = detail.and_then(text);
        envelope.documentation = links.and_then(link);
        if let Some(own_meta) = own_meta {
            envelope.take_details(own_meta);
            envelope.source_message = source_message(own_meta);
        }
    }
    envelope.take_remedy(remedy);
    envelope.take_extent(more, truncated);
    (envelope.code.is_some() || has_code).then_some(envelope)
}

fn violation(json: &str) -> Option<RemoteViolation> {
    let [own, detail, place, meta] = members(json, ["code", "detail", "source", "meta"])?;
    let [pointer, parameter, header] = place
        .and_then(|place| members(place, PLACES))
        .unwrap_or_default();
    Some(RemoteViolation {
        code: own.and_then(word),
        message: detail.and_then(text),
        source_message: meta.and_then(source_message),
        source: source(pointer, parameter, header),
        details: meta.and_then(|meta| own_members(meta, &[SOURCE_MESSAGE])?),
    })
}

/// The sentence in the language of the catalog, which stands beside the details.
fn source_message(meta: &str) -> Option<String> {
    let [sentence] = members(meta, [SOURCE_MESSAGE])?;
    text(sentence?)
}

/// The member `type` of `links`: an address, or an object that has it as `href` (JSON:API, "Links").
fn link(json: &str) -> Option<String> {
    let [link] = members(json, ["type"])?;
    let link = link?;
    word(link).or_else(|| {
        let [address] = members(link, ["href"])?;
        word(address?)
    })
}

/// Three digits, as JSON:API writes a status.
fn is_status(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}
