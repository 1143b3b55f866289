//! The issue that a deserializer has with a value, and the sentence for the client.

use super::range::Range;
use crate::Condition;
use crate::fault::Violation;
use crate::input::LONGEST;
use crate::input::bounded_pointer::is_long;

/// The sentences about a member, or a parameter, that is missing.
pub(crate) const MISSING_MEMBER: &str = "A required member is missing.";
pub(crate) const MISSING_PARAMETER: &str = "A required parameter is missing.";
/// The sentence about a value of which nothing more can be said.
pub(crate) const REFUSED: &str = "The value is invalid.";
/// The sentence about a value that is none of the names of an enum's variants.
const NOT_ALLOWED: &str = "Must be one of the allowed values.";
const WRONG_TYPE: &str = "The value has the wrong type.";

/// The issue with a value, in the client's words.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum DecodeIssue {
    /// A member of this name is missing.
    Missing(String),
    /// A member of this name is not known.
    Unknown(String),
    /// A member of this name appears twice.
    Duplicate(String),
    /// A value of a name that is not known is there more than once.
    Repeated,
    /// A value is of another type than the one that is named, where it is.
    WrongType(Option<&'static str>),
    /// A number is not one of those that the type can hold, where they are known.
    OutOfRange(Option<Range>),
    /// A text is none of the names that the service takes.
    NotAllowed(Names),
    /// A value of another type stands where the service takes one of these names.
    NoName(Names),
    /// A value of the right type cannot be taken; the text of the type's own is for the log.
    InvalidValue(Option<String>),
    /// The service itself says what the issue is.
    Own(Box<Violation>),
}

/// Names that the service takes; none where they are too many to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// The most names that are told. A part of them would be taken for all.
    const MOST: usize = 100;

    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut told = Vec::new();
        let mut length = 0;
        for name in names {
            length += name.len();
            if told.len() == Self::MOST || length > LONGEST {
                return Self(Vec::new());
            }
            told.push(name.to_owned());
        }
        Self(told)
    }

    fn attach(&self, violation: Violation) -> Violation {
        if self.0.is_empty() {
            return violation;
        }
        violation.with_detail("allowed", &self.0)
    }
}

impl DecodeIssue {
    /// A value of another type stands where an enum is wanted, whose variants have these names as far
    /// as they are known.
    pub(super) fn of_enum(names: &[&str]) -> Self {
        match names {
            [] => Self::WrongType(None),
            names => Self::NoName(Names::of(names.iter().copied())),
        }
    }

    pub(super) fn condition(&self) -> Condition {
        match self {
            Self::Missing(_) => Condition::MissingField,
            Self::Unknown(_) => Condition::UnknownField,
            // Names that are not unique make an object mean nothing certain (RFC 8259 §4).
            Self::Duplicate(_) | Self::Repeated => Condition::InvalidJson,
            Self::WrongType(_) | Self::NoName(_) => Condition::WrongType,
            Self::OutOfRange(_) | Self::NotAllowed(_) | Self::InvalidValue(_) => {
                Condition::InvalidValue
            }
            Self::Own(violation) => violation.condition().unwrap_or(Condition::InvalidValue),
        }
    }

    /// The violation by the value itself, without its place.
    pub(super) fn violation(&self) -> Violation {
        match self {
            Self::Missing(name) => with_member(Violation::new(MISSING_MEMBER), name),
            Self::Unknown(_) => Violation::new("This member is not known."),
            Self::Duplicate(_) | Self::Repeated => {
                Violation::new("This member appears more than once.")
            }
            Self::WrongType(None) => Violation::new(WRONG_TYPE),
            Self::WrongType(Some(expected)) => {
                let message = match *expected {
                    "string" => "Must be a string.",
                    "integer" => "Must be an integer.",
                    "number" => "Must be a number.",
                    "boolean" => "Must be a boolean.",
                    "array" => "Must be an array.",
                    "object" => "Must be an object.",
                    "null" => "Must be null.",
                    _ => WRONG_TYPE,
                };
                Violation::new(message).with_detail("expected", expected)
            }
            Self::OutOfRange(range) => Range::violation(*range),
            Self::NotAllowed(names) | Self::NoName(names) => {
                names.attach(Violation::new(NOT_ALLOWED))
            }
            Self::InvalidValue(_) => Violation::new(REFUSED),
            Self::Own(violation) => Violation::clone(violation),
        }
    }

    /// The violation by the name of a member, at the object that has the member.
    pub(super) fn violation_of_name(&self) -> Violation {
        match self {
            Self::NotAllowed(names) => names.attach(Violation::new(
                "The name of a member must be one of the allowed values.",
            )),
            Self::WrongType(_) | Self::NoName(_) | Self::OutOfRange(_) | Self::InvalidValue(_) => {
                Violation::new("The name of a member is invalid.")
            }
            _ => self.violation(),
        }
    }

    /// The violation by a value of which nothing is known but one that it is inside of.
    pub(super) fn violation_inside(&self) -> Violation {
        match self {
            Self::Missing(name) => {
                let message = "A member that is required inside this value is missing.";
                with_member(Violation::new(message), name)
            }
            Self::Unknown(_) => Violation::new("A member inside this value is not known."),
            Self::Duplicate(_) | Self::Repeated => {
                Violation::new("A member inside this value appears more than once.")
            }
            Self::WrongType(_) | Self::NoName(_) => {
                Violation::new("A value inside this one has the wrong type.")
            }
            Self::OutOfRange(_) => {
                Violation::new("A number inside this value is out of range.").with_rule("range")
            }
            // That is true of a value with such a one in it.
            Self::NotAllowed(_) | Self::InvalidValue(_) => Violation::new(REFUSED),
            Self::Own(_) => self.violation(),
        }
    }

    /// Whether it is about members by their names.
    pub(super) const fn is_of_names(&self) -> bool {
        matches!(
            self,
            Self::Missing(_) | Self::Unknown(_) | Self::Duplicate(_)
        )
    }

    /// Whether the client is told less of it than its type or the reader says.
    pub(super) const fn is_vague(&self) -> bool {
        matches!(
            self,
            Self::InvalidValue(_) | Self::WrongType(None) | Self::OutOfRange(None)
        )
    }
}

fn with_member(violation: Violation, name: &str) -> Violation {
    if is_long(name) {
        return violation;
    }
    violation.with_detail("member", name)
}
