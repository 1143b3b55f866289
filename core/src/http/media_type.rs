//! Reading `content-type` and `accept` (RFC 9110 §8.3, §12.5.1).
//!
//! Types and the names of parameters are compared without regard to case. Nothing is parsed into a
//! structure: each question looks at the text of the field.

/// Whether a response's content type is gRPC's or gRPC-Web's (gRPC over HTTP/2, "Content-Type").
pub(crate) fn is_grpc(content_type: &str) -> bool {
    is_of(content_type, "application/grpc") || is_of(content_type, "application/grpc-web")
}

/// Whether a request's content type is gRPC's, which gRPC-Web's is not.
pub(crate) fn is_grpc_call(content_type: &str) -> bool {
    is_of(content_type, "application/grpc")
}

/// Whether a content type is this media type, alone, with a suffix (`+proto`) or with parameters.
fn is_of(content_type: &str, media_type: &str) -> bool {
    let Some((start, rest)) = content_type.split_at_checked(media_type.len()) else {
        return false;
    };
    start.eq_ignore_ascii_case(media_type)
        && matches!(
            rest.trim_ascii_start().bytes().next(),
            None | Some(b'+' | b';')
        )
}

/// Whether a content type is `text/plain`, in UTF-8 or without a charset. Text in another charset
/// could not be repeated in a body of JSON.
pub(crate) fn is_plain_text(content_type: &str) -> bool {
    // As frameworks spell it.
    if matches!(content_type, "text/plain; charset=utf-8" | "text/plain") {
        return true;
    }
    let mut parts = content_type.split(';').map(str::trim_ascii);
    parts
        .next()
        .is_some_and(|media_type| media_type.eq_ignore_ascii_case("text/plain"))
        && parts.all(|parameter| match parameter.split_once('=') {
            Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
                value.trim_matches('"').eq_ignore_ascii_case("utf-8")
            }
            _ => true,
        })
}

/// Whether a content type is some text: `text/*`.
pub(crate) fn is_text(content_type: &str) -> bool {
    let start = content_type.trim_ascii_start().get(.."text/".len());
    start.is_some_and(|start| start.eq_ignore_ascii_case("text/"))
}

/// Whether two content types are of the same media type, whatever their parameters.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    essence(one).eq_ignore_ascii_case(essence(other))
}

/// A media type without its parameters.
fn essence(content_type: &str) -> &str {
    let essence = content_type.split(';').next();
    essence.unwrap_or_default().trim_ascii()
}

/// Whether a content type is JSON, or built on it (`+json`, RFC 6839 §3.1).
pub(crate) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    let suffix = essence.rsplit_once('+').map(|(_, suffix)| suffix);
    essence.eq_ignore_ascii_case("application/json")
        || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("json"))
}

/// The parts between separators, where one inside a quoted string does not count (RFC 9110 §5.6.4).
pub(crate) fn split(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.split(move |c: char| {
        let was_escaped = is_escaped;
        is_escaped = is_quoted && c == '\\' && !was_escaped;
        if c == '"' && !was_escaped {
            is_quoted = !is_quoted;
        }
        !is_quoted && c == char::from(separator)
    })
}
