//! The attempts of one request.

use std::sync::Arc;
use std::time::Duration;

use super::clock::{Instant, now};
use super::policy::RetryPolicy;
use super::tokens::Tokens;

/// A policy, and the tokens that all requests share which are sent by it.
///
/// The transports of this crate take it; clones share the tokens. A client that calls several services has one
/// for each, so that one of them which is down does not use up the retries of the others.
///
/// A transport of your own asks it too, with nothing of HTTP but texts:
///
/// ```
/// use manila_client::{Retrier, RetryPolicy};
///
/// let retrier = Retrier::new(RetryPolicy::new().no_jitter());
/// let mut responses = [503, 200].into_iter(); // what a service answers
///
/// let mut attempts = retrier.start("PUT", [("content-type", "application/json")]);
/// let status = loop {
///     let status = responses.next().unwrap();
///     match attempts.after_response(status, [("x-request-id", "a1b2c3")]) {
///         Some(wait) => std::thread::sleep(wait),
///         None => break status,
///     }
/// };
/// assert_eq!(status, 200);
/// assert_eq!(attempts.made(), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Retrier(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    policy: RetryPolicy,
    tokens: Tokens,
}

impl Retrier {
    /// Creates a retrier whose bucket is full.
    #[must_use]
    pub fn new(policy: RetryPolicy) -> Self {
        let tokens = Tokens::full(policy.tokens);
        Self(Arc::new(Shared { policy, tokens }))
    }

    /// Begins the first attempt of a request. Its header tells whether it has an `Idempotency-Key`, which makes
    /// a request with any method one that can be repeated.
    #[must_use]
    pub fn start<N: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        method: &str,
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Attempts {
        Attempts {
            retrier: self.clone(),
            started: Instant::now(),
            is_repeatable: is_idempotent(method) || headers.into_iter().any(is_idempotency_key),
            made: 1,
            taken: 0,
        }
    }

    /// Returns how many tokens are in the bucket.
    ///
    /// ```
    /// use manila_client::{Retrier, RetryPolicy};
    ///
    /// let retrier = Retrier::new(RetryPolicy::new());
    /// let mut attempts = retrier.start("GET", [("", "")]);
    /// let _ = attempts.after_response(503, [("", "")]);
    /// assert_eq!(retrier.tokens(), 495);
    /// let _ = attempts.after_response(200, [("", "")]);
    /// assert_eq!(retrier.tokens(), 500);
    /// ```
    #[must_use]
    pub fn tokens(&self) -> u32 {
        self.0.tokens.left()
    }
}

impl Default for Retrier {
    fn default() -> Self {
        Self::new(RetryPolicy::new())
    }
}

impl From<RetryPolicy> for Retrier {
    fn from(policy: RetryPolicy) -> Self {
        Self::new(policy)
    }
}

/// RFC 9110 §9.2.2. Methods are compared as they are written (§9.1).
fn is_idempotent(method: &str) -> bool {
    matches!(
        method,
        "GET" | "HEAD" | "OPTIONS" | "TRACE" | "PUT" | "DELETE"
    )
}

fn is_idempotency_key<N: AsRef<str>, V: AsRef<[u8]>>((name, value): (N, V)) -> bool {
    name.as_ref().eq_ignore_ascii_case("idempotency-key") && !value.as_ref().trim_ascii().is_empty()
}

/// The attempts of one request: of each it is told how it ended, and says how long to wait until the next.
///
/// Every attempt sends the same method, header and body, the `Idempotency-Key` and the ids included.
#[derive(Debug)]
pub struct Attempts {
    retrier: Retrier,
    started: Instant,
    is_repeatable: bool,
    made: u32,
    /// What the last retry took from the bucket.
    taken: u32,
}

impl Attempts {
    /// Returns how many attempts have begun.
    #[must_use]
    pub const fn made(&self) -> u32 {
        self.made
    }

    /// Returns whether another attempt may follow, however this one ends. If not, the request need not be
    /// kept.
    ///
    /// ```
    /// use manila_client::Retrier;
    ///
    /// let retrier = Retrier::default();
    /// assert!(!retrier.start("POST", [("accept", "*/*")]).may_continue());
    /// assert!(retrier.start("POST", [("idempotency-key", "8e03978e")]).may_continue());
    /// ```
    #[must_use]
    pub fn may_continue(&self) -> bool {
        self.is_repeatable && self.made < self.policy().attempts
    }

    /// Keeps the request for another attempt, if one may follow. Where it cannot be kept, as its body is a
    /// stream, none follows.
    ///
    /// ```
    /// use manila_client::Retrier;
    ///
    /// let mut attempts = Retrier::default().start("PUT", [("accept", "*/*")]);
    /// assert_eq!(attempts.keep(|| Some("a copy of the request")), Some("a copy of the request"));
    /// assert_eq!(attempts.keep(|| None::<&str>), None);
    /// assert!(!attempts.may_continue());
    /// ```
    pub fn keep<R>(&mut self, copy: impl FnOnce() -> Option<R>) -> Option<R> {
        let copy = self.may_continue().then(copy).flatten();
        self.is_repeatable &= copy.is_some();
        copy
    }

    /// Returns how long to wait before the next attempt, now that a response has arrived, of a success too;
    /// `None` where there is none, and the response is the caller's.
    pub fn after_response<N: AsRef<str>, V: AsRef<[u8]>>(
        &mut self,
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Option<Duration> {
        if status < 400 {
            self.retrier.0.tokens.give_back(self.taken.max(1));
            return None;
        }
        if !self.may_continue() {
            return None;
        }
        let policy = self.policy();
        let advice = policy.decoder.decode(status, headers, b"").retry();
        let by_status = || policy.statuses.contains(&status);
        let is_advised = advice.is_advised().unwrap_or_else(by_status);
        let asked = advice.wait(now());
        is_advised.then(|| self.next(asked)).flatten()
    }

    /// Returns how long to wait before the next attempt, now that no connection could be made, so that nothing
    /// was sent; `None` where there is none.
    ///
    /// Of any other failure of a transport it is not told: there is no further attempt.
    pub fn after_no_connection(&mut self) -> Option<Duration> {
        self.may_continue().then(|| self.next(None)).flatten()
    }

    fn policy(&self) -> &RetryPolicy {
        &self.retrier.0.policy
    }

    fn next(&mut self, asked: Option<Duration>) -> Option<Duration> {
        let shared = &*self.retrier.0;
        let left = shared
            .policy
            .total_time
            .saturating_sub(self.started.elapsed());
        let wait = shared.policy.wait(self.made, asked, left)?;
        let price = shared.policy.tokens_per_retry;
        if !shared.tokens.take(price) {
            return None;
        }
        self.made += 1;
        self.taken = price;
        Some(wait)
    }
}
