//! The settings of repeating requests.

use std::time::Duration;

use crate::decoder::Decoder;
use crate::retry::PASSING;

/// The longest time that a service can ask for: a longer one counts as a day.
const LONGEST_ADVICE: Duration = Duration::from_secs(24 * 60 * 60);

/// When a request is sent again.
///
/// | setting | by default |
/// |---|---|
/// | [`attempts`](Self::attempts) | 3, the first included |
/// | [`total_time`](Self::total_time) | 10 s, in which every attempt has to begin |
/// | [`first_wait`](Self::first_wait), [`longest_wait`](Self::longest_wait) | up to 100 ms, doubled for each further attempt to at most 5 s |
/// | [`tokens`](Self::tokens), [`tokens_per_retry`](Self::tokens_per_retry) | a bucket of 500, from which a retry takes 5 |
/// | [`statuses`](Self::statuses) | 408, 425, 429, 502, 503 and 504 are repeated where the service advises nothing |
/// | [`decoder`](Self::decoder) | without a catalog, whose advice then is not known |
///
/// What no setting changes:
///
/// - A request is repeated only if its method is idempotent (RFC 9110 §9.2.2: GET, HEAD, OPTIONS, TRACE, PUT,
///   DELETE) or it has a field `Idempotency-Key`, and if its body can be sent again.
/// - The service's own advice goes before everything else: never after `x-should-retry: false`, and never
///   before the moment that [`RetryAdvice`](crate::RetryAdvice) reads from the header. A status that is not
///   in [`statuses`](Self::statuses) is repeated where the service says so.
/// - A moment that lies behind the time that is left is not waited for: the response is returned at once.
/// - Where no connection could be made, nothing was sent, and the request is repeated. After any other failure
///   of the connection it is not, as the service may be at work on it; nor after a timeout.
///
/// The wait is a random part of the doubled time (full jitter), so that clients that failed together do not
/// come back together. Where the service names a moment, the random part is added to it.
///
/// ```
/// use std::time::Duration;
/// use manila_client::{Retrier, RetryPolicy};
///
/// let retrier = Retrier::new(RetryPolicy::new().attempts(2).no_jitter());
/// let mut attempts = retrier.start("GET", [("accept", "application/json")]);
/// assert_eq!(attempts.after_response(503, [("retry-after", "2")]), Some(Duration::from_secs(2)));
/// assert_eq!(attempts.after_response(503, [("retry-after", "2")]), None);
/// ```
#[derive(Debug, Clone)]
pub struct RetryPolicy {
    pub(crate) attempts: u32,
    pub(crate) total_time: Duration,
    pub(crate) tokens: u32,
    pub(crate) tokens_per_retry: u32,
    pub(crate) statuses: Vec<u16>,
    pub(crate) decoder: Decoder,
    first_wait: Duration,
    longest_wait: Duration,
    has_jitter: bool,
}

impl RetryPolicy {
    /// Creates a policy with the settings above.
    #[must_use]
    pub fn new() -> Self {
        Self {
            attempts: 3,
            total_time: Duration::from_secs(10),
            tokens: 500,
            tokens_per_retry: 5,
            statuses: PASSING.to_vec(),
            decoder: Decoder::new(),
            first_wait: Duration::from_millis(100),
            longest_wait: Duration::from_secs(5),
            has_jitter: true,
        }
    }

    /// Sets how often a request is sent at most, the first time included; 0 counts as 1.
    #[must_use]
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Sets the time from the beginning of the first attempt in which the last one has to begin.
    ///
    /// An attempt that runs is not ended by it: how long one may take is a setting of the HTTP client, which
    /// knows whether a response that takes its time is still arriving.
    ///
    /// ```
    /// use std::time::Duration;
    /// use manila_client::{Retrier, RetryPolicy};
    ///
    /// let retrier = Retrier::new(RetryPolicy::new().total_time(Duration::from_secs(60)));
    /// let after = |seconds| retrier.start("GET", [("", "")]).after_response(503, [("retry-after", seconds)]);
    /// assert!(after("59").is_some());
    /// assert_eq!(after("61"), None);
    /// ```
    #[must_use]
    pub const fn total_time(mut self, time: Duration) -> Self {
        self.total_time = time;
        self
    }

    /// Sets the longest wait before the second attempt, which each further attempt doubles.
    #[must_use]
    pub const fn first_wait(mut self, wait: Duration) -> Self {
        self.first_wait = wait;
        self
    }

