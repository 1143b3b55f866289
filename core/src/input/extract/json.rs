//! Bodies of JSON (RFC 8259), read by `serde_json`.
//!
//! A body that fits is read once. One that does not is read again, along the way to the mistake, to
//! find out where it is: once more where the value was in a copy, and a few times to tell apart values that
//! are alike, and arrays that stand for structs.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Deserializer;
use serde_json::error::Category;

use super::body::no_body;
use super::issue::DecodeIssue;
use super::sentence::{issue_of, without_input};
use super::strict::{Kept, Strict};
use super::trace::{Trace, Whereabouts, is_readable, locate, locate_array};
use crate::Condition;
use crate::fault::{Fault, Source, Violation};

/// Reads a value from a body of JSON (RFC 8259). It stops at the first mistake; `json_all`, behind
/// a feature, finds all of them.
///
/// ```
/// use manila::Envelopes;
/// use manila::extract::json;
///
/// let seats: Vec<u8> = json(b"[1, 2]").unwrap();
/// assert_eq!(seats, [1, 2]);
///
/// let fault = json::<Vec<u8>>(b"[1, 2").unwrap_err();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// assert_eq!(rendered.status(), 400);
/// let body = std::str::from_utf8(rendered.body()).unwrap();
/// assert!(body.contains(r#""message":"The body is not valid JSON.""#));
/// assert!(body.contains(r#""line":1,"column":5"#));
/// // What the reader has expected is for the log.
/// assert_eq!(fault.cause().unwrap().chain(), "EOF while parsing a list at line 1 column 5");
/// ```
///
/// # Errors
///
/// The condition `invalid_json`, with a violation that says so and names no place, if there is no body
/// or it is not JSON; then with the details `line` and `column`, both from 1, too. Else the condition of the mistake
/// (`missing_field`, `wrong_type`, …) with a violation, whose JSON Pointer names the value; for a
/// missing member it names the object that lacks it, and for a value inside names of more than 1 KiB
/// together a value around it, and the sentence says so.
///
/// The place is one that the document has, with the name that the client has sent. `serde` keeps
/// flattened members and tagged or untagged variants until it knows their type; where two values in
/// them are alike and it does not come out which of them was refused, the sentence is about a value
/// inside the one at the pointer.
///
/// - A number that its type does not hold breaks the rule `range`, with the details `min` and `max`:
///   numbers, or texts of their digits where they are wider than 64 bits, which readers of JSON
///   cannot be expected to hold. The limits are those of the type that was asked for: where that takes
///   whatever is there (a type of decimals, `serde_json::Value`, what `serde` keeps until it knows its
///   type), a number that the reader cannot hold, as `1e400`, is told to be out of range without them.
/// - A name that no variant has, or a value of another type in its place, is told with the names that
///   are taken, as the detail `allowed`, unless there are more than 100 of them.
/// - An array is no object: a struct is not read from one, as `serde` would. In what `serde` keeps until
///   it knows its type, that takes readings of their own: one for each level of arrays, up to eight, and
///   where one of them is for no list (a tuple), one for each array, up to 16. What is beyond that is
///   read as by `serde`, and so is an array for a struct whose members all have a default, and the number
///   of a variant for its name, in the tag of an enum that is flattened.
/// - What a type says of its own, by `#[serde(try_from = "…")]` or in a `Deserialize` of its own, is
///   for the log, as the cause of the fault. It is for the client if that error is a
///   [`Violation`](crate::Violation), or is [transparent] for one; a pointer that it has is seen
///   from the value.
/// - Whatever else the client is told less exactly than the reader knows is for the log as well: what
///   was expected, where that is in words of the type's own, or what is no JSON. Values of the input
///   are not among those words, but where a type puts one into a text of its own.
///
/// [transparent]: https://docs.rs/thiserror/2/thiserror/#derives
///
/// ```
/// use manila::extract::json;
/// use manila::{Envelopes, Violation};
///
/// #[derive(Debug, serde::Deserialize)]
/// #[serde(try_from = "String")]
/// struct Iban(String);
///
/// impl TryFrom<String> for Iban {
///     type Error = Violation;
///
///     fn try_from(text: String) -> Result<Self, Violation> {
///         match text.len() {
///             15..=34 => Ok(Self(text)),
///             _ => Err(Violation::new("Must be an IBAN.").with_rule("iban")),
///         }
///     }
/// }
///
/// let fault = json::<Vec<Iban>>(br#"["ES91 2100"]"#).unwrap_err();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// assert!(rendered.body().ends_with(br#""message":"Must be an IBAN.","pointer":"/0"}]}}}"#));
/// ```
pub fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    read(body).map_err(Refusal::into_fault)
}

