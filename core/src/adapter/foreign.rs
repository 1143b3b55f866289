//! The decision about an error response that no fault made.
//!
//! The client learns its status, and of a 4xx a short plain text that was meant for it. The log is
//! told how any other body begins: the service's own words about what went wrong are nowhere else.

use super::bond::{InspectBody, Look};
use super::inspect::{InspectResponse, Request};
use crate::Condition;
use crate::envelopes::Envelopes;
use crate::fault::{Fault, FrameworkWords, Kind, cut_to, of_content_coding};
use crate::http::media_type::{is_grpc, is_json, is_plain_text, is_same, is_text};

/// The most that is kept of a foreign body, in bytes: a sentence, not a page.
const MAX_TEXT: usize = 1024;

/// The fault of a response from 400 up, or below 200, that says nothing true of itself; `None` if it
/// passes.
pub(super) fn fault_of_foreign(
    envelopes: &Envelopes,
    request: &Request<'_>,
    response: &impl InspectResponse,
    body: &mut dyn InspectBody,
    look: &mut Look,
) -> Option<Fault> {
    let status = response.status();
    let content_type = response.text("content-type");
    let fault = if let Some(condition) = response.condition() {
        Fault::detected(condition)
    } else if status < 200 {
        if status == 101 && response.has("upgrade") {
            return None;
        }
        // Any other interim status is no answer (RFC 9110 §15.2): HTTP/2 servers kill the whole
        // connection over it.
        Fault::detected(Condition::Internal)
    } else if content_type.is_some_and(is_grpc)
        || envelopes.foreign.passes(status, content_type)
        || response.is_of_upstream() && is_envelope(envelopes, request, response)
    {
        return None;
    } else {
        match response.text("accept-encoding") {
            // The field is there for that, and for no other 415 (RFC 9110 §12.5.3).
            Some(taken) if status == 415 => of_content_coding(Fault::foreign(status), taken),
            _ => Fault::foreign(status),
        }
    };
    let is_readable = content_type.is_none_or(|it| is_text(it) || is_json(it))
        && !response.has("content-encoding");
    let is_told = is_readable
        && content_type.is_some_and(is_plain_text)
        && is_client_error(status)
        && may_be_told(envelopes, request, &fault);
    let is_logged = is_readable && keeps_texts(envelopes);
    if (is_told || is_logged) && look.size(body) != Some(0) {
        look.poll(body);
    }
    // The body may have been polled before, whether it can be read or not.
    let reason = look.whole().filter(|_| is_told).and_then(|it| reason(it));
    let text = look.first.as_deref().filter(|_| is_logged);
    let fault = match (reason, text) {
        (Some(reason), _) => fault.with_reason(reason),
        (None, Some(text)) => fault.with_foreign_text(beginning(text)),
        (None, None) => fault,
    };
    Some(match response.cause() {
        Some(cause) => fault.because_text(cause),
        None => fault,
    })
}

/// The fault of an error of a framework's that was made a fault before a layer saw its response: who is
/// told of its words is decided as for that response. `None` for any other fault.
pub(super) fn fault_of_framework(
    envelopes: &Envelopes,
    request: &Request<'_>,
    fault: &Fault,
) -> Option<Fault> {
    fault.attached()?.words?;
    let (fault, words, text) = fault.clone().without_words();
    let text = text.unwrap_or_default();
    let is_of_client = match fault.kind {
        Kind::Foreign(status) => is_client_error(status),
        Kind::Code(..) | Kind::Condition(..) => true,
    };
    let is_told = words == Some(FrameworkWords::Plain)
        && is_of_client
        && may_be_told(envelopes, request, &fault);
    let is_logged = !text.is_empty() && keeps_texts(envelopes);
    Some(match reason(text.as_bytes()).filter(|_| is_told) {
        // The service's own word about it goes first.
        Some(_) if fault.reason().is_some() => fault,
        Some(reason) => fault.with_reason(reason),
        None if is_logged => fault.with_foreign_text(beginning(text.as_bytes())),
        None => fault,
    })
}

/// Whether a client may be told of a short plain text of a 4xx.
fn may_be_told(envelopes: &Envelopes, request: &Request<'_>, fault: &Fault) -> bool {
    let settings = envelopes.rare.as_deref();
    // Neither a gRPC call nor HEAD is answered with a body that could hold it.
    !settings.is_some_and(|it| it.hides_reasons)
        && !request.speaks_grpc
        && !request.is_head
        && is_client_error(fault.resolve(envelopes.service.catalog).status)
}

fn keeps_texts(envelopes: &Envelopes) -> bool {
    let settings = envelopes.rare.as_deref();
    !settings.is_some_and(|it| it.drops_foreign_texts)
}

const fn is_client_error(status: u16) -> bool {
    matches!(status, 400..500)
}

/// Whether a response has the head of an envelope in the service's style, or of its Markdown where the
/// request asks for that.
fn is_envelope(
    envelopes: &Envelopes,
    request: &Request<'_>,
    response: &impl InspectResponse,
) -> bool {
    let markdown = envelopes
        .as_markdown()
        .filter(|_| request.preferences.wants_markdown);
    let is_of_service = |content_type: &str| {
        is_same(content_type, &envelopes.style.media_type)
            || markdown.is_some_and(|it| is_same(content_type, it.media_type))
    };
    response.text("content-type").is_some_and(is_of_service)
        && response
            .text("x-error-code")
            .is_some_and(|it| !it.is_empty())
}

/// A body that is all there, as a text for the client.
fn reason(body: &[u8]) -> Option<&str> {
    let text = str::from_utf8(body).ok()?;
    (1..=MAX_TEXT).contains(&text.len()).then_some(text)
}

/// The beginning of a body as text, cut between characters. What is no UTF-8 is replaced by U+FFFD.
fn beginning(body: &[u8]) -> String {
    // A character that is cut does not look like one that is broken.
    let cut = match body.get(..MAX_TEXT) {
        Some(cut) => str::from_utf8(cut).map_or_else(
            |error| match error.error_len() {
                None => &cut[..error.valid_up_to()],
                Some(_) => cut,
            },
            str::as_bytes,
        ),
        None => body,
    };
    let mut text = String::from_utf8_lossy(cut).into_owned();
    // What takes the place of a broken character is longer than that may be.
    cut_to(&mut text, MAX_TEXT);
    text
}
