//! The error that led to a fault, for the log alone.
//!
//! Its readers are the log event and the observers of a service. A style is given a
//! [`PublicFault`](crate::PublicFault), which has no way to it.

use std::any::Any;
use std::error::Error;
use std::fmt::{self, Write as _};
use std::ops::Deref;
use std::sync::Arc;

use super::bounded::BoundedText;
use super::private_urls::{hide_secrets, without_secrets};
use crate::panics::catch_panic;

/// The most errors of a chain that are logged.
const MAX_CHAIN: usize = 32;

/// The error that led to a fault. It is logged and never sent: nothing that writes a body can reach
/// it.
///
/// A fault that owns the error ([`Fault::because`](crate::Fault::because)) gives it back for
/// downcasting; one that could only borrow it, or was given one that is not `Send` and `Sync`, has its
/// text.
///
/// The text of an error of `reqwest` has the address that was asked. It is kept without user, password,
/// query and fragment, as keys and tokens stand there; with the feature `reqwest-013` the error itself is as
/// well, unless another one holds it.
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
    Error(Arc<dyn Held>),
    Text(Arc<str>),
    Fixed(&'static str),
}

/// What a cause owns: an error, or a value that is one behind a pointer.
trait Held: Send + Sync {
    fn error(&self) -> &(dyn Error + Send + Sync + 'static);
    fn value(&self) -> &(dyn Any + Send + Sync);
}

struct Itself<E>(E);

impl<E: Error + Send + Sync + 'static> Held for Itself<E> {
    fn error(&self) -> &(dyn Error + Send + Sync + 'static) {
        &self.0
    }

    fn value(&self) -> &(dyn Any + Send + Sync) {
        &self.0
    }
}

struct Pointer<P>(P);

impl<P> Held for Pointer<P>
where
    P: Deref<Target = dyn Error + Send + Sync> + Send + Sync + 'static,
{
    fn error(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.0
    }

    fn value(&self) -> &(dyn Any + Send + Sync) {
        &self.0
    }
}

impl Cause {
    pub(crate) fn of_value(mut error: impl Error + Send + Sync + 'static) -> Self {
        hide_secrets(&mut error);
        Self(Known::Error(Arc::new(Itself(error))))
    }

    pub(crate) fn of_pointer<P>(error: P) -> Self
    where
        P: Deref<Target = dyn Error + Send + Sync> + Send + Sync + 'static,
    {
        Self(Known::Error(Arc::new(Pointer(error))))
    }

    /// Creates a cause that has the text of an error and of its sources, for an
    /// [`IntoCause`](crate::IntoCause) of your own.
    ///
    /// ```
    /// use manila::Cause;
    ///
    /// let cause = Cause::of(&std::io::Error::other("the disk is full"));
    /// assert_eq!(cause.chain(), "the disk is full");
    /// ```
    #[must_use]
    pub fn of(error: &dyn Error) -> Self {
        let mut text = BoundedText::new();
        add_chain(error, &mut text);
        Self(Known::Text(text.into_string().into()))
    }

    /// Creates a cause of a text, of which 8 KiB at most are kept.
    ///
    /// ```
    /// assert_eq!(manila::Cause::of_text("shard 7 is read-only").chain(), "shard 7 is read-only");
    /// ```
    #[must_use]
    pub fn of_text(text: impl fmt::Display) -> Self {
        let mut bounded = BoundedText::new();
        catch_panic(|| write_told(&text, &mut bounded));
        Self(Known::Text(bounded.into_string().into()))
    }

    /// The text of an error that is the same each time.
    pub(crate) const fn fixed(text: &'static str) -> Self {
        Self(Known::Fixed(text))
    }

    /// Adds the [chain](Self::chain) to a text, as far as that has room.
    pub(crate) fn add_to(&self, text: &mut BoundedText) {
        let own: &str = match &self.0 {
            Known::Error(error) => return add_chain(error.error(), text),
            Known::Text(own) => own,
            Known::Fixed(own) => own,
        };
        let _ = text.write_str(own);
    }

    /// Returns the error itself, for downcasting, where the fault owns it; `None` where it has the
    /// text alone. Of a `Box`, an `anyhow::Error` or an `eyre::Report` it is the error inside.
    #[must_use]
    pub fn error(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        match &self.0 {
            Known::Error(error) => Some(error.error()),
            Known::Text(_) | Known::Fixed(_) => None,
        }
    }

    /// Returns what the fault was given, where it is of this type and the fault owns it. So an
    /// `anyhow::Error` comes back with its backtrace, which no chain of errors has.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// let failed = anyhow::anyhow!("the disk is full").context("the invoice cannot be written");
    /// let fault = Fault::condition(Condition::Internal).because(failed);
    /// let cause = fault.cause().unwrap();
    /// assert_eq!(cause.chain(), "the invoice cannot be written: the disk is full");
    /// let given = cause.downcast_ref::<anyhow::Error>().unwrap();
    /// println!("{}", given.backtrace());
    /// ```
    #[must_use]
    pub fn downcast_ref<T: 'static>(&self) -> Option<&T> {
        match &self.0 {
            Known::Error(held) => held.value().downcast_ref(),
            Known::Text(_) | Known::Fixed(_) => None,
        }
    }

    /// Returns the error and its sources joined by `: `, from the outside in and 32 at most: the
    /// text that is logged as `cause`, there on one line. A source whose text the errors around it
    /// end with already is left out.
    ///
    /// An error whose `Display` panics or fails is written as far as it got, and one that is longer
    /// than 8 KiB up to there, with `… [cut]` at its end.
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
        let mut text = BoundedText::new();
        self.add_to(&mut text);
        text.into_string()
    }
}

/// The [chain](Cause::chain) on one line: control characters, and those that reorder text, are
/// escaped.
///
/// ```
/// use manila::{Condition, Fault};
///
/// let fault = Fault::condition(Condition::Internal).because_text("the disk\nis full");
/// assert_eq!(fault.cause().unwrap().to_string(), r"the disk\nis full");
/// ```
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = BoundedText::one_line();
        self.add_to(&mut line);
        f.pad(line.as_str())
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

/// Adds an error and its sources. One that panics, or whose `Display` fails, is written as far as it
/// got.
fn add_chain(error: &dyn Error, text: &mut BoundedText) {
    catch_panic(|| {
        // Only the sources have to be `'static`: the error itself may borrow.
        let sources = error.source().into_iter().flat_map(error_chain);
        let start = text.len();
        write_told(error, text);
        for source in sources.take(MAX_CHAIN - 1) {
            if text.is_cut() {
                return;
            }
            add_source(source, text, start);
        }
    });
}

/// Adds a text, as it may be told.
fn write_told(said: &(impl fmt::Display + ?Sized), text: &mut BoundedText) {
    let start = text.len();
    let _ = write!(text, "{said}");
    if let Some(told) = without_secrets(&text.as_str()[start..]) {
        text.replace_end(start, &told);
    }
}

/// Adds the text of a source, unless the chain, which begins at `start`, ends with it already.
fn add_source(source: &dyn Error, text: &mut BoundedText, start: usize) {
    let end = text.len();
    if end > start {
        let _ = text.write_str(": ");
    }
    let own = text.len();
    write_told(source, text);
    let is_told = !text.is_cut() && ends_with(&text.as_str()[start..end], &text.as_str()[own..]);
    if is_told {
        text.truncate(end);
    }
}

/// Whether a text ends with another, which is no part of a word there.
fn ends_with(text: &str, end: &str) -> bool {
    let before = text.strip_suffix(end);
    before.is_some_and(|before| !before.ends_with(char::is_alphanumeric) || end.is_empty())
}
