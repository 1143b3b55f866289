//! An error of a deserializer as data, where `serde` itself keeps but a sentence.

#[cfg(feature = "json-all")]
use std::cell::RefCell;
use std::fmt::{self, Display};

use serde::de::{Expected, Unexpected};

use super::issue::{DecodeIssue, Names};
use super::mark::note_asked;
use super::place::{Place, Spot};
use super::range::Range;
use super::sentence::{expected, issue_of, json_type, without_input};
use super::subject::Subject;
use crate::fault::text_or_violation;

/// An error, and the place where it was met.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DecodeError(Box<Parts>);

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Parts {
    pub(super) issue: DecodeIssue,
    /// The value that the error speaks of.
    pub(super) subject: Subject,
    /// What the type or the reader says, without what that repeats of the input.
    pub(super) words: String,
    /// Whether the reader is the one that refuses.
    is_readers: bool,
    pub(super) place: Option<Place>,
}

/// How a reader begins to say that a value is no enum at all.
pub(super) const NO_VALUE: &str = "expected value";

/// How a reader begins to say that a value has nothing but the name of a variant.
const BARE_VARIANT: &str = "invalid type: unit variant";

impl DecodeError {
    fn new(issue: DecodeIssue, subject: Subject, words: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            issue,
            subject,
            words: words.into(),
            is_readers: false,
            place: None,
        }))
    }

    /// What a reader of a format says, which has been asked for a value of some type.
    pub(super) fn of_reader(words: &str, asked: Asked) -> Self {
        let issue = match asked {
            _ if words.starts_with(BARE_VARIANT) => DecodeIssue::WrongType(Some("object")),
            _ if words.starts_with("number out of range") => match asked {
                Asked::Type(expected) => match Range::of_numbers(expected) {
                    Some(range) => DecodeIssue::OutOfRange(Some(range)),
                    None => DecodeIssue::WrongType(json_type(expected)),
                },
                // The reader goes by what 64 bits hold, of which the type knows nothing: its own
                // limits may be closer, and a type of decimals has none that are like these.
                Asked::Anything => DecodeIssue::OutOfRange(None),
                Asked::Enum(names) => DecodeIssue::of_enum(names),
            },
            Asked::Type(expected) if words.starts_with("invalid number") => {
                DecodeIssue::WrongType(json_type(expected))
            }
            // An enum that is neither a text nor an object with one member.
            Asked::Enum(names) if words.starts_with(NO_VALUE) => DecodeIssue::of_enum(names),
            _ => issue_of(words),
        };
        let mut error = Self::new(issue, Subject::Unnamed, without_input(words));
        error.0.is_readers = true;
        error
    }

    /// A text that is no number or boolean of this type.
    pub(super) fn of_text(text: &str, expected: &'static str) -> Self {
        let range = Range::of(expected).filter(|range| range.excludes_text(text));
        let issue = match range {
            Some(range) => DecodeIssue::OutOfRange(Some(range)),
            None => DecodeIssue::WrongType(json_type(expected)),
        };
        let words = format!("a text that is no {expected}");
        Self::new(issue, Subject::Text(text.into()), words)
    }

    /// What the reader says, where it is the one that refuses.
    pub(super) fn readers_words(&self) -> Option<&str> {
        self.0.is_readers.then_some(&self.0.words)
    }

    /// Whether a value of another type stands where the name of a variant was asked for, without the
    /// names that there are.
    pub(super) fn asks_for_variant(&self) -> bool {
        let asked = expected(&self.0.words);
        self.0.issue == DecodeIssue::WrongType(None)
            && matches!(asked, Some("variant identifier" | "string or map"))
    }

    /// Whether a value has nothing but the name of a variant that holds something.
    pub(super) fn is_of_bare_variant(&self) -> bool {
        let words = self.readers_words();
        words.is_some_and(|words| words.starts_with(BARE_VARIANT))
    }

    /// The error as one of this relation to the value at its place.
    pub(super) fn with_spot(mut self, spot: Spot) -> Self {
        if let Some(place) = &mut self.0.place {
            place.spot = spot;
        }
        self
    }

    /// Whether it is about the member whose name was read last.
    pub(super) fn is_of_member(&self) -> bool {
        matches!(self.0.issue, DecodeIssue::Duplicate(_))
    }

    pub(super) fn parts(&self) -> &Parts {
        &self.0
    }

    pub(super) fn parts_mut(&mut self) -> &mut Parts {
        &mut self.0
    }

    pub(super) fn into_words(self) -> String {
        self.0.words
    }
}

/// The type of value that a reader is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// One of this name, in the words of `serde`'s visitors.
    Type(&'static str),
    /// An enum, whose variants have these names as far as they are known.
    Enum(&'static [&'static str]),
    /// Whatever is there.
    Anything,
}

