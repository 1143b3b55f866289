//! An error of a deserializer as data, where `serde` itself keeps but a sentence.

use std::cell::RefCell;
use std::fmt::{self, Display};

use serde::de::{Expected, Unexpected};

use super::issue::{DecodeIssue, Names};
use super::range::Range;
use super::sentence::{issue_of, json_type};
use super::subject::Subject;
use crate::fault::text_or_violation;
use crate::input::bounded_pointer::BoundedPointer;

/// An error, and the place where it was met.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DecodeError(Box<Parts>);

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Parts {
    pub(super) issue: DecodeIssue,
    /// The value that the error speaks of.
    pub(super) subject: Subject,
    /// The words of the reader, where it is the one that refuses.
    pub(super) readers_words: Option<String>,
    pub(super) place: Option<Place>,
}

/// The place at which an error was met.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    pub(super) pointer: BoundedPointer,
    pub(super) spot: Spot,
}

/// A step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Index(usize),
    Member(String),
    /// A member whose name is not known, or too long to repeat.
    Unnamed,
}

/// The relation of an error to the value at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// It is about the value.
    Value,
    /// It is about the name of one of its members.
    Name,
    /// It is about the name of a variant, which is the value or the name of its one member.
    Variant,
    /// It is about the value, or about one inside that was read from a copy: a type has `serde`
    /// keep values before it knows what they are.
    Inside,
}

/// How a reader begins to say that a value has nothing but the name of a variant.
const BARE_VARIANT: &str = "invalid type: unit variant";

impl DecodeError {
    fn new(issue: DecodeIssue, subject: Subject) -> Self {
        Self(Box::new(Parts {
            issue,
            subject,
            readers_words: None,
            place: None,
        }))
    }

    /// What a reader of a format says, which has been asked for a value of some type.
    pub(super) fn of_reader(words: String, asked: Asked) -> Self {
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
                Asked::Enum => DecodeIssue::WrongType(None),
            },
            Asked::Type(expected) if words.starts_with("invalid number") => {
                DecodeIssue::WrongType(json_type(expected))
            }
            // An enum that is neither a text nor an object with one member.
            Asked::Enum if words.starts_with("expected value") => DecodeIssue::WrongType(None),
            _ => issue_of(&words),
        };
        let mut error = Self::new(issue, Subject::Unnamed);
        error.0.readers_words = Some(words);
        error
    }

    /// A text that is no number or boolean of this type.
    pub(super) fn of_text(text: &str, expected: &'static str) -> Self {
        let range = Range::of(expected).filter(|range| range.excludes_text(text));
        let issue = match range {
            Some(range) => DecodeIssue::OutOfRange(Some(range)),
            None => DecodeIssue::WrongType(json_type(expected)),
        };
        Self::new(issue, Subject::Text(text.into()))
    }

    /// Whether a value has nothing but the name of a variant that holds something.
    pub(super) fn is_of_bare_variant(&self) -> bool {
        let words = self.0.readers_words.as_deref();
        words.is_some_and(|words| words.starts_with(BARE_VARIANT))
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

    #[cfg(feature = "json-all")]
    pub(super) fn into_parts(self) -> Parts {
        *self.0
    }
}

/// The type of value that a reader is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// One of this name, in the words of `serde`'s visitors.
    Type(&'static str),
    Enum,
    /// Whatever is there.
    Anything,
}

impl serde::de::Error for DecodeError {
    fn custom<T: Display>(text: T) -> Self {
        let issue = match text_or_violation(&text) {
            Ok(violation) => DecodeIssue::Own(Box::new(violation)),
            Err(text) => DecodeIssue::InvalidValue(Some(text)),
        };
        Self::new(issue, Subject::Unnamed)
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
        Self::new(issue, subject)
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
        Self::new(issue, subject)
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::new(DecodeIssue::InvalidValue(None), Subject::Unnamed)
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let names = Names::of(expected.iter().copied());
        Self::new(
            DecodeIssue::NotAllowed(names),
            Subject::Text(variant.into()),
        )
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::new(DecodeIssue::Unknown(field.to_owned()), Subject::Unnamed)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(DecodeIssue::Missing(field.to_owned()), Subject::Unnamed)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(DecodeIssue::Duplicate(field.to_owned()), Subject::Unnamed)
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
        if let Some(index) = show(self) {
            write!(f, "{SHOWN_MARK}{index}")?;
        }
        Ok(())
    }
}

impl std::error::Error for DecodeError {}

/// Bytes that no type takes for a value, and no document has: they are no UTF-8.
pub(super) const MARK: &[u8] = b"\xFFmanila";

thread_local! {
    /// The JSON types that were asked for where the mark was, while somebody collects them.
    static ASKED: RefCell<Option<Vec<&'static str>>> = const { RefCell::new(None) };
}

/// The JSON types for which the mark is refused meanwhile. A type may try several, and keeps but the
/// error of the last one.
pub(super) fn asked_of_mark<T>(read: impl FnOnce() -> T) -> Vec<&'static str> {
    let outer = ASKED.replace(Some(Vec::new()));
    read();
    ASKED.replace(outer).unwrap_or_default()
}

fn note_asked(unexpected: Unexpected<'_>, words: &str) {
    if unexpected != Unexpected::Bytes(MARK) {
        return;
    }
    ASKED.with_borrow_mut(|asked| {
        if let Some(asked) = asked {
            asked.extend(json_type(words));
        }
    });
}

/// Separates the text of an error from its index among those that were shown. It is no character (a
/// noncharacter of Unicode).
#[cfg(feature = "json-all")]
const SHOWN_MARK: char = '\u{10FFFE}';

#[cfg(feature = "json-all")]
thread_local! {
    /// The errors whose texts were asked for, while somebody collects them.
    static SHOWN: RefCell<Option<Vec<DecodeError>>> = const { RefCell::new(None) };
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
