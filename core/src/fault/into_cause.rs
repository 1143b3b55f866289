//! What can have led to a fault: errors, whatever holds one, and texts.

use std::borrow::Cow;
use std::error::Error;
use std::ops::DerefMut;
use std::sync::{MutexGuard, PoisonError, RwLockReadGuard, RwLockWriteGuard, TryLockError};

use super::cause::Cause;
use super::cause_markers::{ByChain, ByPointer, ByText, ByValue};

/// What [`Fault::because`](crate::Fault::because) and [`OrCode::or_code`](crate::OrCode::or_code) take
/// as the cause of a fault, for the log alone.
///
/// | a value of | is kept |
/// |---|---|
/// | an [`Error`] that is `Send`, `Sync` and `'static` | itself |
/// | `Box<dyn Error + Send + Sync>`, `anyhow::Error`, `eyre::Report` | itself, with everything in its chain |
/// | `Box<dyn Error>`, `Box<dyn Error + Send>`, the error of a poisoned lock | as the text of its chain |
/// | `String`, `&str`, `Cow<str>` | as it is |
///
/// `How` tells these apart and is always inferred. Every error of the first row has that
/// implementation alone.
///
/// # A type of your own
///
/// One that is an error needs nothing. For one that is none, or that is not `Send`, the marker is a
/// type of your own:
///
/// ```
/// use manila::{Cause, Condition, IntoCause, OrCode};
///
/// /// What a library in C answers.
/// struct Status(i32);
///
/// enum OfStatus {}
///
/// impl IntoCause<OfStatus> for Status {
///     fn into_cause(self) -> Cause {
///         Cause::of_text(format_args!("status {}", self.0))
///     }
/// }
///
/// let fault = Err::<(), _>(Status(-3)).or_code(Condition::UpstreamFailed).unwrap_err();
/// assert_eq!(fault.cause().unwrap().chain(), "status -3");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be kept as the cause of a fault",
    label = "neither an error that is `Send`, `Sync` and `'static`, nor a text",
    note = "to keep the text of an error: `.map_err(|error| ApiError::X.fault().because_of(&error))`",
    note = "to keep another text: `.map_err(|value| ApiError::X.fault().because_text(value))`",
    note = "to keep nothing of it: `.ok().or_code(ApiError::X)`"
)]
pub trait IntoCause<How> {
    /// Makes the value the cause of a fault.
    fn into_cause(self) -> Cause;
}

impl<E: Error + Send + Sync + 'static> IntoCause<ByValue> for E {
    fn into_cause(self) -> Cause {
        Cause::of_value(self)
    }
}

/// `Box<dyn Error + Send + Sync>`, `anyhow::Error` and `eyre::Report`, none of which is an [`Error`]
/// itself. `Arc<dyn Error + Send + Sync>` is one, and points to one, but does not let it be changed.
impl<P> IntoCause<ByPointer> for P
where
    P: DerefMut<Target = dyn Error + Send + Sync> + Send + Sync + 'static,
{
    fn into_cause(self) -> Cause {
        Cause::of_pointer(self)
    }
}

impl IntoCause<ByChain> for Box<dyn Error> {
    fn into_cause(self) -> Cause {
        Cause::of(&*self)
    }
}

impl IntoCause<ByChain> for Box<dyn Error + Send> {
    fn into_cause(self) -> Cause {
        Cause::of(&*self)
    }
}

/// The error of a lock holds its guard, which belongs to one thread.
macro_rules! errors_of_locks {
    ($($guard:ident,)+) => {$(
        impl<T: ?Sized> IntoCause<ByChain> for PoisonError<$guard<'_, T>> {
            fn into_cause(self) -> Cause {
                Cause::of(&self)
            }
        }

        impl<T: ?Sized> IntoCause<ByChain> for TryLockError<$guard<'_, T>> {
            fn into_cause(self) -> Cause {
                Cause::of(&self)
            }
        }
    )+};
}

errors_of_locks! {
    MutexGuard,
    RwLockReadGuard,
    RwLockWriteGuard,
}

impl IntoCause<ByText> for String {
    fn into_cause(self) -> Cause {
        Cause::of_text(self)
    }
}

impl IntoCause<ByText> for &str {
    fn into_cause(self) -> Cause {
        Cause::of_text(self)
    }
}

impl IntoCause<ByText> for Cow<'_, str> {
    fn into_cause(self) -> Cause {
        Cause::of_text(self)
    }
}