    /// Limits what doubling leads to.
    ///
    /// ```
    /// use std::time::Duration;
    /// use manila_client::{Retrier, RetryPolicy};
    ///
    /// let wait = Duration::from_millis;
    /// let policy = RetryPolicy::new().attempts(9).first_wait(wait(20)).longest_wait(wait(50)).no_jitter();
    /// let mut attempts = Retrier::new(policy).start("GET", [("", "")]);
    /// let waits = [20, 40, 50, 50].map(|_| attempts.after_response(503, [("", "")]).unwrap());
    /// assert_eq!(waits, [20, 40, 50, 50].map(wait));
    /// ```
    #[must_use]
    pub const fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    /// Sets how many tokens the bucket holds, which is full at first.
    ///
    /// A retry takes [`tokens_per_retry`](Self::tokens_per_retry), and none is made where there are fewer. A
    /// success gives back one, or what the retry before it took: so against a service that is down a client
    /// ends with one attempt for each request, instead of three times the load, and returns to retrying as
    /// requests succeed.
    ///
    /// ```
    /// use manila_client::{Retrier, RetryPolicy};
    ///
    /// let retrier = Retrier::new(RetryPolicy::new().tokens(12));
    /// let is_repeated = || retrier.start("GET", [("", "")]).after_response(503, [("", "")]).is_some();
    /// assert_eq!([is_repeated(), is_repeated(), is_repeated()], [true, true, false]);
    /// ```
    #[must_use]
    pub const fn tokens(mut self, tokens: u32) -> Self {
        self.tokens = tokens;
        self
    }

    /// Sets how many tokens a retry takes; with 0 the bucket never empties.
    #[must_use]
    pub const fn tokens_per_retry(mut self, tokens: u32) -> Self {
        self.tokens_per_retry = tokens;
        self
    }

    /// Sets the statuses of errors that are repeated where neither the response nor the catalog advises
    /// anything.
    ///
    /// By default these are the ones that speak of the moment (408, 425, 429, 503) or of a service further on (502,
    /// 504). A 500 is not among them: it mostly is a defect, which the same request meets again.
    #[must_use]
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = statuses.into_iter().collect();
        self
    }

    /// Sets how the head of a response is read: the catalog of the service says which of its codes can
    /// succeed later, and which never.
    ///
    /// Only the head is read, as the body is the caller's. A service of `manila` says every moment there too.
    ///
    /// ```
    /// use manila_catalogs::Vibehost;
    /// use manila_client::{Decoder, Retrier, RetryPolicy};
    ///
    /// let decoder = Decoder::new().catalog(Vibehost::CATALOG);
    /// let retrier = Retrier::new(RetryPolicy::new().decoder(decoder));
    /// let is_repeated = |status, code| {
    ///     retrier.start("GET", [("", "")]).after_response(status, [("x-error-code", code)]).is_some()
    /// };
    /// assert!(is_repeated(429, "RATE_LIMITED"));
    /// assert!(!is_repeated(402, "PLAN_LIMIT_EXCEEDED"));
    /// ```
    #[must_use]
    pub fn decoder(mut self, decoder: Decoder) -> Self {
        self.decoder = decoder;
        self
    }

    /// Waits for exactly the doubled time, and for exactly the service's moment: for tests.
    #[must_use]
    pub const fn no_jitter(mut self) -> Self {
        self.has_jitter = false;
        self
    }

    /// How long to wait after so many attempts, where the service asks for so long; `None` where that leads
    /// beyond the time that is left.
    pub(super) fn wait(
        &self,
        made: u32,
        asked: Option<Duration>,
        left: Duration,
    ) -> Option<Duration> {
        let doubled = 2_u32.saturating_pow(made.saturating_sub(1));
        let backoff = self.first_wait.saturating_mul(doubled);
        let backoff = backoff.min(self.longest_wait).min(LONGEST_ADVICE);
        let Some(asked) = asked else {
            let wait = self.part_of(backoff, backoff);
            return (wait <= left).then_some(wait);
        };
        let asked = asked.min(LONGEST_ADVICE);
        let spread = self.part_of(backoff, Duration::ZERO);
        (asked <= left).then(|| (asked + spread).min(left))
    }

    fn part_of(&self, whole: Duration, without_jitter: Duration) -> Duration {
        match self.has_jitter {
            true => whole.mul_f64(fastrand::f64()),
            false => without_jitter,
        }
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}
