//! The issue that a deserializer found, recognized by its sentence.
//!
//! `serde` has nothing but a sentence for it. The beginnings of these sentences are those of the
//! provided methods of `serde::de::Error`, and of the parsers of the standard library where the
//! values are text; any other is a type's own refusal of a value.

use crate::Condition;
use crate::fault::Violation;
use crate::input::bounded_pointer::is_long;

/// The sentences about a member, or a parameter, that is missing.
pub(crate) const MISSING_MEMBER: &str = "A required member is missing.";
pub(crate) const MISSING_PARAMETER: &str = "A required parameter is missing.";
/// The sentence about a value of which nothing more can be said.
pub(crate) const REFUSED: &str = "The value is invalid.";

/// The problem with a value, in the client's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DecodeIssue {
    /// A member of this name is missing.
    Missing(String),
    /// A member of this name is not known.
    Unknown(String),
    /// A member of this name appears twice.
    Duplicate(String),
    /// A value is of another type than the one that is named, where it is.
    WrongType(Option<&'static str>),
    /// A value of the right type cannot be taken.
    InvalidValue,
}

impl DecodeIssue {
    pub(super) fn of(message: &str) -> Self {
        if let Some(name) = quoted(message, "missing field `") {
            return Self::Missing(name);
        }
        if let Some(name) = unknown(message) {
            return Self::Unknown(name);
        }
        if let Some(name) = quoted(message, "duplicate field `") {
            return Self::Duplicate(name);
        }
        if message.starts_with("invalid type: ") {
            return Self::WrongType(expected(message));
        }
        // Of `actix-router`: the value in quotes, and the type as in Rust.
        if message.starts_with("can not parse ") {
            let (_, expected) = message.rsplit_once(" to a ").unwrap_or_default();
            return Self::WrongType(json_type(expected));
        }
        // The texts of `ParseIntError`, `ParseFloatError` and of `serde_urlencoded` for booleans.
        match message {
            "invalid digit found in string" | "cannot parse integer from empty string" => {
                Self::WrongType(Some("integer"))
            }
            "invalid float literal" | "cannot parse float from empty string" => {
                Self::WrongType(Some("number"))
            }
            "provided string was not `true` or `false`" => Self::WrongType(Some("boolean")),
            _ => Self::InvalidValue,
        }
    }

    pub(super) const fn condition(&self) -> Condition {
        match self {
            Self::Missing(_) => Condition::MissingField,
            Self::Unknown(_) => Condition::UnknownField,
            // Names that are not unique make an object mean nothing certain (RFC 8259 §4).
            Self::Duplicate(_) => Condition::InvalidJson,
            Self::WrongType(_) => Condition::WrongType,
            Self::InvalidValue => Condition::InvalidValue,
        }
    }

    /// The violation, without its place.
    pub(super) fn violation(&self) -> Violation {
        match self {
            Self::Missing(name) if is_long(name) => Violation::new(MISSING_MEMBER),
            Self::Missing(name) => Violation::new(MISSING_MEMBER).with_detail("member", name),
            Self::Unknown(_) => Violation::new("This member is not known."),
            Self::Duplicate(_) => Violation::new("This member appears more than once."),
            Self::WrongType(None) => Violation::new("The value has the wrong type."),
            Self::WrongType(Some(expected)) => {
                let message = match *expected {
                    "string" => "Must be a string.",
                    "integer" => "Must be an integer.",
                    "number" => "Must be a number.",
                    "boolean" => "Must be a boolean.",
                    "array" => "Must be an array.",
                    "object" => "Must be an object.",
                    _ => "The value has the wrong type.",
                };
                Violation::new(message).with_detail("expected", expected)
            }
            Self::InvalidValue => Violation::new(REFUSED),
        }
    }
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

/// The JSON type that a sentence asks for, behind its last "expected".
fn expected(message: &str) -> Option<&'static str> {
    // A search for one character needs no preparation, which for a text costs more than the search.
    let words = message
        .rmatch_indices(',')
        .find_map(|(at, _)| message[at..].strip_prefix(", expected "))?;
    let place = words
        .match_indices(' ')
        .find(|(at, _)| words[*at..].starts_with(" at line "));
    json_type(place.map_or(words, |(at, _)| &words[..at]))
}

/// The JSON type that is meant by the words of `serde`'s own visitors.
pub(super) fn json_type(words: &str) -> Option<&'static str> {
    Some(match words {
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64" | "u128"
        | "usize" => "integer",
        "f32" | "f64" => "number",
        "bool" | "a boolean" => "boolean",
        "a string" | "a borrowed string" | "a character" | "path string" => "string",
        "a sequence" => "array",
        "a map" => "object",
        _ if words.starts_with("struct ") => "object",
        _ if words.starts_with("a tuple ") || words.starts_with("an array ") => "array",
        _ => return None,
    })
}
