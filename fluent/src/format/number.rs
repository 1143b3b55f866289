//! A number as a language writes it.

use std::borrow::Cow;

use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use fluent_bundle::types::FluentType;
use fluent_bundle::{FluentArgs, FluentValue};
use icu_plurals::PluralCategory;

use super::formatters::Formatters;

/// The most digits before the point, or zeros behind it, that are written out. A number that has more is easier
/// to read as it was sent, `1e300`.
const MOST_DIGITS: i16 = 30;

/// A number with the way in which it is written.
#[derive(Debug, Clone)]
pub(super) struct Number {
    value: Value,
    options: Options,
    formatters: Formatters,
}

#[derive(Debug, Clone, PartialEq)]
enum Value {
    /// Every digit of the number, without zeros around them.
    Digits(Box<Decimal>),
    /// A number that is not written out.
    AsSent(Box<str>),
}

/// The options of `NUMBER`, as ECMA-402 names them.
#[derive(Debug, Clone, PartialEq)]
struct Options {
    is_ordinal: bool,
    is_grouped: bool,
    integer_digits: i16,
    least_fraction_digits: Option<i16>,
    most_fraction_digits: Option<i16>,
    least_significant_digits: Option<i16>,
    most_significant_digits: Option<i16>,
}

impl Number {
    /// Reads a number of JSON, or of a Fluent literal.
    pub(super) fn read(text: &str, formatters: &Formatters) -> Self {
        let digits = digits_of(text);
        let is_short = |it: &Decimal| it.absolute.nonzero_magnitude_start().abs() <= MOST_DIGITS;
        let value = match digits.filter(is_short) {
            Some(mut digits) => {
                digits.absolute.trim_start();
                digits.absolute.trim_end();
                Value::Digits(Box::new(digits))
            }
            None => Value::AsSent(text.into()),
        };
        Self {
            value,
            options: Options::DEFAULT,
            formatters: formatters.clone(),
        }
    }

    /// A value that is a number by itself.
    pub(super) fn of(value: &FluentValue<'_>, formatters: &Formatters) -> Option<Self> {
        match value {
            FluentValue::Custom(custom) => custom.as_any().downcast_ref().cloned(),
            FluentValue::Number(number) => {
                let mut read = Self::read(&number.value.to_string(), formatters);
                let digits = number.options.minimum_fraction_digits;
                read.options.least_fraction_digits = digits.map(digit_count);
                Some(read)
            }
            _ => None,
        }
    }

    /// A value that a message says is a number. A text may be one: a decimal that no float is to round.
    pub(super) fn said(value: &FluentValue<'_>, formatters: &Formatters) -> Option<Self> {
        match value {
            FluentValue::String(text) => is_json_number(text).then(|| Self::read(text, formatters)),
            other => Self::of(other, formatters),
        }
    }

    pub(super) fn with_options(mut self, named: &FluentArgs<'_>) -> Self {
        for (name, value) in named.iter() {
            let digits = match value {
                FluentValue::Number(number) => Some(number.value),
                _ => None,
            };
            // Not a number becomes 0, and so does what is below.
            let digits = digits.map(|digits| digit_count(digits as usize));
            match (name, value) {
                ("type", FluentValue::String(kind)) => self.options.is_ordinal = kind == "ordinal",
                ("useGrouping", FluentValue::String(is)) => {
                    self.options.is_grouped = is != "false";
                }
                ("useGrouping", _) => self.options.is_grouped = digits != Some(0),
                ("minimumIntegerDigits", _) => {
                    self.options.integer_digits = digits.unwrap_or(1).max(1);
                }
                ("minimumFractionDigits", _) => self.options.least_fraction_digits = digits,
                ("maximumFractionDigits", _) => self.options.most_fraction_digits = digits,
                ("minimumSignificantDigits", _) => self.options.least_significant_digits = digits,
                ("maximumSignificantDigits", _) => self.options.most_significant_digits = digits,
                _ => {}
            }
        }
        self
    }

