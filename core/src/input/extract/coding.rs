//! Content codings of a body (RFC 9110 §8.4), which are undone before an extractor reads it.

use crate::Condition;
use crate::fault::{Fault, IDENTITY, of_content_coding};

/// Checks that a body is read as it was meant: that no content coding but `identity` is stated, given
/// every field of `content-encoding`. A layer that decodes bodies takes the field away; where none has
/// done so, the bytes are not those of the media type.
///
/// ```
/// use manila::extract::expect_no_coding;
///
/// let none: [&[u8]; 0] = [];
/// assert!(expect_no_coding(none).is_ok());
/// assert!(expect_no_coding([&b"Identity"[..]]).is_ok());
/// let fault = expect_no_coding([&b"identity, GZIP"[..]]).unwrap_err();
/// assert_eq!(fault.http_status(), 415);
/// ```
///
/// # Errors
///
/// The condition `unsupported_media_type`, with a violation that names the header, and with
/// `identity`, the coding that is taken, in the header field `accept-encoding` (RFC 9110 §15.5.16).
pub fn expect_no_coding<'a>(fields: impl IntoIterator<Item = &'a [u8]>) -> Result<(), Fault> {
    let mut members = fields
        .into_iter()
        .flat_map(|field| field.split(|byte| *byte == b','))
        .map(<[u8]>::trim_ascii);
    let is_plain =
        |member: &[u8]| member.is_empty() || member.eq_ignore_ascii_case(IDENTITY.as_bytes());
    if members.all(is_plain) {
        return Ok(());
    }
    let fault = Fault::detected(Condition::UnsupportedMediaType);
    Err(of_content_coding(fault, IDENTITY).with_header("accept-encoding", IDENTITY))
}
