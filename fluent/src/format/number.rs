//! A number as a language writes it.

use std::borrow::Cow;

use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use fluent_bundle::types::FluentType;
use fluent_bundle::{FluentArgs, FluentValue};
use icu_plurals::PluralCategory;

use super::formatters::Formatters;

/// The most digits on either side of the point that are written out. A number that has more is easier to read
/// as it was sent, `1e300`.
const MOST_DIGITS: i16 = 30;

/// The most digits of a fraction, where a message asks for no other number: that of ECMA-402.
const FRACTION_DIGITS: i16 = 3;

/// A number with the way in which it is written.
#[derive(Debug, Clone)]
pub(super) struct Number {
    value: Decimal,
    float: f64,
    options: Options,
    formatters: Formatters,
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
    pub(super) fn read(text: &str, formatters: &Formatters) -> Option<Self> {
        let value = Decimal::try_from_str(text).ok()?;
        let digits = value.absolute.nonzero_magnitude_start();
        (digits.abs() <= MOST_DIGITS).then_some(())?;
        Some(Self {
            value,
            float: text.parse().ok()?,
            options: Options::DEFAULT,
            formatters: formatters.clone(),
        })
    }

    /// A value that a function is called with, if it is a number.
    pub(super) fn of(value: &FluentValue<'_>, formatters: &Formatters) -> Option<Self> {
        match value {
            FluentValue::Custom(custom) => custom.as_any().downcast_ref().cloned(),
            FluentValue::Number(number) => {
                let mut read = Self::read(&number.value.to_string(), formatters)?;
                let digits = number.options.minimum_fraction_digits;
                read.options.least_fraction_digits = digits.map(digit_count);
                Some(read)
            }
            _ => None,
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

    pub(super) fn is(&self, number: f64) -> bool {
        self.float == number
    }

    /// The word of the plural category, by which messages choose a variant.
    pub(super) fn category(&self) -> &'static str {
        let rules = self.formatters.plurals(self.options.is_ordinal);
        let category = rules.map(|rules| rules.category_for(&self.rounded()));
        match category.unwrap_or(PluralCategory::Other) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    fn rounded(&self) -> Decimal {
        let Options {
            integer_digits,
            least_fraction_digits,
            most_fraction_digits,
            least_significant_digits,
            most_significant_digits,
            is_ordinal: _,
            is_grouped: _,
        } = self.options;
        let mut value = self.value.clone();
        value.absolute.trim_end();
        let mode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
        if least_significant_digits.is_some() || most_significant_digits.is_some() {
            let most = most_significant_digits.unwrap_or(MOST_DIGITS).max(1);
            let first = value.absolute.nonzero_magnitude_start();
            value.round_with_mode(first + 1 - most, mode);
            let least = least_significant_digits.unwrap_or(1).clamp(1, most);
            value.absolute.trim_end();
            let first = value.absolute.nonzero_magnitude_start();
            value.absolute.pad_end((first + 1 - least).min(0));
        } else {
            let least = least_fraction_digits.unwrap_or(0);
            let most = most_fraction_digits.unwrap_or(FRACTION_DIGITS.max(least));
            value.round_with_mode(-most, mode);
            value.absolute.trim_end();
            value.absolute.pad_end(-least.min(most));
        }
        value.absolute.pad_start(integer_digits);
        value
    }

    fn text(&self) -> String {
        let value = self.rounded();
        match self.formatters.decimals(self.options.is_grouped) {
            Some(formatter) => formatter.format(&value).to_string(),
            None => value.to_string(),
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
