//! When the same request can succeed, as the service tells it.

use std::time::{Duration, SystemTime};

use manila::{Applied, Code, Retry, RetryMoment};

use crate::decode::{Envelope, Head};
use crate::http_date;

/// The longest time that is told, in seconds: what RFC 9111 §1.2.2 asks to be taken for any longer one.
const LONGEST: u64 = 1 << 31;

/// The statuses that speak of the moment (RFC 9110 §15, RFC 8470 §5.2), or of a service further on. A 500 mostly is
/// a defect, which the same request meets again.
pub(crate) const PASSING: [u16; 6] = [408, 425, 429, 502, 503, 504];

/// Whether the same request can succeed later, and when.
///
/// Each part is taken from the first of these that says it:
///
/// | part | sources, the first first |
/// |---|---|
/// | [`is_advised`](Self::is_advised) | the field `x-should-retry`; the request had its effect ([`applied`](crate::RemoteError::applied)), which means that it is not; a moment, which means that it is; the catalog's advice for the code |
/// | [`moment`](Self::moment) | the field `retry-after-ms`; the field `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3); the body's `retry.after_seconds` |
///
/// A value that is none counts as absent. A date is compared with the response's `Date`, so that the clocks
/// of client and server need not agree; without one it stays a date, which [`wait`](Self::wait) compares
/// with the clock that it is given. No clock is asked here.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use manila_client::decode;
///
/// let header = [
///     ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"),
///     ("date", "Sun, 06 Nov 1994 08:49:07 GMT"),
/// ];
/// let retry = decode(503, header, b"").retry();
/// assert_eq!(retry.is_advised(), Some(true));
/// assert_eq!(retry.wait(SystemTime::UNIX_EPOCH), Some(Duration::from_secs(30)));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RetryAdvice {
    is_advised: Option<bool>,
    moment: Option<RetryMoment>,
    of_catalog: Option<Retry>,
}

impl RetryAdvice {
    pub(crate) fn of(head: &Head, envelope: &Envelope, code: Option<&'static Code>) -> Self {
        let moment = of_head(head).or_else(|| envelope.retry_after.map(after));
        let of_catalog = code.and_then(Code::retry);
        let said = match head.should_retry.as_deref() {
            Some("true") => Some(true),
            Some("false") => Some(false),
            _ => None,
        };
        let applied = envelope.applied.or_else(|| code.and_then(Code::applied));
        let not_twice = (applied == Some(Applied::Yes)).then_some(false);
        let by_catalog = of_catalog.map(|advice| matches!(advice, Retry::After | Retry::Backoff));
        Self {
            is_advised: said.or(not_twice).or(moment.map(|_| true)).or(by_catalog),
            moment,
            of_catalog,
        }
    }

    /// Returns whether the same request can succeed later; `None` where nobody says so.
    #[must_use]
    pub const fn is_advised(&self) -> Option<bool> {
        self.is_advised
    }

    /// Returns from when on the same request can succeed: a time from the response on, or a date.
    ///
    /// ```
    /// use std::time::Duration;
    /// use manila::RetryMoment;
    /// use manila_client::decode;
    ///
    /// let header = [("retry-after", "2"), ("retry-after-ms", "1500")];
    /// let moment = decode(429, header, b"").retry().moment();
    /// assert_eq!(moment, Some(RetryMoment::After(Duration::from_millis(1500))));
    /// ```
    #[must_use]
    pub const fn moment(&self) -> Option<RetryMoment> {
        self.moment
    }

    /// Returns how long to wait from the response on; `now` is for a date that came without the response's
    /// own. It is zero for a date that has passed.
    #[must_use]
    pub fn wait(&self, now: SystemTime) -> Option<Duration> {
        match self.moment? {
            RetryMoment::After(after) => Some(after),
            RetryMoment::At(moment) => Some(moment.duration_since(now).unwrap_or_default()),
            _ => None,
        }
    }

    /// Returns what the catalog says of the code in general.
    ///
    /// ```
    /// use manila::Retry;
    /// use manila_client::Decoder;
    /// use manila_catalogs::Vibehost;
    ///
    /// let decoder = Decoder::new().catalog(Vibehost::CATALOG);
    /// let remote = decoder.decode(429, [("x-error-code", "RATE_LIMITED")], b"");
    /// assert_eq!(remote.retry().of_catalog(), Some(Retry::After));
    /// assert_eq!(remote.retry().is_advised(), Some(true));
    /// ```
    #[must_use]
    pub const fn of_catalog(&self) -> Option<Retry> {
        self.of_catalog
    }
}

fn of_head(head: &Head) -> Option<RetryMoment> {
    if let Some(millis) = head.retry_after_ms.as_deref().and_then(digits) {
        let millis = millis.min(LONGEST * 1_000);
        return Some(RetryMoment::After(Duration::from_millis(millis)));
    }
    let value = head.retry_after.as_deref()?;
    if let Some(seconds) = digits(value) {
        return Some(after(seconds));
    }
    let date = head
        .date
        .as_deref()
        .and_then(|date| http_date::read(date, None));
    let moment = http_date::read(value, date)?;
    Some(match date {
        Some(date) => RetryMoment::After(moment.duration_since(date).unwrap_or_default()),
        None => RetryMoment::At(moment),
    })
}

fn after(seconds: u64) -> RetryMoment {
    RetryMoment::After(Duration::from_secs(seconds.min(LONGEST)))
}

/// A number in digits alone; one that is too large is the largest.
fn digits(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}
