//! The error of a deserializer of texts: the issue, the name that it is about, and who is to blame.

use std::fmt::{self, Write as _};

use serde::de::{self, Error as _, Expected, Unexpected};

use super::super::error::{DecodeError, kind_of};
use super::super::issue::DecodeIssue;
use super::super::sentence::json_type;
use super::super::subject::Subject;
use crate::fault::{BoundedText, Fault};

/// What a type has said of texts that it cannot be made of.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct TextError {
    error: DecodeError,
    /// The words for the log.
    message: String,
    name: Option<String>,
    is_repeated: bool,
    is_misfit: bool,
    is_in_option: bool,
}

impl TextError {
    fn new(error: DecodeError, message: fmt::Arguments<'_>) -> Self {
        let mut text = BoundedText::new();
        let _ = text.write_fmt(message);
        Self {
            error,
            message: text.into_string(),
            name: None,
            is_repeated: false,
            is_misfit: false,
            is_in_option: false,
        }
    }

    /// A type that no text can be, whatever a client sends.
    pub(super) fn misfit(message: impl fmt::Display) -> Self {
        Self {
            is_misfit: true,
            ..Self::custom(message)
        }
    }

    /// One value is wanted where there are several.
    pub(super) fn repeated() -> Self {
        Self {
            is_repeated: true,
            ..Self::custom("a value is there more than once")
        }
    }

    /// A text that is no number or boolean of this type, in the words of `serde`.
    pub(super) fn unfit(text: &str, expected: &'static str) -> Self {
        let error = DecodeError::of_text(text, expected);
        Self::new(error, format_args!("a text that is no {expected}"))
    }

    /// Whether one value is wanted, and it is not known of which name there are several.
    pub(in super::super) const fn is_lost_repetition(&self) -> bool {
        self.is_repeated && self.name.is_none()
    }

    /// Says that a value is there more than once, without its name.
    pub(in super::super) fn repeated_somewhere(mut self) -> Self {
        self.error.parts_mut().issue = DecodeIssue::Repeated;
        self
    }

    /// Notes that the text is empty and the value optional.
    pub(super) fn in_option(self) -> Self {
        Self {
            is_in_option: true,
            ..self
        }
    }

    /// Whether an optional value is of a type that no empty text is.
    pub(in super::super) const fn is_in_option(&self) -> bool {
        self.is_in_option
    }

    /// Notes the name that the value stands under, unless it is known.
    pub(in super::super) fn of(mut self, name: &str) -> Self {
        self.name.get_or_insert_with(|| name.to_owned());
        match &mut self.error.parts_mut().issue {
            issue if self.is_repeated => *issue = DecodeIssue::Duplicate(name.to_owned()),
            DecodeIssue::Unknown(unknown) => name.clone_into(unknown),
            _ => {}
        }
        self
    }

    /// Whether no request can be right.
    pub(in super::super) const fn is_misfit(&self) -> bool {
        self.is_misfit
    }

    pub(in super::super) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The text that the issue is about, where that stands under a name that is not known.
    pub(in super::super) fn lost_text(&self) -> Option<&str> {
        match &self.error.parts().subject {
            Subject::Text(text) if self.name.is_none() => Some(text),
            _ => None,
        }
    }

    /// The fault with what is for the log, as the client is told less.
    pub(in super::super) fn caused(&self, fault: Fault) -> Fault {
        let is_told = self.name.is_some() || self.issue().is_of_names();
        match self.issue() {
            DecodeIssue::Own(_) => fault,
            issue if is_told && !issue.is_vague() => fault,
            _ => fault.because_text(self),
        }
    }

    pub(in super::super) fn issue(&self) -> &DecodeIssue {
        &self.error.parts().issue
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
        let error = DecodeError::custom(&message);
        let message = match &error.parts().issue {
            DecodeIssue::InvalidValue(Some(text)) => text.clone(),
            _ => String::new(),
        };
        Self::new(error, format_args!("{message}"))
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let error = Self::new(
            DecodeError::invalid_type(unexpected, expected),
            format_args!("invalid type: {}, expected {expected}", kind_of(unexpected)),
        );
        match unexpected {
            // One that holds something. Another of the enum may be a text.
            Unexpected::UnitVariant => Self::custom("a variant that no text is"),
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

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let error = DecodeError::invalid_value(unexpected, expected);
        Self::new(error, format_args!("a value that is not {expected}"))
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        let error = DecodeError::invalid_length(length, expected);
        Self::new(
            error,
            format_args!("invalid length {length}, expected {expected}"),
        )
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let error = DecodeError::unknown_variant(variant, expected);
        Self::new(error, format_args!("an unknown variant"))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        let error = DecodeError::unknown_field(field, expected);
        Self::new(error, format_args!("unknown field `{field}`"))
    }

    fn missing_field(field: &'static str) -> Self {
        let error = DecodeError::missing_field(field);
        Self::new(error, format_args!("missing field `{field}`"))
    }

    fn duplicate_field(field: &'static str) -> Self {
        let error = DecodeError::duplicate_field(field);
        Self::new(error, format_args!("duplicate field `{field}`"))
    }
}
