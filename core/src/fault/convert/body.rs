//! Errors that a body ends with where a layer around the reader stops it.

use std::error::Error;

use crate::Condition;
use crate::fault::error_chain;
use crate::panics::catch_panic;

/// What such layers write. Their types are of crates that come in several versions at once, and the
/// bodies that they wrap hide them behind boxes; these sentences are the same in all.
const SENTENCES: [(&str, Condition); 3] = [
    // http-body-util's `LengthLimitError`, of tower-http's `RequestBodyLimitLayer` too.
    ("length limit exceeded", Condition::BodyTooLarge),
    // tower-http's `TimeoutError`, of `RequestBodyTimeoutLayer` and `ResponseBodyTimeoutLayer`.
    (
        "data was not received within the designated timeout",
        Condition::Timeout,
    ),
    // tokio's `Elapsed`.
    ("deadline has elapsed", Condition::Timeout),
];

/// Returns the condition of an error that a body ended with, where it, or one of its sources, is that
/// of a layer which stopped the body: `body_too_large` for one that is longer than it may be, `timeout`
/// for one that did not come in time. `None` for any other.
///
/// ```
/// use std::time::Duration;
///
/// use manila::Condition;
/// use manila::adapter::condition_of_body;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let never = std::future::pending::<()>();
/// let elapsed = tokio::time::timeout(Duration::ZERO, never).await.unwrap_err();
/// let error = std::io::Error::other(elapsed);
/// assert_eq!(condition_of_body(&error), Some(Condition::Timeout));
/// assert_eq!(condition_of_body(&std::io::Error::other("the disk is full")), None);
/// # }
/// ```
#[must_use]
pub fn condition_of_body(error: &(dyn Error + 'static)) -> Option<Condition> {
    error_chain(error).find_map(|error| {
        let text = catch_panic(|| error.to_string())?;
        let mut sentences = SENTENCES.into_iter();
        let (_, condition) = sentences.find(|(sentence, _)| text == *sentence)?;
        Some(condition)
    })
}
