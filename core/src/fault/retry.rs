//! When the same request can succeed, and whether it had an effect.
//!
//! The first becomes `Retry-After` (RFC 9110 §10.2.3); both are members of `retry` among the
//! details. The advice of a code on retrying in general (`x-should-retry`) is the catalog's.

use std::time::{Duration, SystemTime};

use crate::http::clock::{Civil, now};

/// The latest time to come back that a response tells, in seconds: a year of 365 days. Clients that
/// read it as a number of 32 bits can wait for it, and one that is told more would give up anyway.
pub(super) const LATEST: u64 = 31_536_000;

/// The time at which a request can be repeated, as [`Fault::with_retry_after`] takes it and
/// [`PublicFault::retry`](crate::PublicFault::retry) gives it to a style.
///
/// Prefer a duration where there is a choice: it needs no agreement about the clock, and it is also
/// in the body.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use manila::RetryMoment;
///
/// assert_eq!(RetryMoment::After(Duration::from_millis(1500)).to_header(), "2");
/// let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
/// assert_eq!(RetryMoment::At(moment).to_header(), "Sun, 06 Nov 1994 08:49:37 GMT");
/// ```
///
/// [`Fault::with_retry_after`]: crate::Fault::with_retry_after
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryMoment {
    /// After this time, counted from the response on.
    After(Duration),
    /// At this moment, to the second.
    At(SystemTime),
}

impl RetryMoment {
    /// Returns whole seconds, rounded up, at least 1 and at most 31,536,000 (a year), of a duration;
    /// `None` for a moment. It is the value of `retry.after_seconds` in a body, which contains no
    /// timestamps.
    ///
    /// ```
    /// use std::time::Duration;
    /// use manila::RetryMoment;
    ///
    /// assert_eq!(RetryMoment::After(Duration::ZERO).seconds(), Some(1));
    /// assert_eq!(RetryMoment::After(Duration::from_millis(2001)).seconds(), Some(3));
    /// assert_eq!(RetryMoment::After(Duration::MAX).seconds(), Some(31_536_000));
    /// ```
    #[must_use]
    pub const fn seconds(self) -> Option<u64> {
        match self {
            Self::After(after) => Some(match whole_seconds(after) {
                0 => 1,
                seconds => seconds,
            }),
            Self::At(_) => None,
        }
    }

    /// Returns the value of `Retry-After`: whole seconds, or an IMF-fixdate (RFC 9110 §10.2.3,
    /// §5.6.7). A moment is rounded up to the second, and one further ahead than a duration can be
    /// is a year from now.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use manila::RetryMoment;
    ///
    /// assert_eq!(RetryMoment::After(Duration::MAX).to_header(), "31536000");
    /// let year = Duration::from_secs(31_536_000);
    /// let now = SystemTime::now();
    /// let far = RetryMoment::At(now + 100 * year).to_header();
    /// let years = [now, SystemTime::now()].map(|now| RetryMoment::At(now + year).to_header());
    /// assert!(years.contains(&far));
    /// ```
    #[must_use]
    pub fn to_header(self) -> String {
        match self {
            Self::After(_) => self.seconds().unwrap_or(1).to_string(),
            Self::At(moment) => imf_fixdate(match now() {
                Some(now) => moment.min(now + Duration::from_secs(LATEST)),
                None => moment,
            }),
        }
    }
}

impl From<Duration> for RetryMoment {
    fn from(after: Duration) -> Self {
        Self::After(after)
    }
}

impl From<SystemTime> for RetryMoment {
    fn from(moment: SystemTime) -> Self {
        Self::At(moment)
    }
}

/// A value that says when to retry: a [`Duration`], a [`SystemTime`], a [`RetryMoment`], or an
/// `Option` of one. `None` says nothing, so that a field of an error can be given as it is. The trait
/// is sealed.
///
/// ```
/// use std::time::Duration;
/// use manila::{Condition, Envelopes, Fault};
///
/// let body = |wait: Option<Duration>| {
///     let fault = Fault::condition(Condition::Unavailable).with_retry_after(wait);
///     String::from_utf8(Envelopes::ok_error().render(&fault, None).into_body().into()).unwrap()
/// };
/// assert!(body(Some(Duration::from_secs(7))).contains(r#""after_seconds":7"#));
/// assert!(!body(None).contains("retry"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say when to retry",
    note = "give a `Duration`, a `SystemTime`, or an `Option` of one"
)]
pub trait RetryAfter: sealed::Sealed {
    /// Returns the moment, or `None` if the value says nothing.
    fn into_moment(self) -> Option<RetryMoment>;
}

mod sealed {
    use super::{Duration, RetryAfter, RetryMoment, SystemTime};

    pub trait Sealed {}

    impl Sealed for Duration {}
    impl Sealed for SystemTime {}
    impl Sealed for RetryMoment {}
    impl<T: RetryAfter> Sealed for Option<T> {}
    impl<T: RetryAfter + Copy> Sealed for &T {}
}

impl RetryAfter for Duration {
    fn into_moment(self) -> Option<RetryMoment> {
        Some(self.into())
    }
}

impl RetryAfter for SystemTime {
    fn into_moment(self) -> Option<RetryMoment> {
        Some(self.into())
    }
}

impl RetryAfter for RetryMoment {
    fn into_moment(self) -> Option<RetryMoment> {
        Some(self)
    }
}

impl<T: RetryAfter> RetryAfter for Option<T> {
    fn into_moment(self) -> Option<RetryMoment> {
        self?.into_moment()
    }
}

impl<T: RetryAfter + Copy> RetryAfter for &T {
    fn into_moment(self) -> Option<RetryMoment> {
        (*self).into_moment()
    }
}

/// Whole seconds of a duration, rounded up, and at most [`LATEST`].
pub(super) const fn whole_seconds(time: Duration) -> u64 {
    let rounded = time
        .as_secs()
        .saturating_add((time.subsec_nanos() > 0) as u64);
    if rounded > LATEST { LATEST } else { rounded }
}

/// A moment as RFC 9110 §5.6.7 writes it, rounded up to the second: `Sun, 06 Nov 1994 08:49:37
/// GMT`.
fn imf_fixdate(moment: SystemTime) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    /// 9999-12-31T23:59:59Z, the last moment that four digits of a year can write.
    const LAST: u64 = 253_402_300_799;

    let since = moment
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let seconds = (since.as_secs() + u64::from(since.subsec_nanos() > 0)).min(LAST);
    let civil = Civil::of(seconds.cast_signed());
    format!(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
        DAYS[civil.weekday as usize],
        civil.day,
        MONTHS[civil.month as usize - 1],
        civil.year,
        civil.hour,
        civil.minute,
        civil.second,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_an_imf_fixdate() {
        for (seconds, date) in [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
            (253_402_300_800, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ] {
            let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(imf_fixdate(moment), date);
        }
    }

    #[test]
    fn a_fraction_of_a_second_rounds_up() {
        let seconds = |millis| RetryMoment::After(Duration::from_millis(millis)).seconds();
        assert_eq!(seconds(0), Some(1));
        assert_eq!(seconds(200), Some(1));
        assert_eq!(seconds(2_000), Some(2));
        assert_eq!(seconds(2_001), Some(3));
    }
}
