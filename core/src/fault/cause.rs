//! What led to a fault, for the log alone.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::sync::Arc;

use crate::panics::catch_panic;

/// How many errors of a chain are told.
const MAX_CHAIN: usize = 32;

/// The error that led to a fault. It is told to the log and never to a client: nothing that
/// writes a body can reach it.
///
/// ```
/// use manila::{Condition, Fault};
///
/// let fault = Fault::condition(Condition::Internal).because(std::io::Error::other("shard 7"));
/// assert!(fault.cause().unwrap().error().unwrap().is::<std::io::Error>());
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

    /// Returns the error itself, where the fault owns it: one that was borrowed, and a text, are
    /// none.
    #[must_use]
    pub fn error(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        match &self.0 {
            Known::Error(error) => Some(&**error),
            Known::Text(_) => None,
        }
    }

    /// Returns the error and its sources as one line, joined by `: `.
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

/// An error and its sources, from the outside in; 32 of them at most, so that a chain that loops
/// ends.
///
/// ```
/// let error = std::io::Error::other("the disk is full");
/// assert_eq!(manila::error_chain(&error).count(), 1);
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

/// An error that panics, or whose `Display` fails, is told as far as it got.
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
