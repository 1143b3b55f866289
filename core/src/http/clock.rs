//! The clock of the system, where there is one, and the calendar.

use std::time::SystemTime;

/// Whether the target has a clock and processes; asking one that has none for either panics.
pub(crate) const HAS_CLOCK: bool = !cfg!(all(target_family = "wasm", target_os = "unknown"));

/// The time of the system's clock.
#[inline]
pub(crate) fn now() -> Option<SystemTime> {
    HAS_CLOCK.then(SystemTime::now)
}

/// A moment in the proleptic Gregorian calendar, in UTC, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Civil {
    pub(crate) year: i64,
    /// From 1.
    pub(crate) month: i64,
    /// From 1.
    pub(crate) day: i64,
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
    /// 0 is a Thursday.
    pub(crate) weekday: i64,
}

impl Civil {
    /// The moment that is so many seconds after the beginning of 1970.
    pub(crate) const fn of(seconds: i64) -> Self {
        let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        // Counted in eras of 400 years from 0000-03-01, so that the leap day is the last of a year.
        let shifted = days + 719_468;
        let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = (month_from_march + 2) % 12 + 1;
        Self {
            year: era * 400 + year_of_era + (month < 3) as i64,
            month,
            day: day_of_year - (153 * month_from_march + 2) / 5 + 1,
            hour: second / 3_600,
            minute: second / 60 % 60,
            second: second % 60,
            weekday: days.rem_euclid(7),
        }
    }
}
