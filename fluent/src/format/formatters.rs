//! The formatters of ICU4X for a language.

use std::fmt;
use std::sync::{Arc, OnceLock};

use icu_datetime::fieldsets::enums::CompositeDateTimeFieldSet;
use icu_datetime::fieldsets::zone::LocalizedOffsetShort;
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::Locale;
use icu_plurals::{PluralRuleType, PluralRules, PluralRulesOptions};

use super::styles::{DateTimes, Style};

/// The formatters of a language, each made when it is first used.
#[derive(Clone)]
pub(crate) struct Formatters(Arc<Made>);

struct Made {
    locale: Locale,
    grouped: OnceLock<Option<DecimalFormatter>>,
    ungrouped: OnceLock<Option<DecimalFormatter>>,
    cardinals: OnceLock<Option<PluralRules>>,
    ordinals: OnceLock<Option<PluralRules>>,
    date_times: DateTimes,
}

impl Formatters {
    pub(crate) fn new(locale: Locale) -> Self {
        Self(Arc::new(Made {
            locale,
            grouped: OnceLock::new(),
            ungrouped: OnceLock::new(),
            cardinals: OnceLock::new(),
            ordinals: OnceLock::new(),
            date_times: DateTimes::default(),
        }))
    }

    pub(super) fn decimals(&self, is_grouped: bool) -> Option<&DecimalFormatter> {
        let (made, strategy) = match is_grouped {
            true => (&self.0.grouped, GroupingStrategy::Auto),
            false => (&self.0.ungrouped, GroupingStrategy::Never),
        };
        let make = || {
            let locale = DecimalFormatterPreferences::from(&self.0.locale);
            let mut options = DecimalFormatterOptions::default();
            options.grouping_strategy = Some(strategy);
            DecimalFormatter::try_new(locale, options).ok()
        };
        made.get_or_init(make).as_ref()
    }

    pub(super) fn plurals(&self, is_ordinal: bool) -> Option<&PluralRules> {
        let (made, kind) = match is_ordinal {
            true => (&self.0.ordinals, PluralRuleType::Ordinal),
            false => (&self.0.cardinals, PluralRuleType::Cardinal),
        };
        let make = || {
            let options = PluralRulesOptions::default().with_type(kind);
            PluralRules::try_new((&self.0.locale).into(), options).ok()
        };
        made.get_or_init(make).as_ref()
    }
}

impl Formatters {
    pub(super) fn date_time(
        &self,
        style: Style,
    ) -> Option<&DateTimeFormatter<CompositeDateTimeFieldSet>> {
        self.0.date_times.formatter(&self.0.locale, style)
    }

    pub(super) fn zone(&self) -> Option<&NoCalendarFormatter<LocalizedOffsetShort>> {
        self.0.date_times.zone(&self.0.locale)
    }
}

impl fmt::Debug for Formatters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Formatters").field(&self.0.locale).finish()
    }
}
