//! The quota of a caller, as header fields (draft-ietf-httpapi-ratelimit-headers-10).
//!
//! The fields are those of the draft, whose syntax is that of structured fields (RFC 9651).
//! Counting requests is the service's own business: nothing here has a clock or a state.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::time::Duration;

use super::Fault;
use super::retry::{RetryMoment, whole_seconds};

/// A quota and the rest of it, for the fields `RateLimit-Policy` and `RateLimit`
/// (draft-ietf-httpapi-ratelimit-headers-10, §3 and §4). [`Fault::with_rate_limit`] adds them to
/// the response; several quotas, say one per second and one per day, are several calls.
///
/// ```
/// use std::time::Duration;
/// use manila::{Condition, Envelopes, Fault, RateLimit};
///
/// let limit = RateLimit::new("burst", 100).window(Duration::from_secs(60));
/// let fault = Fault::condition(Condition::RateLimited)
///     .with_rate_limit(&limit.remaining(0).resets_in(Duration::from_millis(29_500)));
///
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
/// # let mut header = example::Header::default();
/// Envelopes::default().render(&fault, None).apply(&mut header);
/// assert_eq!(header.get("ratelimit-policy"), Some(r#""burst";q=100;w=60"#));
/// assert_eq!(header.get("ratelimit"), Some(r#""burst";r=0;t=30"#));
/// assert_eq!(header.get("retry-after"), Some("30"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct RateLimit {
    policy: Cow<'static, str>,
    quota: u64,
    window: Option<Duration>,
    remaining: u64,
    resets_in: Option<Duration>,
}

impl RateLimit {
    /// Creates a policy of this name that grants this many requests (the parameter `q`). Nothing is
    /// left of it, and no time is known, until the setters say otherwise. Numbers of more than 15
    /// digits are sent as the largest that structured fields allow (RFC 9651 §3.3.1).
    pub fn new(policy: impl Into<Cow<'static, str>>, quota: u64) -> Self {
        Self {
            policy: policy.into(),
            quota,
            window: None,
            remaining: 0,
            resets_in: None,
        }
    }

    /// Sets the time that the quota is for (the parameter `w`), in whole seconds rounded up.
    /// Without it the policy states no window.
    pub const fn window(mut self, window: Duration) -> Self {
        self.window = Some(window);
        self
    }

    /// Sets how many requests are left (the parameter `r`); 0 by default.
    pub const fn remaining(mut self, remaining: u64) -> Self {
        self.remaining = remaining;
        self
    }

    /// Sets the time until the quota resets (the parameter `t`), in whole seconds rounded up, a year
    /// at most. It is also when to retry, unless the fault knows a later moment.
    pub const fn resets_in(mut self, time: Duration) -> Self {
        self.resets_in = Some(time);
        self
    }

    /// The values of `RateLimit-Policy` and `RateLimit`.
    fn fields(&self) -> (String, String) {
        // A string of structured fields (RFC 9651 §3.3.3).
        let name = self.policy.replace('\\', "\\\\").replace('"', "\\\"");
        let mut policy = format!("\"{name}\";q={}", integer(self.quota));
        let mut limit = format!("\"{name}\";r={}", integer(self.remaining));
        // Writing to a String cannot fail.
        if let Some(window) = self.window {
            let rounded = window
                .as_secs()
                .saturating_add(u64::from(window.subsec_nanos() > 0));
            let _ = write!(policy, ";w={}", integer(rounded));
        }
        if let Some(time) = self.resets_in {
            let _ = write!(limit, ";t={}", whole_seconds(time));
        }
        (policy, limit)
    }
}

impl Fault {
    /// Adds the caller's quota to the response, as `RateLimit-Policy` and `RateLimit`. Where the
    /// quota says when it resets and the fault knows no later moment, that is also when to retry:
    /// `Retry-After` is never earlier.
    ///
    /// A policy whose name is not printable ASCII is left out and logged.
    ///
    /// ```
    /// use std::time::Duration;
    /// use manila::{Condition, Envelopes, Fault, RateLimit};
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
    /// let daily = RateLimit::new("daily", 1000).resets_in(Duration::from_secs(60));
    /// let fault = Fault::condition(Condition::RateLimited)
    ///     .with_retry_after(Duration::from_secs(90))
    ///     .with_rate_limit(&daily);
    /// # let mut header = example::Header::default();
    /// Envelopes::default().render(&fault, None).apply(&mut header);
    /// assert_eq!(header.get("ratelimit"), Some(r#""daily";r=0;t=60"#));
    /// assert_eq!(header.get("retry-after"), Some("90"));
    /// ```
    #[must_use]
    pub fn with_rate_limit(self, limit: &RateLimit) -> Self {
        let (policy, remaining) = limit.fields();
        let mut fault = self
            .with_header("ratelimit-policy", policy)
            .with_header("ratelimit", remaining);
        if let Some(time) = limit.resets_in {
            let is_later = match fault.retry() {
                Some(RetryMoment::After(after)) => after >= time,
                // A moment is the service's own word.
                Some(RetryMoment::At(_)) => true,
                None => false,
            };
            if !is_later {
                fault = fault.with_retry_after(time);
            }
        }
        fault
    }
}

/// An integer of structured fields, which has 15 digits at most (RFC 9651 §3.3.1).
fn integer(number: u64) -> u64 {
    number.min(999_999_999_999_999)
}