    /// Whether this is the number of a key, in every digit. No number has a sign at 0.
    pub(super) fn is(&self, key: f64) -> bool {
        let Value::Digits(digits) = &self.value else {
            return false;
        };
        if digits.absolute.is_zero() {
            return key == 0.0;
        }
        let key = Self::read(&key.to_string(), &self.formatters);
        key.value == self.value
    }

    /// The word of the plural category, by which messages choose a variant.
    pub(super) fn category(&self) -> &'static str {
        let rules = self.formatters.plurals(self.options.is_ordinal);
        let category = match &self.value {
            Value::Digits(digits) => rules.map(|it| it.category_for(&self.options.applied(digits))),
            Value::AsSent(_) => None,
        };
        match category.unwrap_or(PluralCategory::Other) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    fn text(&self) -> String {
        match &self.value {
            Value::AsSent(text) => text.clone().into_string(),
            Value::Digits(digits) => {
                let digits = self.options.applied(digits);
                match self.formatters.decimals(self.options.is_grouped) {
                    Some(formatter) => formatter.format(&digits).to_string(),
                    None => digits.to_string(),
                }
            }
        }
    }
}

impl Options {
    const DEFAULT: Self = Self {
        is_ordinal: false,
        is_grouped: true,
        integer_digits: 1,
        least_fraction_digits: None,
        most_fraction_digits: None,
        least_significant_digits: None,
        most_significant_digits: None,
    };

    /// The digits that are shown. ECMA-402 rounds to three behind the point where a message says nothing; a
    /// sentence about an error tells the limit that there is, 0.0005 and not 0.001.
    fn applied(&self, digits: &Decimal) -> Decimal {
        let mut value = digits.clone();
        let mode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
        if self.least_significant_digits.is_some() || self.most_significant_digits.is_some() {
            let most = self.most_significant_digits.unwrap_or(MOST_DIGITS).max(1);
            let first = value.absolute.nonzero_magnitude_start();
            value.round_with_mode(first + 1 - most, mode);
            let least = self.least_significant_digits.unwrap_or(1).clamp(1, most);
            value.absolute.trim_end();
            let first = value.absolute.nonzero_magnitude_start();
            value.absolute.pad_end((first + 1 - least).min(0));
        } else {
            let least = self.least_fraction_digits.unwrap_or(0);
            if let Some(most) = self.most_fraction_digits {
                value.round_with_mode(-most, mode);
            }
            value.absolute.trim_end();
            let most = self.most_fraction_digits.unwrap_or(MOST_DIGITS);
            value.absolute.pad_end(-least.min(most));
        }
        value.absolute.pad_start(self.integer_digits);
        value
    }
}

/// Whether a text is a number as JSON writes it (RFC 8259 §6).
fn is_json_number(text: &str) -> bool {
    let whole = text.strip_prefix('-').unwrap_or(text);
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let has_no_zero_first = !whole.starts_with('0') || !is_digit(whole.as_bytes().get(1));
    is_digit(whole.as_bytes().first())
        && is_digit(whole.as_bytes().last())
        && has_no_zero_first
        && digits_of(whole).is_some()
}

/// The digits of a number of JSON. `fixed_decimal` knows no `+` in an exponent.
fn digits_of(text: &str) -> Option<Decimal> {
    let is_exponent = |(before, _): &(&str, &str)| before.ends_with(['e', 'E']);
    match text.split_once('+').filter(is_exponent) {
        Some((before, behind)) => Decimal::try_from_str(&format!("{before}{behind}")).ok(),
        None => Decimal::try_from_str(text).ok(),
    }
}

/// A number of digits that can be written.
fn digit_count(digits: usize) -> i16 {
    i16::try_from(digits)
        .unwrap_or(MOST_DIGITS)
        .min(MOST_DIGITS)
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.options == other.options
    }
}

impl FluentType for Number {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        self.text().into()
    }

    fn as_string_threadsafe(
        &self,
        _: &intl_memoizer::concurrent::IntlLangMemoizer,
    ) -> Cow<'static, str> {
        self.text().into()
    }
}
