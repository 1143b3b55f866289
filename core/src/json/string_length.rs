//! Where a string ends.

/// The length of the JSON string that bytes begin with, with its quotation marks; `None` where it does
/// not end.
pub(crate) fn string_length(json: &[u8]) -> Option<usize> {
    // The first quotation mark ends nothing.
    let mut is_escaped = true;
    let end = json.iter().position(|byte| {
        let is_end = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    });
    Some(end? + 1)
}
