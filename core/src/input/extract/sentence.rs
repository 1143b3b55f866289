//! The issue that a deserializer found, recognized by its sentence.
//!
//! A framework's own extractor has nothing but a sentence for it. The beginnings of these sentences
//! are those of the provided methods of `serde::de::Error`, and of the parsers of the standard
//! library where the values are text; any other is a type's own refusal of a value.

use std::borrow::Cow;

use super::issue::{DecodeIssue, Names};
use super::range::Range;
use super::subject::Subject;

/// The issue that a sentence tells.
pub(super) fn issue_of(message: &str) -> DecodeIssue {
    if let Some(name) = quoted(message, "missing field `") {
        return DecodeIssue::Missing(name);
    }
    if let Some(name) = unknown(message) {
        return DecodeIssue::Unknown(name);
    }
    if let Some(name) = quoted(message, "duplicate field `") {
        return DecodeIssue::Duplicate(name);
    }
    if let Some(names) = variants(message) {
        return DecodeIssue::NotAllowed(names);
    }
    if let Some(range) = left_range(message) {
        return DecodeIssue::OutOfRange(Some(range));
    }
    if message.starts_with("invalid type: ") {
        return DecodeIssue::WrongType(expected(message).and_then(json_type));
    }
    // Of `actix-router`: the value in quotes, and the type as in Rust.
    if message.starts_with("can not parse ") {
        let (_, expected) = message.rsplit_once(" to a ").unwrap_or_default();
        return DecodeIssue::WrongType(json_type(expected));
    }
    // The texts of `ParseIntError`, `ParseFloatError` and `ParseBoolError`.
    match message {
        "invalid digit found in string" | "cannot parse integer from empty string" => {
            DecodeIssue::WrongType(Some("integer"))
        }
        "number too large to fit in target type" | "number too small to fit in target type" => {
            DecodeIssue::OutOfRange(None)
        }
        "invalid float literal" | "cannot parse float from empty string" => {
            DecodeIssue::WrongType(Some("number"))
        }
        "provided string was not `true` or `false`" => DecodeIssue::WrongType(Some("boolean")),
        _ if message.starts_with("number out of range") => DecodeIssue::OutOfRange(None),
        _ => DecodeIssue::InvalidValue(None),
    }
}

/// The words of a deserializer without what they repeat of the input, which is not for the log either:
/// the kind of a value stays, and what was expected.
pub(super) fn without_input(words: &str) -> Cow<'_, str> {
    let unparsed = words.strip_prefix("can not parse \"");
    if let Some((_, range)) = unparsed.and_then(|rest| rest.rsplit_once("\" to a ")) {
        return Cow::Owned(format!("can not parse a value to a {range}"));
    }
    let starts = [
        "invalid type: ",
        "invalid value: ",
        "unknown variant ",
        "unknown field ",
    ];
    let Some(start) = starts.iter().find(|start| words.starts_with(**start)) else {
        return Cow::Borrowed(words);
    };
    let rest = &words[start.len()..];
    let Some(begin) = rest.find(['`', '"']) else {
        return Cow::Borrowed(words);
    };
    let ends = [", expected ", ", there are no "];
    let end = ends.iter().filter_map(|end| rest.rfind(end)).max();
    let (kind, expected) = (rest[..begin].trim_end(), end.map_or("", |end| &rest[end..]));
    let start = if kind.is_empty() {
        start.trim_end()
    } else {
        start
    };
    Cow::Owned(format!("{start}{kind}{expected}"))
}

/// The name between the beginning of a sentence, which ends in a backtick, and the next backtick.
fn quoted(message: &str, start: &str) -> Option<String> {
    let (name, _) = message.strip_prefix(start)?.split_once('`')?;
    Some(name.to_owned())
}

/// The name of a member that is not known. It is the client's own, and may have backticks in it.
fn unknown(message: &str) -> Option<String> {
    let rest = message.strip_prefix("unknown field `")?;
    let ends = ["`, expected ", "`, there are no fields"];
    let end = ends.iter().filter_map(|end| rest.rfind(end)).max();
    let name = rest.get(..end.or_else(|| rest.find('`'))?)?;
    Some(name.to_owned())
}

/// The variants of an enum that does not have the client's own. That is before them, and may have
/// anything in it.
fn variants(message: &str) -> Option<Names> {
    let rest = message.strip_prefix("unknown variant `")?;
    let Some(at) = rest.rfind("`, expected ") else {
        return Some(Names::of(std::iter::empty()));
    };
    // Between backticks stand the names, and outside of them the words around them.
    let names = rest[at + 1..].split('`').skip(1).step_by(2);
    Some(Names::of(names))
}

/// The range that an integer is not in.
fn left_range(message: &str) -> Option<Range> {
    let number = if message.starts_with("invalid value: integer `") {
        quoted(message, "invalid value: integer `")?
    } else if message.starts_with("can not parse \"") {
        let (value, range) = message
            .strip_prefix("can not parse \"")?
            .rsplit_once("\" to a ")?;
        return Range::of(range).filter(|range| range.excludes_text(value));
    } else if let Some(number) = quoted(message, "invalid type: floating point `") {
        // What a reader makes of an integer that 64 bits do not hold.
        let number = Subject::Float(number.parse().ok()?);
        return Range::of(expected(message)?).filter(|range| range.excludes(&number));
    } else {
        return None;
    };
    Range::of(expected(message)?).filter(|range| range.excludes_text(&number))
}

/// What a sentence asks for, behind its last "expected".
pub(super) fn expected(message: &str) -> Option<&str> {
    // A search for one character needs no preparation, which for a text costs more than the search.
    let words = message
        .rmatch_indices(',')
        .find_map(|(at, _)| message[at..].strip_prefix(", expected "))?;
    let place = words
        .match_indices(' ')
        .find(|(at, _)| words[*at..].starts_with(" at line "));
    Some(place.map_or(words, |(at, _)| &words[..at]))
}

/// The JSON type that is meant by the words of `serde`'s own visitors.
pub(super) fn json_type(words: &str) -> Option<&'static str> {
    Some(match words.strip_prefix("a nonzero ").unwrap_or(words) {
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64" | "u128"
        | "usize" => "integer",
        "f32" | "f64" => "number",
        "bool" | "a boolean" => "boolean",
        "a string" | "a borrowed string" | "a character" | "path string" => "string",
        "a sequence" => "array",
        "a map" => "object",
        "unit" => "null",
        _ if words.starts_with("unit struct ") => "null",
        _ if words.starts_with("struct ") => "object",
        _ if words.starts_with("internally tagged ") || words.starts_with("adjacently tagged ") => {
            "object"
        }
        _ if ["a tuple ", "an array ", "tuple struct ", "tuple variant "]
            .iter()
            .any(|start| words.starts_with(start)) =>
        {
            "array"
        }
        _ => return None,
    })
}
