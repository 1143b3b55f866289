//! The error that led to a fault, for the log alone.
//!
//! The only reader of a cause is [`Rendered::log`](crate::Rendered::log). A style is given a
//! [`PublicFault`](crate::PublicFault), which has no way to it.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::sync::Arc;

use crate::panics::catch_panic;

/// The most errors of a chain that are logged.
const MAX_CHAIN: usize = 32;

/// The error that led to a fault. It is logged and never sent: nothing that writes a body can reach
/// it.
///
/// A fault that owns the error ([`Fault::because`](crate::Fault::because)) gives it back for
/// downcasting; one that could only borrow it has its text.
///
/// ```
/// use manila::{Condition, Fault};
///
/// let fault = Fault::condition(Condition::Internal).because(std::io::Error::other("disk full"));
/// let cause = fault.cause().unwrap();
/// assert!(cause.error().unwrap().is::<std::io::Error>());
/// assert_eq!(cause.chain(), "disk full");
///
/// let fault = Fault::condition(Condition::Internal).because_text("the cache is cold");
/// assert!(fault.cause().unwrap().error().is_none());
/// assert_eq!(fault.cause().unwrap().chain(), "the cache is cold");
/// ```
#[derive(Clone)]
pub struct Cause(Known);

#[derive(Clone)]
enum Known {
    Error(Arc<dyn Error + Send + Sync>),
    Text(Arc<str>),
}

impl Cause {
    pub(crate) fn new(error: impl Error + Send + Sync + 'static) -> Self {
        Self(Known::Error(Arc::new(error)))
    }

    pub(crate) fn of(error: &dyn Error) -> Self {
        Self(Known::Text(chain(error).into()))
    }

    pub(crate) fn from_text(text: String) -> Self {
        Self(Known::Text(text.into()))
    }

    /// Returns the error itself, for downcasting, where the fault owns it; `None` where it has the
    /// text alone.
    #[must_use]
    pub fn error(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        match &self.0 {
            Known::Error(error) => Some(&**error),
            Known::Text(_) => None,
        }
    }

    /// Returns the error and its sources joined by `: `, from the outside in and 32 at most: the
    /// text that is logged as `error`, there with control characters escaped.
    ///
    /// An error whose `Display` panics or fails is written as far as it got.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// #[derive(Debug, thiserror::Error)]
    /// #[error("the invoice cannot be written")]
    /// struct Unwritten(#[source] std::io::Error);
    ///
    /// let error = Unwritten(std::io::Error::other("the disk is full"));
    /// let fault = Fault::condition(Condition::Internal).because(error);
    /// let chain = fault.cause().unwrap().chain();
    /// assert_eq!(chain, "the invoice cannot be written: the disk is full");
    /// ```
    #[must_use]
    pub fn chain(&self) -> String {
        match &self.0 {
            Known::Error(error) => chain(&**error),
            Known::Text(text) => String::from(&**text),
        }
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.chain(), f)
    }
}

/// Returns an error and its sources, from the outside in; 32 of them at most, so that a chain that
/// loops ends.
///
/// Useful for finding out, in an `IntoFault` of your own, whether an error of a certain type is
/// behind another:
///
/// ```
/// use std::io::{Error, ErrorKind};
///
/// #[derive(Debug, thiserror::Error)]
/// #[error("the profile cannot be read")]
/// struct ReadProfile(#[source] Error);
///
/// let error = ReadProfile(Error::from(ErrorKind::TimedOut));
/// let timed_out = manila::error_chain(&error)
///     .filter_map(|error| error.downcast_ref::<Error>())
///     .any(|error| error.kind() == ErrorKind::TimedOut);
/// assert!(timed_out);
/// assert_eq!(manila::error_chain(&error).count(), 2);
/// ```
pub fn error_chain<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    let mut next = Some(error);
    std::iter::from_fn(move || {
        let error = next?;
        next = error.source();
        Some(error)
    })
    .take(MAX_CHAIN)
}

/// The chain as one text. An error that panics, or whose `Display` fails, is written as far as it
/// got.
fn chain(error: &dyn Error) -> String {
    let mut text = String::new();
    catch_panic(|| write_chain(error, &mut text));
    text
}

/// Only the sources have to be `'static`: the error itself may borrow.
fn write_chain(error: &dyn Error, text: &mut String) {
    let sources = error.source().into_iter().flat_map(error_chain);
    let _ = write!(text, "{error}");
    for source in sources.take(MAX_CHAIN - 1) {
        if !text.is_empty() {
            text.push_str(": ");
        }
        let _ = write!(text, "{source}");
    }
}
