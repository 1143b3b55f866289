//! The kinds of JSON values.

use manila_properties::json::Json;

use super::model::{Key, Shape, Variant};

/// The kinds of JSON values, as clients tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Null,
    Boolean,
    /// A number without a fraction and an exponent.
    Integer,
    Number,
    String,
    Array,
    Object,
}

pub(crate) fn kind_of(value: &Json) -> Kind {
    match value {
        Json::Null => Kind::Null,
        Json::Boolean(_) => Kind::Boolean,
        Json::Number(spelled) if is_integer(spelled) => Kind::Integer,
        Json::Number(_) => Kind::Number,
        Json::Text(_) => Kind::String,
        Json::Array(_) => Kind::Array,
        Json::Object(_) => Kind::Object,
    }
}

fn is_integer(spelled: &str) -> bool {
    !spelled.contains(['.', 'e', 'E'])
}

impl Kind {
    /// The kind that a word of the wire names.
    pub(crate) fn named(word: &str) -> Option<Self> {
        Some(match word {
            "null" => Self::Null,
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "string" => Self::String,
            "array" => Self::Array,
            "object" => Self::Object,
            _ => return None,
        })
    }

    /// Whether a value of the kind is one of this as well.
    pub(crate) fn has(self, other: Self) -> bool {
        self == other || (self == Self::Number && other == Self::Integer)
    }
}

impl Shape {
    /// The kinds of the values that may fit.
    pub(crate) fn kinds(&self) -> Vec<Kind> {
        let mut kinds = match self {
            Self::Anything => vec![
                Kind::Null,
                Kind::Boolean,
                Kind::Number,
                Kind::String,
                Kind::Array,
                Kind::Object,
            ],
            Self::Null => vec![Kind::Null],
            Self::Boolean => vec![Kind::Boolean],
            Self::Integer { .. } => vec![Kind::Integer],
            Self::Float | Self::Single => vec![Kind::Number],
            Self::Character | Self::Text | Self::Name(_) => vec![Kind::String],
            Self::Refined(inner, _) => inner.kinds(),
            Self::Option(inner) => {
                let mut kinds = inner.kinds();
                kinds.push(Kind::Null);
                kinds
            }
            Self::List(_) | Self::Tuple(_) => vec![Kind::Array],
            Self::Map(..) | Self::Object(_) | Self::Tagged { .. } => vec![Kind::Object],
            Self::External(variants) => {
                let holds = |variant: &Variant| variant.content.is_some();
                let mut kinds = Vec::new();
                if variants.iter().any(holds) {
                    kinds.push(Kind::Object);
                }
                if !variants.iter().all(holds) {
                    kinds.push(Kind::String);
                }
                kinds
            }
            Self::Any(shapes) => shapes.iter().flat_map(Self::kinds).collect(),
        };
        kinds.sort_unstable();
        kinds.dedup();
        if kinds.contains(&Kind::Number) {
            kinds.retain(|kind| *kind != Kind::Integer);
        }
        kinds
    }
}

impl Key {
    pub(crate) fn fits(self, name: &str) -> bool {
        match self {
            Self::Text => true,
            Self::Boolean => matches!(name, "true" | "false"),
            Self::Name(names) => names.contains(&name),
            Self::Integer { min, max } => is_within(name, min, max),
        }
    }
}

/// Whether a spelled integer is within bounds, which it may exceed by any amount.
pub(crate) fn is_within(spelled: &str, min: i128, max: u128) -> bool {
    let is_well_spelled = |digits: &str| {
        !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && (digits == "0" || !digits.starts_with('0'))
    };
    match spelled.strip_prefix('-') {
        Some(digits) => {
            is_well_spelled(digits)
                && spelled
                    .parse::<i128>()
                    .is_ok_and(|number| number >= min && number < 0)
        }
        None => {
            is_well_spelled(spelled)
                && spelled.parse::<u128>().is_ok_and(|number| {
                    number <= max && i128::try_from(number).map_or(true, |number| number >= min)
                })
        }
    }
}
