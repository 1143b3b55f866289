//! What a caller may still send.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::time::Duration;

use super::Fault;
use super::retry::RetryMoment;

/// A quota and what is left of it, for the fields `RateLimit-Policy` and `RateLimit`
/// (draft-ietf-httpapi-ratelimit-headers-10, §3 and §4).
///
/// ```
/// use std::time::Duration;
/// use manila::{Condition, Envelopes, Fault, RateLimit};
///
/// let limit = RateLimit::new("burst", 100).window(Duration::from_secs(60));
/// let fault = Fault::condition(Condition::RateLimited)
///     .with_rate_limit(&limit.remaining(0).resets_in(Duration::from_millis(29_500)));
/// # struct Header(Vec<(String, String)>);
/// # impl manila::adapter::ResponseHeader for Header {
/// #     fn has(&self, name: &'static str) -> bool { self.0.iter().any(|(is, _)| is == name) }
/// #     fn set(&mut self, name: std::borrow::Cow<'static, str>, value: std::borrow::Cow<'static, str>) {
/// #         self.0.push((name.into(), value.into()));
/// #     }
/// #     fn append(&mut self, name: std::borrow::Cow<'static, str>, value: std::borrow::Cow<'static, str>) {
/// #         self.set(name, value);
/// #     }
/// #     fn retain(&mut self, keep: &dyn Fn(&str) -> bool) { self.0.retain(|(name, _)| keep(name)); }
/// # }
/// # let mut header = Header(Vec::new());
/// # Envelopes::default().render(&fault, None).apply(&mut header);
/// # let value = |name: &str| header.0.iter().find(|(is, _)| is == name).unwrap().1.as_str();
/// assert_eq!(value("ratelimit-policy"), r#""burst";q=100;w=60"#);
/// assert_eq!(value("ratelimit"), r#""burst";r=0;t=30"#);
/// assert_eq!(value("retry-after"), "30");
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
    /// Creates a policy of this name that grants this many requests.
    pub fn new(policy: impl Into<Cow<'static, str>>, quota: u64) -> Self {
        Self {
            policy: policy.into(),
            quota,
            window: None,
            remaining: 0,
            resets_in: None,
        }
    }

    /// Sets the time that the quota is for.
    pub const fn window(mut self, window: Duration) -> Self {
        self.window = Some(window);
        self
    }

    /// Sets how many requests are left; 0 by default.
    pub const fn remaining(mut self, remaining: u64) -> Self {
        self.remaining = remaining;
        self
    }

    /// Sets the time until the quota resets.
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
            let _ = write!(policy, ";w={}", integer(whole_seconds(window)));
        }
        if let Some(time) = self.resets_in {
            let _ = write!(limit, ";t={}", integer(whole_seconds(time)));
        }
        (policy, limit)
    }
}

impl Fault {
    /// Tells what the caller may still send. Where the quota says when it is whole again and the
    /// fault knows no later moment, that is also when to retry: `Retry-After` never comes before
    /// it.
    ///
    /// A policy whose name is not ASCII is left out and told to the log.
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

const fn whole_seconds(time: Duration) -> u64 {
    time.as_secs()
        .saturating_add((time.subsec_nanos() > 0) as u64)
}
