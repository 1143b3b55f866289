//! The value that an error of `serde`'s speaks of.

use serde::de::Unexpected;

/// The value that an error speaks of, as far as it can be recognized in a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Subject {
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(Box<str>),
    Null,
    Array,
    Object,
    /// No value is named, or none that a document has.
    Unnamed,
}

impl From<Unexpected<'_>> for Subject {
    fn from(unexpected: Unexpected<'_>) -> Self {
        match unexpected {
            Unexpected::Bool(value) => Self::Bool(value),
            Unexpected::Unsigned(number) => Self::Unsigned(number),
            Unexpected::Signed(number) => Self::Signed(number),
            Unexpected::Float(number) => Self::Float(number),
            Unexpected::Str(text) => Self::Text(text.into()),
            Unexpected::Unit => Self::Null,
            Unexpected::Seq => Self::Array,
            Unexpected::Map => Self::Object,
            _ => Self::Unnamed,
        }
    }
}
