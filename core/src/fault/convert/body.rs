//! Errors that a body ends with where a layer around the reader stops it.

use std::error::Error;
use std::fmt::{self, Write as _};
#[cfg(any(feature = "extract", feature = "axum-08"))]
use std::io;

use crate::Condition;
#[cfg(any(feature = "extract", feature = "axum-08"))]
use crate::fault::Fault;
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

/// Returns whether an error holds actix-http's own of a body that is too large, as that of
/// `actix-multipart` does, which calls it a bad request. Its type is of a crate that comes in several
/// versions; it shows itself in the same way in all.
///
/// ```
/// use manila::adapter::is_overflow;
///
/// #[derive(Debug)]
/// struct Overflow;
/// #[derive(Debug)]
/// struct Payload(#[allow(dead_code)] Overflow);
///
/// assert!(is_overflow(&Payload(Overflow)) && !is_overflow(&Overflow));
/// ```
#[must_use]
pub fn is_overflow(error: &dyn fmt::Debug) -> bool {
    /// What is left of a text that has to be written.
    struct Expected(&'static str);

    impl fmt::Write for Expected {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
            Ok(())
        }
    }

    let mut expected = Expected("Payload(Overflow)");
    let is_written = catch_panic(|| write!(expected, "{error:?}").is_ok());
    is_written == Some(true) && expected.0.is_empty()
}

/// The fault of a body that ends with an error; see `extract::body_error`, where it is public.
#[cfg(any(feature = "extract", feature = "axum-08"))]
pub(crate) fn fault_of_body(error: &(dyn Error + 'static)) -> Fault {
    let fault = error_chain(error).find_map(|error| error.downcast_ref::<Fault>());
    if let Some(fault) = fault {
        return fault.clone();
    }
    let is_late = |error: &(dyn Error + 'static)| {
        let error = error.downcast_ref::<io::Error>();
        error.is_some_and(|error| error.kind() == io::ErrorKind::TimedOut)
    };
    let condition = match condition_of_body(error) {
        Some(condition) => condition,
        None if error_chain(error).any(is_late) => Condition::Timeout,
        None => Condition::BadRequest,
    };
    Fault::detected(condition).because_of(error)
}