/// Why a body is not read.
pub(super) enum Refusal {
    /// Nothing is known of its values.
    Whole(Fault),
    /// There is an issue with one of them.
    Value(LocatedIssue),
}

/// An issue with a value of a body.
#[derive(Debug, Clone)]
pub(super) struct LocatedIssue {
    pub(super) issue: DecodeIssue,
    pub(super) place: Whereabouts,
    /// What the type or the reader says.
    words: String,
}

impl Refusal {
    pub(super) fn into_fault(self) -> Fault {
        match self {
            Self::Whole(fault) => fault,
            Self::Value(issue) => issue.into_fault(),
        }
    }
}

/// Reads a value, up to the first issue.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    // The way is followed only where there is something to point to: it costs allocations.
    let kept = Kept::default();
    match read_strictly(body, &kept) {
        Ok(value) => match array_for_object::<T>(body, &kept) {
            Some(place) => {
                let issue = DecodeIssue::WrongType(Some("object"));
                Err(Refusal::Value(LocatedIssue::new(
                    issue,
                    place,
                    String::new(),
                )))
            }
            None => Ok(value),
        },
        Err(_) => follow(body),
    }
}

fn read_strictly<T: DeserializeOwned>(body: &[u8], kept: &Kept) -> serde_json::Result<T> {
    let mut deserializer = Deserializer::from_slice(body);
    let value = T::deserialize(Strict::new(&mut deserializer, kept))?;
    deserializer.end()?;
    Ok(value)
}

/// How many arrays in each other are looked into for one that stands for a struct.
const DEEPEST: usize = 8;

/// The place of an array that a struct has been read from, though it was kept until its type was known.
/// No array costs nothing here, and a list little: it is read as if there were nothing in it.
fn array_for_object<T: DeserializeOwned>(body: &[u8], kept: &Kept) -> Option<Whereabouts> {
    let mut depths = 0..kept.depth().min(DEEPEST);
    let takes_nothing = |depth| read_strictly::<T>(body, &Kept::emptied_at(depth)).is_ok();
    if depths.all(takes_nothing) {
        return None;
    }
    locate_array::<T>(body)
}

fn follow<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    if body.is_empty() {
        return Err(Refusal::Whole(no_body()));
    }
    // A type can refuse a value before the reader meets what is no JSON behind it.
    if let Err(error) = serde_json::from_slice::<IgnoredAny>(body) {
        return Err(Refusal::Whole(syntax(&error.to_string())));
    }
    let error = match Trace::default().read_json(body) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    if let Some(words) = error.readers_words()
        && NO_JSON.iter().any(|(start, _)| words.starts_with(start))
        && !is_readable(body)
    {
        return Err(Refusal::Whole(syntax(words)));
    }
    let (issue, place) = locate::<T>(body, &error);
    let words = error.into_words();
    Err(Refusal::Value(LocatedIssue::new(issue, place, words)))
}

/// How the reader's sentences begin about what `IgnoredAny` lets pass and is no JSON, or nested too
/// deeply to be read. What it refuses otherwise is JSON that does not fit the type.
const NO_JSON: [(&str, &str); 4] = [
    ("invalid unicode code point", NO_UNICODE),
    ("lone leading surrogate in hex escape", NO_UNICODE),
    ("unexpected end of hex escape", NO_UNICODE),
    ("recursion limit exceeded", TOO_DEEP),
];

/// The sentences about a body that is not read as JSON.
const NOT_JSON: &str = "The body is not valid JSON.";
/// Its bytes are no UTF-8, or an escape is half of a character, as the grammar has it (RFC 8259 §8.2): the
/// reader tells these apart by no sentence of its own.
const NO_UNICODE: &str = "A string in the body is not valid Unicode text.";
const TOO_DEEP: &str = "The body is nested too deeply.";

