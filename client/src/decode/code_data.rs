//! `{"code":-403,"data":…}`.

use super::envelope::{Envelope, SOURCE_MESSAGE, violation};
use super::json::{integer, members, text, word};

/// Reads a body of the style. Its code is a number that need not be the catalog's: see
/// [`Envelope::number`].
pub(super) fn read(json: &str) -> Option<Envelope> {
    let [code, data] = members(json, ["code", "data"])?;
    let number = integer(code?).filter(|number| *number < 0)?;
    let data = data?;
    let mut envelope = Envelope {
        code: Some(number.to_string()),
        number: Some(number),
        message: text(data),
        ..Envelope::default()
    };
    if envelope.message.is_none() {
        let names = ["message", SOURCE_MESSAGE, "request_id", "details", "errors"];
        let [message, source_message, request_id, details, errors] = members(data, names)?;
        envelope.message = Some(message.and_then(text)?);
        envelope.source_message = source_message.and_then(text);
        envelope.request_id = request_id.and_then(word);
        if let Some(details) = details {
            envelope.take_details(details);
        }
        envelope.take_violations(errors, violation);
    }
    Some(envelope)
}
