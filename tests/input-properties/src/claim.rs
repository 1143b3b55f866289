//! What a violation claims, by its sentence and its details.

use manila::{Condition, Source, Violation};
use manila_properties::json::{Json, parse};

use crate::shape::Kind;

/// What no answer may repeat.
const CANARY: &str = "canary";

/// A violation in a line.
pub(crate) fn shown(violation: &Violation) -> String {
    let place = match violation.source() {
        Some(Source::Pointer(pointer)) => format!("pointer {:?}", pointer.as_str()),
        Some(Source::Parameter(name)) => format!("parameter {name:?}"),
        other => format!("{other:?}"),
    };
    let details = violation.details();
    let details: Vec<_> = details
        .map(|(name, json)| format!("{name}: {json}"))
        .collect();
    format!(
        "{place}, {:?}, {{{}}}",
        violation.message(),
        details.join(", ")
    )
}

/// The claim of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Claim {
    Missing(Option<String>),
    Unknown,
    Repeated,
    Kind(Kind),
    WrongType,
    Range {
        min: String,
        max: String,
    },
    /// A number is out of a range that is not told.
    OutOfRange,
    /// A text is none of those that are taken.
    NotAllowed,
    /// An object has a member whose name is not taken.
    Name,
    Invalid,
    /// It holds of something inside of the value.
    Inside(Box<Self>),
}

impl Claim {
    /// What a violation claims; `None` where it is not known, or sentence and details disagree.
    pub(crate) fn of(violation: &Violation) -> Option<Self> {
        let expected = text(violation, "expected");
        if let Some(kind) = kind_of_sentence(violation.message()) {
            return (expected.and_then(|word| Kind::named(&word)) == Some(kind))
                .then_some(Self::Kind(kind));
        }
        if expected.is_some() {
            return None;
        }
        Self::of_sentence(violation)
            .or_else(|| Some(Self::Inside(Box::new(Self::of_inner(violation)?))))
            .or_else(|| Self::range(violation))
    }

    fn of_sentence(violation: &Violation) -> Option<Self> {
        Some(match violation.message() {
            "A required member is missing." => Self::Missing(text(violation, "member")),
            "A required parameter is missing." => Self::Missing(None),
            "This member is not known." | "This parameter is not known." => Self::Unknown,
            "This member appears more than once." | "This parameter appears more than once." => {
                Self::Repeated
            }
            "The value has the wrong type." => Self::WrongType,
            "Is out of range." => Self::OutOfRange,
            "Must be one of the allowed values." => Self::NotAllowed,
            "The name of a member must be one of the allowed values."
            | "The name of a member is invalid." => Self::Name,
            "The value is invalid." => Self::Invalid,
            _ => return None,
        })
    }

    /// The claim about something inside of the value.
    fn of_inner(violation: &Violation) -> Option<Self> {
        Some(match violation.message() {
            "A member that is required inside this value is missing." => {
                Self::Missing(text(violation, "member"))
            }
            "A member inside this value is not known." => Self::Unknown,
            "A member inside this value appears more than once." => Self::Repeated,
            "A value inside this one has the wrong type." => Self::WrongType,
            "A number inside this value is out of range." => Self::OutOfRange,
            _ => return None,
        })
    }

    /// What is wider than 64 bits is told as a text.
    fn range(violation: &Violation) -> Option<Self> {
        let bound = |name| match detail(violation, name) {
            Some(Json::Number(spelled) | Json::Text(spelled)) => Some(spelled),
            _ => None,
        };
        let (min, max) = (bound("min")?, bound("max")?);
        let told = violation.message().strip_prefix("Must be between ")?;
        let (told_min, told_max) = told.strip_suffix('.')?.split_once(" and ")?;
        (is_same(told_min, &min) && is_same(told_max, &max)).then_some(Self::Range { min, max })
    }

    /// The condition whose code the violation has.
    fn condition(&self) -> Condition {
        match self {
            Self::Missing(_) => Condition::MissingField,
            Self::Unknown => Condition::UnknownField,
            Self::Repeated => Condition::InvalidJson,
            Self::Kind(_) | Self::WrongType => Condition::WrongType,
            Self::Range { .. }
            | Self::OutOfRange
            | Self::NotAllowed
            | Self::Name
            | Self::Invalid => Condition::InvalidValue,
            Self::Inside(claim) => claim.condition(),
        }
    }

    /// Whether a violation may have the code of the condition.
    pub(crate) fn has_condition(&self, told: &str) -> bool {
        let is = |condition: Condition| condition.to_string() == told;
        let is_of_names = matches!(self, Self::Name | Self::NotAllowed);
        is(self.condition()) || (is_of_names && is(Condition::WrongType))
    }

    /// Whether it is about a range, for which a catalog may have a code of its own.
    pub(crate) fn is_of_range(&self) -> bool {
        match self {
            Self::Range { .. } | Self::OutOfRange => true,
            Self::Inside(claim) => claim.is_of_range(),
            _ => false,
        }
    }

    /// What is wrong where it does not hold.
    pub(crate) fn falsehood(&self) -> &'static str {
        match self {
            Self::Missing(_) => "a member is called missing and is not, or not demanded",
            Self::Unknown => "a member is called unknown and is not",
            Self::Repeated => "a member is called repeated and is not",
            Self::Kind(_) => {
                "a kind is demanded that the value has, or that the type does not demand"
            }
            Self::WrongType => "a value of the right kind is said to be of the wrong one",
            Self::Range { .. } | Self::OutOfRange => {
                "a range is told that is another, or that the value is in"
            }
            Self::NotAllowed => "a name is refused that the type takes",
            Self::Name => "a member's name is refused that the type takes",
            Self::Invalid => "a value is called invalid that the type takes",
            Self::Inside(_) => "something is said of what is inside that holds of nothing there",
        }
    }
}

/// Whether two spellings are those of one number; a fraction has several.
fn is_same(one: &str, other: &str) -> bool {
    let float = |spelled: &str| spelled.contains('e').then(|| spelled.parse::<f64>().ok());
    one == other || (float(one).is_some() && float(one) == float(other))
}

fn text(violation: &Violation, name: &str) -> Option<String> {
    match detail(violation, name) {
        Some(Json::Text(text)) => Some(text),
        _ => None,
    }
}

fn kind_of_sentence(sentence: &str) -> Option<Kind> {
    Some(match sentence {
        "Must be null." => Kind::Null,
        "Must be a string." => Kind::String,
        "Must be an integer." => Kind::Integer,
        "Must be a number." => Kind::Number,
        "Must be a boolean." => Kind::Boolean,
        "Must be an array." => Kind::Array,
        "Must be an object." => Kind::Object,
        _ => return None,
    })
}

fn detail(violation: &Violation, wanted: &str) -> Option<Json> {
    let mut details = violation.details();
    let (_, json) = details.find(|(name, _)| name == wanted)?;
    parse(json.as_bytes()).ok()
}

/// The names that a violation says are taken.
pub(crate) fn allowed(violation: &Violation) -> Option<Vec<String>> {
    let Json::Array(names) = detail(violation, "allowed")? else {
        return None;
    };
    let names = names.into_iter().map(|name| match name {
        Json::Text(name) => Some(name),
        _ => None,
    });
    names.collect()
}

/// Whether a violation repeats what the client has sent.
pub(crate) fn repeats_input(violation: &Violation) -> bool {
    violation.message().contains(CANARY)
        || violation.details().any(|(_, json)| json.contains(CANARY))
}