/// The line and the column that a sentence of the reader's ends with.
fn position(words: &str) -> (usize, usize) {
    let place = words.rsplit_once(" at line ");
    let place = place.and_then(|(_, place)| place.split_once(" column "));
    let (line, column) = place.unwrap_or_default();
    (
        line.parse().unwrap_or_default(),
        column.parse().unwrap_or_default(),
    )
}

impl LocatedIssue {
    pub(super) const fn new(issue: DecodeIssue, place: Whereabouts, words: String) -> Self {
        Self {
            issue,
            place,
            words,
        }
    }

    /// What is for the log, as the client is told less.
    pub(super) fn cause(&self) -> Option<&str> {
        let is_told_in_part = match (&self.place, &self.issue) {
            (_, DecodeIssue::Own(_)) | (Whereabouts::Value(_), _) => false,
            (Whereabouts::Name(_), issue) => !matches!(issue, DecodeIssue::NotAllowed(_)),
            (Whereabouts::Inside(_), issue) => !issue.is_of_names(),
        };
        let is_vague = is_told_in_part || self.issue.is_vague();
        Some(&*self.words).filter(|words| is_vague && !words.is_empty())
    }

    pub(super) fn violation(&self) -> Violation {
        violation_of(&self.issue, self.place.clone())
    }

    pub(super) fn into_fault(self) -> Fault {
        let fault = Fault::detected(self.issue.condition()).with_violation(self.violation());
        match self.cause() {
            Some(cause) => fault.because_text(cause),
            None => fault,
        }
    }
}

/// The violation by an issue with a value of a body.
pub(super) fn violation_of(issue: &DecodeIssue, place: Whereabouts) -> Violation {
    let place = place.told_as_far_as_known();
    if let DecodeIssue::Own(violation) = issue {
        return own_violation(violation, place);
    }
    let (violation, place) = match place {
        Whereabouts::Value(place) => (issue.violation(), place),
        Whereabouts::Name(place) => (issue.violation_of_name(), place),
        Whereabouts::Inside(place) => (issue.violation_inside(), place),
    };
    violation.with_pointer(place.into_pointer())
}

/// The violation that the type of a value has made; a place in it is one in that value.
fn own_violation(violation: &Violation, place: Whereabouts) -> Violation {
    let violation = violation.clone();
    let Whereabouts::Value(place) = place else {
        // What it says is true of a value that is not known.
        return violation.without_pointer();
    };
    let place = match violation.source() {
        None => place,
        Some(Source::Pointer(inner)) => place.join(inner),
        Some(_) => return violation,
    };
    violation.with_pointer(place.into_pointer())
}

/// Returns the fault of a body that the framework itself has tried to read, as [`json`] has it but
/// without a place: `serde_json` alone does not know it.
///
/// All that is known of the mistake is a sentence, so some is told less exactly than by [`json`]. An enum
/// or an integer of 128 bits that is of another type is a syntax error for `serde_json`, an array may be
/// read as a struct, and a text of a type's own that begins like one of `serde`'s is taken for that.
///
/// ```
/// use manila::extract::json_error;
///
/// let error = serde_json::from_str::<Vec<u8>>(r#"["one"]"#).unwrap_err();
/// assert_eq!(json_error(&error).http_status(), 422);
/// let error = serde_json::from_str::<Vec<u8>>("[1").unwrap_err();
/// assert_eq!(json_error(&error).http_status(), 400);
/// ```
#[must_use]
pub fn json_error(error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    // What the grammar allows and no number of the service's can hold.
    let is_out_of_range = message.starts_with("number out of range");
    if error.classify() == Category::Data || is_out_of_range {
        let fault = Fault::detected(issue_of(&message).condition());
        return fault.because_text(without_input(&message));
    }
    if error.is_eof() && (error.line(), error.column()) == (1, 0) {
        return no_body();
    }
    syntax(&message)
}

/// A body that is no JSON has no value to point to. What the reader expected is for the log: that is said
/// in the words of its source.
fn syntax(words: &str) -> Fault {
    let known = NO_JSON.iter().find(|(start, _)| words.starts_with(start));
    let sentence = known.map_or(NOT_JSON, |(_, sentence)| sentence);
    let fault = Fault::detected(Condition::InvalidJson)
        .because_text(words)
        .with_violation(Violation::new(sentence));
    match position(words) {
        (0, _) => fault,
        (line, column) => fault
            .with_detail("line", line)
            .with_detail("column", column),
    }
}
