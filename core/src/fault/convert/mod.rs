//! What can become a fault.

#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "sqlx")]
mod sqlx;
#[cfg(feature = "tokio")]
mod tokio;

use std::error::Error;

use crate::Condition;
use crate::catalog::{Catalog, Code};
use crate::fault::Fault;

/// An error that becomes a [`Fault`].
///
/// Adapters convert every `IntoFault` into their own error type, so that `?` works in a handler.
/// `#[derive(ErrorCode)]` and `catalog!` implement it. By hand it is for an error type that is not
/// a list of codes, or that chooses its code at run time:
///
/// ```
/// use std::fmt;
/// use manila::{Condition, Envelopes, Fault, IntoFault};
///
/// /// Answers of a payment provider.
/// #[derive(Debug)]
/// enum PaymentError { Declined { reason: String }, Unreachable(std::io::Error) }
///
/// impl IntoFault for PaymentError {
///     fn into_fault(self) -> Fault {
///         match self {
///             Self::Unreachable(error) => {
///                 Fault::condition(Condition::UpstreamFailed).because(error)
///             }
///             declined @ Self::Declined { .. } => declined.to_fault(),
///         }
///     }
///
///     fn to_fault(&self) -> Fault {
///         match self {
///             Self::Declined { reason } => Fault::condition(Condition::Forbidden)
///                 .with_message("The payment was declined.")
///                 .with_detail("reason_code", reason),
///             Self::Unreachable(error) => {
///                 Fault::condition(Condition::UpstreamFailed).because_of(error)
///             }
///         }
///     }
/// }
///
/// let fault = PaymentError::Declined { reason: "expired".to_owned() }.into_fault();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// assert_eq!(rendered.status(), 403);
/// assert!(rendered.body().ends_with(br#""details":{"reason_code":"expired"}}}"#));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which error code it is",
    note = "derive `manila::ErrorCode` for it, or name the code with `.or_code(...)`"
)]
pub trait IntoFault {
    /// The fault, with what led to it as its cause.
    #[track_caller]
    fn into_fault(self) -> Fault
    where
        Self: Sized;

    /// The fault of an error that can only be borrowed, as `ResponseError` of actix-web does; of
    /// a cause, the text of its chain is kept.
    #[track_caller]
    fn to_fault(&self) -> Fault;
}

impl IntoFault for Fault {
    fn into_fault(self) -> Fault {
        self
    }

    fn to_fault(&self) -> Fault {
        self.clone()
    }
}

/// An I/O error is the service's own trouble: the condition `internal`, told to the log alone.
impl IntoFault for std::io::Error {
    fn into_fault(self) -> Fault {
        Fault::condition(Condition::Internal).because(self)
    }

    fn to_fault(&self) -> Fault {
        Fault::condition(Condition::Internal).because_of(self)
    }
}

/// An error type whose every value is a code of one catalog. Derived by `#[derive(ErrorCode)]`
/// and `catalog!`, which also give the type these items without the trait in scope.
pub trait ErrorCode: IntoFault {
    /// The catalog that the type is.
    const CATALOG: &'static Catalog;

    /// The code of this value; none for an `internal` variant, whose code is the catalog's for
    /// the condition `internal`, and for a `transparent` one, which is the inner error's.
    fn error_code(&self) -> Option<&'static Code>;
}

/// Naming the code of a foreign error.
pub trait OrCode<T>: Sized {
    /// Makes an error an occurrence of `code`, with the error as the cause.
    ///
    /// ```
    /// use manila::{Fault, OrCode};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// fn read() -> Result<String, Fault> {
    ///     std::fs::read_to_string("/no/such/file").or_code(ApiError::UpstreamFailed)
    /// }
    ///
    /// let fault = read().unwrap_err();
    /// assert_eq!(fault.code().unwrap().name(), "UPSTREAM_FAILED");
    /// assert!(fault.cause().unwrap().chain().contains("No such file"));
    /// ```
    ///
    /// # Errors
    ///
    /// Where there was an error before.
    #[track_caller]
    fn or_code(self, code: impl IntoFault) -> Result<T, Fault>;
}

impl<T, E: Error + Send + Sync + 'static> OrCode<T> for Result<T, E> {
    fn or_code(self, code: impl IntoFault) -> Result<T, Fault> {
        // A closure would lose the caller's location.
        match self {
            Ok(value) => Ok(value),
            Err(error) => Err(code.into_fault().because(error)),
        }
    }
}
