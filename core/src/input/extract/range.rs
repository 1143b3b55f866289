//! The numbers that a type can hold, as a client is told them.

use std::borrow::Cow;
use std::fmt::LowerExp;

use serde_json::Value;

use super::subject::Subject;
use crate::fault::{OUT_OF_LIMITS, OUT_OF_RANGE, Violation, fill};

pub(super) const I64_MIN: f64 = i64::MIN as f64;

/// The numbers that a type can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Range {
    Integers {
        min: i128,
        max: u128,
    },
    /// Those of IEEE 754 with 64 bits, which is what a reader of JSON holds.
    Floats,
    /// Those of IEEE 754 with 32 bits. Some readers refuse what is beyond; for others it is infinite.
    SinglePrecision,
}

macro_rules! integers {
    ($words:expr, $($name:literal = $type:ty),*) => {
        match $words {
            $($name => Some((<$type>::MIN as i128, <$type>::MAX as u128)),)*
            _ => None,
        }
    };
}

impl Range {
    /// The range of a type of integers by the words of `serde`'s visitors.
    pub(super) fn of(words: &str) -> Option<Self> {
        let nonzero = words.strip_prefix("a nonzero ");
        let (min, max) = integers!(
            nonzero.unwrap_or(words),
            "i8" = i8,
            "i16" = i16,
            "i32" = i32,
            "i64" = i64,
            "i128" = i128,
            "isize" = isize,
            "u8" = u8,
            "u16" = u16,
            "u32" = u32,
            "u64" = u64,
            "u128" = u128,
            "usize" = usize
        )?;
        let is_counted_from_one = nonzero.is_some() && min == 0;
        let min = if is_counted_from_one { 1 } else { min };
        Some(Self::Integers { min, max })
    }

    /// The range of a type of numbers, with fractions or without, by the words of `serde`'s visitors.
    pub(super) fn of_numbers(words: &str) -> Option<Self> {
        match words {
            "f32" => Some(Self::SinglePrecision),
            "f64" => Some(Self::Floats),
            words => Self::of(words),
        }
    }

    /// Whether a number is an integer that is not in the range.
    pub(super) fn excludes(self, number: &Subject) -> bool {
        let Self::Integers { min, max } = self else {
            return false;
        };
        match *number {
            Subject::Unsigned(number) => i128::from(number) < min || u128::from(number) > max,
            Subject::Signed(number) => {
                i128::from(number) < min || u128::try_from(number).is_ok_and(|number| number > max)
            }
            // A cast ends at the widest integer, beyond which the rounded limit decides.
            Subject::Float(number) if number.fract() != 0.0 => false,
            // What 64 bits hold is not read as one with a fraction: this was rounded to the limit.
            Subject::Float(number) if number <= I64_MIN => number as i128 <= min,
            Subject::Float(number) if number < 0.0 => (number as i128) < min,
            Subject::Float(number) => number as u128 > max || number > max as f64,
            _ => false,
        }
    }

    /// Whether a text writes an integer that is not in the range.
    pub(super) fn excludes_text(self, text: &str) -> bool {
        let Self::Integers { min, max } = self else {
            return false;
        };
        let (is_negative, digits) = match text.as_bytes() {
            [b'-', digits @ ..] => (true, digits),
            [b'+', digits @ ..] | digits => (false, digits),
        };
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return false;
        }
        // What is longer than 128 bits is out of any range.
        if is_negative {
            text.parse::<i128>().map_or(true, |number| number < min)
        } else {
            text.parse::<u128>().map_or(true, |number| {
                number > max || i128::try_from(number).is_ok_and(|number| number < min)
            })
        }
    }

    fn limits(self) -> (Limit, Limit) {
        match self {
            Self::Integers { min, max } => (Limit::of(min), Limit::of(max)),
            Self::Floats => (Limit::of_fraction(f64::MIN), Limit::of_fraction(f64::MAX)),
            Self::SinglePrecision => (Limit::of_fraction(f32::MIN), Limit::of_fraction(f32::MAX)),
        }
    }

    /// The violation by a number out of this range, without its place.
    pub(super) fn violation(range: Option<Self>) -> Violation {
        let Some(range) = range else {
            return Violation::new(OUT_OF_RANGE).with_rule("range");
        };
        let (min, max) = range.limits();
        let sentence = fill(OUT_OF_LIMITS, |name| {
            let limit = if name == "min" { &min } else { &max };
            Some(Cow::Borrowed(&*limit.text))
        });
        Violation::new(sentence.unwrap_or_default())
            .with_rule("range")
            .with_detail("min", min.value)
            .with_detail("max", max.value)
    }
}

/// A limit in a sentence, and as data.
struct Limit {
    text: String,
    value: Value,
}

impl Limit {
    /// The number that is spelled by the fewest digits, as data too: in 64 bits a limit of 32 has more.
    fn of_fraction(limit: impl LowerExp) -> Self {
        let text = format!("{limit:e}");
        let value = text.parse::<f64>().map_or(Value::Null, Value::from);
        Self { text, value }
    }

    /// A reader of JSON has integers of at most 64 bits; a wider one would lose digits in it, and
    /// is a text.
    fn of<L>(limit: L) -> Self
    where
        L: Copy + ToString,
        i64: TryFrom<L>,
        u64: TryFrom<L>,
    {
        let text = limit.to_string();
        let value = match (i64::try_from(limit), u64::try_from(limit)) {
            (Ok(limit), _) => Value::from(limit),
            (Err(_), Ok(limit)) => Value::from(limit),
            (Err(_), Err(_)) => Value::from(&*text),
        };
        Self { text, value }
    }
}
