//! `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`.

use super::envelope::{Envelope, SOURCE_MESSAGE, violation};
use super::json::{boolean, code, members, text, word};

/// Reads a body of the style; `has_code` where the header says the code.
pub(super) fn read(json: &str, has_code: bool) -> Option<Envelope> {
    let [ok, error] = members(json, ["ok", "error"])?;
    if boolean(ok?)? {
        return None;
    }
    let names = ["code", "message", SOURCE_MESSAGE, "request_id", "details"];
    let [own, message, source_message, request_id, details] = members(error?, names)?;
    let mut envelope = Envelope {
        code: own.and_then(code),
        message: message.and_then(text),
        source_message: source_message.and_then(text),
        request_id: request_id.and_then(word),
        ..Envelope::default()
    };
    if let Some(details) = details {
        envelope.take_details(details);
        let [errors] = members(details, ["errors"]).unwrap_or_default();
        envelope.take_violations(errors, violation);
    }
    (envelope.code.is_some() || has_code).then_some(envelope)
}
