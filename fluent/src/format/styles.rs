//! How long a date is written.

use std::sync::OnceLock;

use icu_datetime::fieldsets::builder::{DateFields, FieldSetBuilder};
use icu_datetime::fieldsets::enums::CompositeDateTimeFieldSet;
use icu_datetime::fieldsets::zone::LocalizedOffsetShort;
use icu_datetime::options::{Length, TimePrecision};
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu_locale_core::Locale;

/// The lengths of the parts that are written, `dateStyle` and `timeStyle` of ECMA-402.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) date: Option<Size>,
    pub(super) time: Option<Size>,
    /// Whether the offset is told.
    pub(super) has_zone: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Size {
    Short,
    Medium,
    Long,
    Full,
}

/// The formatters of each style, made when they are first used.
#[derive(Default)]
pub(super) struct DateTimes {
    by_style: [OnceLock<Option<DateTimeFormatter<CompositeDateTimeFieldSet>>>; 25],
    zone: OnceLock<Option<NoCalendarFormatter<LocalizedOffsetShort>>>,
}

impl DateTimes {
    pub(super) fn formatter(
        &self,
        locale: &Locale,
        style: Style,
    ) -> Option<&DateTimeFormatter<CompositeDateTimeFieldSet>> {
        let place = |size: Option<Size>| size.map_or(0, |size| size as usize + 1);
        let made = &self.by_style[5 * place(style.date) + place(style.time)];
        let make = || DateTimeFormatter::try_new(locale.into(), style.fields()?).ok();
        made.get_or_init(make).as_ref()
    }

    pub(super) fn zone(
        &self,
        locale: &Locale,
    ) -> Option<&NoCalendarFormatter<LocalizedOffsetShort>> {
        let make = || NoCalendarFormatter::try_new(locale.into(), LocalizedOffsetShort).ok();
        self.zone.get_or_init(make).as_ref()
    }
}

impl Style {
    fn fields(self) -> Option<CompositeDateTimeFieldSet> {
        let mut fields = FieldSetBuilder::new();
        fields.length = Some(match self.date.or(self.time)? {
            Size::Short => Length::Short,
            Size::Medium => Length::Medium,
            Size::Long | Size::Full => Length::Long,
        });
        fields.date_fields = self.date.map(|date| match date {
            Size::Full => DateFields::YMDE,
            Size::Short | Size::Medium | Size::Long => DateFields::YMD,
        });
        fields.time_precision = self.time.map(|time| match time {
            Size::Short => TimePrecision::Minute,
            Size::Medium | Size::Long | Size::Full => TimePrecision::Second,
        });
        fields.build_composite_datetime().ok()
    }
}

impl Size {
    pub(super) fn of(word: &str) -> Option<Self> {
        match word {
            "short" => Some(Self::Short),
            "medium" => Some(Self::Medium),
            "long" => Some(Self::Long),
            "full" => Some(Self::Full),
            _ => None,
        }
    }
}