impl serde::de::Error for DecodeError {
    fn custom<T: Display>(text: T) -> Self {
        match text_or_violation(&text) {
            Ok(violation) => {
                let issue = DecodeIssue::Own(Box::new(violation));
                Self::new(issue, Subject::Unnamed, "")
            }
            Err(text) => {
                let issue = DecodeIssue::InvalidValue(Some(text.clone()));
                Self::new(issue, Subject::Unnamed, text)
            }
        }
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let subject = Subject::from(unexpected);
        let words = expected.to_string();
        note_asked(unexpected, &words);
        let range = Range::of(&words).filter(|range| range.excludes(&subject));
        let issue = match range {
            Some(range) => DecodeIssue::OutOfRange(Some(range)),
            None if unexpected == Unexpected::UnitVariant => DecodeIssue::WrongType(Some("object")),
            None => DecodeIssue::WrongType(json_type(&words)),
        };
        let kind = kind_of(unexpected);
        Self::new(
            issue,
            subject,
            format!("invalid type: {kind}, expected {words}"),
        )
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let subject = Subject::from(unexpected);
        let words = expected.to_string();
        note_asked(unexpected, &words);
        let range = Range::of(&words).filter(|range| range.excludes(&subject));
        let issue = match range {
            Some(range) => DecodeIssue::OutOfRange(Some(range)),
            None => DecodeIssue::InvalidValue(None),
        };
        let kind = kind_of(unexpected);
        Self::new(
            issue,
            subject,
            format!("invalid value: {kind}, expected {words}"),
        )
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        let words = format!("invalid length {length}, expected {expected}");
        Self::new(DecodeIssue::InvalidValue(None), Subject::Unnamed, words)
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let names = Names::of(expected.iter().copied());
        let subject = Subject::Text(variant.into());
        Self::new(DecodeIssue::NotAllowed(names), subject, "unknown variant")
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        let issue = DecodeIssue::Unknown(field.to_owned());
        Self::new(issue, Subject::Unnamed, "unknown field")
    }

    fn missing_field(field: &'static str) -> Self {
        let issue = DecodeIssue::Missing(field.to_owned());
        Self::new(issue, Subject::Unnamed, format!("missing field `{field}`"))
    }

    fn duplicate_field(field: &'static str) -> Self {
        let issue = DecodeIssue::Duplicate(field.to_owned());
        Self::new(
            issue,
            Subject::Unnamed,
            format!("duplicate field `{field}`"),
        )
    }
}

/// The kind of a value, in the words of `serde`.
pub(super) fn kind_of(unexpected: Unexpected<'_>) -> &str {
    match unexpected {
        Unexpected::Bool(_) => "boolean",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) => "integer",
        Unexpected::Float(_) => "floating point",
        Unexpected::Char(_) => "character",
        Unexpected::Str(_) => "string",
        Unexpected::Bytes(_) => "byte array",
        Unexpected::Unit => "unit value",
        Unexpected::Option => "Option value",
        Unexpected::NewtypeStruct => "newtype struct",
        Unexpected::Seq => "sequence",
        Unexpected::Map => "map",
        Unexpected::Enum => "enum",
        Unexpected::UnitVariant => "unit variant",
        Unexpected::NewtypeVariant => "newtype variant",
        Unexpected::TupleVariant => "tuple variant",
        Unexpected::StructVariant => "struct variant",
        Unexpected::Other(other) => other,
    }
}

/// For a type that makes an error of its own of this one, and for who collects the texts of errors.
impl Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.issue {
            DecodeIssue::Own(violation) => f.write_str(violation.message())?,
            DecodeIssue::InvalidValue(Some(text)) => f.write_str(text)?,
            issue => f.write_str(issue.violation().message())?,
        }
        #[cfg(feature = "json-all")]
        mark(self, f)?;
        Ok(())
    }
}

impl std::error::Error for DecodeError {}

/// Separates the text of an error from its index among those that were shown. It is no character (a
/// noncharacter of Unicode).
#[cfg(feature = "json-all")]
const SHOWN_MARK: char = '\u{10FFFE}';

#[cfg(feature = "json-all")]
thread_local! {
    /// The errors whose texts were asked for, while somebody collects them.
    static SHOWN: RefCell<Option<Vec<DecodeError>>> = const { RefCell::new(None) };
}

/// Marks the text of an error that is shown, if somebody collects them.
#[cfg(feature = "json-all")]
pub(super) fn mark(error: &DecodeError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match show(error) {
        Some(index) => write!(f, "{SHOWN_MARK}{index}"),
        None => Ok(()),
    }
}

/// Keeps an error that is shown; its index, if somebody collects them.
#[cfg(feature = "json-all")]
fn show(error: &DecodeError) -> Option<usize> {
    let shown = SHOWN.try_with(|shown| {
        let mut shown = shown.try_borrow_mut().ok()?;
        let shown = shown.as_mut()?;
        shown.push(error.clone());
        Some(shown.len() - 1)
    });
    shown.ok().flatten()
}

/// Collects the errors that are shown by this thread meanwhile.
#[cfg(feature = "json-all")]
pub(super) fn shown_during<T>(run: impl FnOnce() -> T) -> (T, Vec<DecodeError>) {
    /// Puts back what was collected around it, also where something panics.
    struct Outer(Option<Vec<DecodeError>>);

    impl Drop for Outer {
        fn drop(&mut self) {
            swap(self.0.take());
        }
    }

    fn swap(shown: Option<Vec<DecodeError>>) -> Option<Vec<DecodeError>> {
        let swapped = SHOWN.try_with(|current| {
            let current = current.try_borrow_mut();
            current.map(|mut current| std::mem::replace(&mut *current, shown))
        });
        swapped.ok().and_then(Result::ok).flatten()
    }

    let _outer = Outer(swap(Some(Vec::new())));
    let value = run();
    (value, swap(None).unwrap_or_default())
}

/// The error that a text is of, if it is one of those that were shown.
#[cfg(feature = "json-all")]
pub(super) fn shown_in<'e>(text: &str, shown: &'e [DecodeError]) -> Option<&'e DecodeError> {
    let (_, index) = text.rsplit_once(SHOWN_MARK)?;
    shown.get(index.parse::<usize>().ok()?)
}
