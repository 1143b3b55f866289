//! Which header fields leave with an envelope.

use std::borrow::Cow;

/// The header of a framework's response. Adapters implement it for their own map, and core decides
/// what is kept, dropped and set.
pub trait ResponseHeader {
    /// Whether there is a field of this name, which is in lower case.
    fn has(&self, name: &'static str) -> bool;

    /// Makes this the only field of the name. Name and value are valid; a borrowed one lives as
    /// long as the program, so that it need not be copied.
    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>);

    /// Adds a field beside those of the name, on the same terms.
    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>);

    /// Takes away every field whose name, in lower case, is not to be kept.
    fn retain(&mut self, keep: &dyn Fn(&str) -> bool);
}

/// Fields that describe a representation, and so say nothing true of the envelope that takes its
/// place (RFC 9110 §8; `digest` by RFC 3230, the newer two by RFC 9530).
pub(crate) const DESCRIBES_OLD_BODY: [&str; 14] = [
    "content-encoding",
    "content-length",
    "transfer-encoding",
    "trailer",
    "etag",
    "last-modified",
    "content-range",
    "content-disposition",
    "content-language",
    "content-location",
    "digest",
    "content-digest",
    "repr-digest",
    "accept-ranges",
];

/// Those of them that describe the very bytes, which another wrapping of the same data changes.
pub(crate) const DESCRIBES_OLD_BYTES: [&str; 8] = [
    "content-encoding",
    "content-length",
    "transfer-encoding",
    "trailer",
    "content-range",
    "digest",
    "content-digest",
    "repr-digest",
];

/// Fields that speak of keeping a representation. Those of a foreign response are dropped; whoever
/// raises a fault may set them for it.
pub(crate) const CACHING: [&str; 3] = ["cache-control", "expires", "age"];

/// Whether the envelope, or the server, writes the field itself.
pub(crate) fn is_reserved(name: &str) -> bool {
    matches!(
        name,
        "connection"
            | "content-length"
            | "content-type"
            | "transfer-encoding"
            | "x-content-type-options"
            | "x-error-code"
            | "x-request-id"
            | "x-should-retry"
    )
}

/// A field name as HTTP/2 writes it (RFC 9113 §8.2.1), which is how names are compared here.
pub(crate) fn in_lower_case(name: Cow<'static, str>) -> Cow<'static, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        name.to_ascii_lowercase().into()
    } else {
        name
    }
}

/// A field name: a token (RFC 9110 §5.6.2), in lower case.
pub(crate) fn is_field_name(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"!#$%&'*+-.^_`|~".contains(&byte)
        })
}

/// A field value of visible ASCII, with blanks and tabs inside (RFC 9110 §5.5).
pub(crate) fn is_field_value(value: &str) -> bool {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let bytes = value.as_bytes();
    bytes
        .iter()
        .all(|byte| byte.is_ascii_graphic() || is_blank(byte))
        && !bytes.first().is_some_and(is_blank)
        && !bytes.last().is_some_and(is_blank)
}
