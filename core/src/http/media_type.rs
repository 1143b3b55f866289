//! Reading `content-type` and `accept` (RFC 9110 §8.3, §12.5.1).
//!
//! Types and the names of parameters are compared without regard to case. Nothing is parsed into a
//! structure: each question looks at the text of the field.

use super::header::{is_field_value, is_token};

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
pub(super) fn essence(content_type: &str) -> &str {
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

/// Whether a text is a media type with its parameters (RFC 9110 §8.3.1), as `content-type` is set to it.
pub(crate) fn is_media_type(text: &str) -> bool {
    let mut parts = split(text, b';');
    let essence = parts.next().unwrap_or_default().trim_ascii_end();
    let is_essence = essence
        .split_once('/')
        .is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype));
    is_essence && is_field_value(text) && parts.map(str::trim_ascii).all(is_parameter)
}

/// A name and a value, which is a token or a quoted string (RFC 9110 §5.6.6, §5.6.4).
pub(super) fn is_parameter(text: &str) -> bool {
    text.split_once('=').is_some_and(|(name, value)| {
        let quoted = value.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
        is_token(name) && (is_token(value) || quoted.is_some_and(is_quoted))
    })
}

/// What stands between the quotation marks of a quoted string.
fn is_quoted(text: &str) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => return false,
            '\\' if characters.next().is_none() => return false,
            _ => {}
        }
    }
    true
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_media_type_has_two_tokens_and_parameters() {
        for text in [
            "application/json",
            "application/vnd.acme+json",
            "text/html;charset=utf-8",
            "Application/JSON ; charset=UTF-8; profile=\"https://acme.example/a;b \\\"c\\\"\"",
        ] {
            assert!(is_media_type(text), "{text}");
        }
        for text in [
            "",
            "json",
            "not a type",
            "application/",
            "/json",
            "application/json/x",
            "application/ json",
            " application/json",
            "application/json ",
            "application/json;",
            "application/json; charset",
            "application/json; charset=",
            "application/json; charset =utf-8",
            "application/json; a=\"b",
            "application/json; a=\"b\\\"",
            "application/json; a=\"b\"c\"",
            "application/json, text/html",
            "application/j\u{e4}son",
            "application/json; a=\"\n\"",
        ] {
            assert!(!is_media_type(text), "{text}");
        }
    }
}
