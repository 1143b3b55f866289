//! A moment or a day as a language writes it.

use std::borrow::Cow;

use fluent_bundle::types::FluentType;
use fluent_bundle::{FluentArgs, FluentValue};
use icu_calendar::Date;
use icu_calendar::Iso;
use icu_time::zone::UtcOffset;
use icu_time::{DateTime, Time};

use super::formatters::Formatters;
use super::styles::{Size, Style};

/// A date, mostly with a time, and the way in which it is written.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    date: Date<Iso>,
    /// The time and its offset from UTC.
    time: Option<(Time, UtcOffset)>,
    style: Style,
    formatters: Formatters,
}

impl Moment {
    /// Reads a date and time of RFC 3339 §5.6, or a date.
    pub(super) fn read(text: &str, formatters: &Formatters) -> Option<Self> {
        let date = Date::try_new_iso(
            text.get(..4).and_then(number)?.try_into().ok()?,
            text.get(4..7)?
                .strip_prefix('-')
                .and_then(number)?
                .try_into()
                .ok()?,
            text.get(7..10)?
                .strip_prefix('-')
                .and_then(number)?
                .try_into()
                .ok()?,
        );
        let time = match text.get(10..)? {
            "" => None,
            time => Some(read_time(time)?),
        };
        let style = Style {
            date: Some(Size::Medium),
            time: time.map(|_| Size::Short),
            has_zone: time.is_some(),
        };
        Some(Self {
            date: date.ok()?,
            time,
            style,
            formatters: formatters.clone(),
        })
    }

    /// A value that a function is called with, if it is a date.
    pub(super) fn of(value: &FluentValue<'_>, formatters: &Formatters) -> Option<Self> {
        match value {
            FluentValue::Custom(custom) => custom.as_any().downcast_ref().cloned(),
            FluentValue::String(text) => Self::read(text, formatters),
            _ => None,
        }
    }

    pub(super) fn with_options(mut self, named: &FluentArgs<'_>) -> Self {
        let size = |name| match named.get(name) {
            Some(FluentValue::String(size)) => Size::of(size),
            _ => None,
        };
        let (date, time) = (size("dateStyle"), size("timeStyle"));
        if date.is_some() || time.is_some() {
            let time = time.filter(|_| self.time.is_some());
            self.style = Style {
                // A day without a time has nothing else to tell.
                date: date.or(time.is_none().then_some(Size::Medium)),
                time,
                has_zone: matches!(time, Some(Size::Long | Size::Full)),
            };
        }
        self
    }

    fn text(&self) -> Option<String> {
        let (time, offset) = self
            .time
            .unwrap_or((Time::start_of_day(), UtcOffset::zero()));
        let formatter = self.formatters.date_time(self.style)?;
        let date = self.date;
        let text = formatter.format(&DateTime { date, time }).to_string();
        if !self.style.has_zone {
            return Some(text);
        }
        if offset == UtcOffset::zero() {
            return Some(format!("{text} UTC"));
        }
        let zone = self.formatters.zone()?.format(&offset).to_string();
        Some(format!("{text} {zone}"))
    }
}

fn read_time(text: &str) -> Option<(Time, UtcOffset)> {
    let text = text.strip_prefix(['T', 't', ' '])?;
    let part = |start: usize| text.get(start..start + 2).and_then(number)?.try_into().ok();
    let is_colon = |at: usize| text.as_bytes().get(at) == Some(&b':');
    (is_colon(2) && is_colon(5)).then_some(())?;
    let behind = text.get(8..)?;
    let (fraction, offset) = match behind.strip_prefix('.') {
        Some(behind) => {
            let end = behind.find(|c: char| !c.is_ascii_digit())?;
            behind.split_at_checked(end)?
        }
        None => ("0", behind),
    };
    (!fraction.is_empty()).then_some(())?;
    let offset = match offset {
        "Z" | "z" => UtcOffset::zero(),
        offset => UtcOffset::try_from_str(offset).ok()?,
    };
    // Fractions of a second are in no style.
    let time = Time::try_new(part(0)?, part(3)?, part(6)?, 0).ok()?;
    Some((time, offset))
}

fn number(digits: &str) -> Option<u32> {
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok())?
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        (self.date, self.time, self.style) == (other.date, other.time, other.style)
    }
}

impl FluentType for Moment {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        self.text().unwrap_or_default().into()
    }

    fn as_string_threadsafe(
        &self,
        _: &intl_memoizer::concurrent::IntlLangMemoizer,
    ) -> Cow<'static, str> {
        self.text().unwrap_or_default().into()
    }
}
