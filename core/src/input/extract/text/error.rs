//! The error of a deserializer of texts: the sentence, the name that it is about, and who is to blame.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

use super::super::issue::{DecodeIssue, json_type};

/// What a type has said of texts that it cannot be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct TextError {
    message: String,
    name: Option<String>,
    is_repeated: bool,
    is_misfit: bool,
}

impl TextError {
    fn new(message: String) -> Self {
        Self {
            message,
            name: None,
            is_repeated: false,
            is_misfit: false,
        }
    }

    /// A type that no text can be, whatever a client sends.
    pub(super) fn misfit(message: impl fmt::Display) -> Self {
        Self {
            is_misfit: true,
            ..Self::new(message.to_string())
        }
    }

    /// One value is wanted where there are several.
    pub(super) fn repeated() -> Self {
        Self {
            is_repeated: true,
            ..Self::new("a value is there more than once".to_owned())
        }
    }

    /// A text that is no value of this type, in the words of `serde`.
    pub(super) fn wrong_type(expected: &'static str) -> Self {
        Self::new(format!("invalid type: string, expected {expected}"))
    }

    /// An integer that this type does not hold, in the words of `serde`. Its end does not matter.
    pub(super) fn out_of_range(integer: &str, expected: &'static str) -> Self {
        const MOST: usize = 48;

        let integer = integer.get(..MOST).unwrap_or(integer);
        Self::new(format!(
            "invalid value: integer `{integer}`, expected {expected}"
        ))
    }

    /// Notes the name that the value stands under, unless it is known.
    pub(super) fn of(mut self, name: &str) -> Self {
        self.name.get_or_insert_with(|| name.to_owned());
        self
    }

    /// Whether no request can be right.
    pub(in super::super) const fn is_misfit(&self) -> bool {
        self.is_misfit
    }

    pub(in super::super) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    pub(in super::super) fn issue(&self) -> DecodeIssue {
        let issue = DecodeIssue::of(&self.message);
        match (&self.name, issue) {
            (Some(name), _) if self.is_repeated => DecodeIssue::Duplicate(name.clone()),
            (Some(name), DecodeIssue::Unknown(_)) => DecodeIssue::Unknown(name.clone()),
            (_, issue) => issue,
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = &self.name {
            write!(f, "`{name}`: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for TextError {}

impl de::Error for TextError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let error = Self::new(format!("invalid type: {unexpected}, expected {expected}"));
        match unexpected {
            // One that holds something. Another of the enum may be a text.
            Unexpected::UnitVariant => Self::new("a variant that no text is".to_owned()),
            // Values are asked for by their type and read from text. `serde` meets a text in the
            // place of a number where it has kept the value for later, as `flatten` does.
            Unexpected::Str(_) => Self {
                is_misfit: json_type(&expected.to_string()).is_some_and(|it| it != "string"),
                ..error
            },
            // All that is an object is the whole.
            Unexpected::Map => Self {
                is_misfit: true,
                ..error
            },
            Unexpected::Seq => Self {
                is_repeated: true,
                ..error
            },
            _ => error,
        }
    }
}
