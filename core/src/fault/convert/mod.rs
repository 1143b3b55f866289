//! The conversions of errors to faults: of codes, conditions, and errors of other crates.
//!
//! Conversions from crates other than the standard library are behind a feature each.

#[cfg(feature = "actix-web-4")]
mod actix_web;
#[cfg(feature = "axum-08")]
mod axum;
mod body;
mod boxed;
#[cfg(any(feature = "diesel-2", feature = "sqlx-08", feature = "sqlx-09"))]
mod constraint;
#[cfg(feature = "diesel-2")]
mod diesel;
#[cfg(any(feature = "actix-web-4", feature = "axum-08"))]
mod framework;
mod or_code;
#[cfg(feature = "r2d2-08")]
mod r2d2;
#[cfg(feature = "reqwest-013")]
mod reqwest;
#[cfg(any(feature = "sea-orm-1", feature = "sea-orm-2"))]
mod sea_orm;
#[cfg(any(feature = "sqlx-08", feature = "sqlx-09"))]
mod sqlx;
#[cfg(feature = "tokio-time")]
mod tokio;

use crate::Condition;
use crate::catalog::{Catalog, Code};
use crate::fault::Fault;

#[cfg(any(feature = "extract", feature = "axum-08"))]
pub(crate) use self::body::fault_of_body;
pub use self::body::{condition_of_body, is_overflow};
#[cfg(any(feature = "diesel-2", feature = "sqlx-08", feature = "sqlx-09"))]
pub use self::constraint::{NamesConstraint, OnConstraint, QueryError};
pub use self::or_code::OrCode;

/// An error that becomes a [`Fault`].
///
/// Adapters convert every `IntoFault` into their own error type, so that `?` works in a handler.
/// `#[derive(ErrorCode)]` and `catalog!` implement it. By hand it is for an error type that is not
/// a list of codes, or that chooses its code at run time. It needs [`to_fault`](Self::to_fault)
/// alone; where the fault should keep the error itself, [`into_fault`](Self::into_fault) as well:
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
    note = "derive `manila::ErrorCode` for it, or name the code with `.or_code(...)`",
    note = "features of `manila` are for errors of other crates: `anyhow-1`, `diesel-2`, `reqwest-013`, `sqlx-09`..."
)]
pub trait IntoFault {
    /// Returns the fault, made of the error itself.
    ///
    /// By default it is that of [`to_fault`](Self::to_fault). An implementation of its own is for an
    /// error that the fault should keep as its cause, as [`because`](Fault::because) does.
    #[track_caller]
    fn into_fault(self) -> Fault
    where
        Self: Sized,
    {
        self.to_fault()
    }

    /// Returns the fault of an error that can only be borrowed, which is all that `ResponseError`
    /// of actix-web has; of a cause, the text of its chain is kept.
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

/// An occurrence of the code, as [`Fault::new`] makes it.
///
/// ```
/// use manila::OrCode as _;
///
/// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
///
/// let code = ApiError::CATALOG.find("UPSTREAM_FAILED").unwrap();
/// let fault = "seven".parse::<u8>().or_code(code).unwrap_err();
/// assert_eq!(fault.code(), Some(code));
/// ```
impl IntoFault for &'static Code {
    fn to_fault(&self) -> Fault {
        Fault::new(self)
    }
}

/// An occurrence of the condition, as [`Fault::condition`] makes it.
///
/// ```
/// use manila::{Condition, OrCode as _};
///
/// let fault = "seven".parse::<u8>().or_code(Condition::UpstreamFailed).unwrap_err();
/// assert_eq!(fault.http_status(), 502);
/// assert_eq!(fault.cause().unwrap().chain(), "invalid digit found in string");
/// ```
impl IntoFault for Condition {
    fn to_fault(&self) -> Fault {
        Fault::condition(*self)
    }
}

/// An I/O error is the service's own trouble: the condition `internal`, with the error for the log
/// alone.
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

/// An enum of codes whose values are made of codes again, by the client that reads them in a response.
///
/// It is derived, beside `ErrorCode` or by `catalog!`. It makes values of every variant, so that the compiler
/// does not tell any more which codes a program never raises: it is for clients, and for the library that they
/// share with the service.
///
/// ```
/// use manila::FromCode;
///
/// #[derive(Debug, PartialEq, thiserror::Error, manila::ErrorCode, manila::FromCode)]
/// enum ApiError {
///     #[error("The plan's limit is reached.")]
///     #[error_code(status = 402)]
///     PlanLimit,
///     #[error("The region is down.")]
///     #[error_code(status = 409)]
///     RegionDown { region: &'static str },
/// }
///
/// let value = |code| ApiError::from_code(ApiError::CATALOG.find(code).unwrap());
/// assert_eq!(value("plan_limit"), Some(ApiError::PlanLimit));
/// assert_eq!(value("region_down"), None);
///
/// manila::catalog! {
///     #[derive(manila::FromCode)]
///     enum Published = "../catalogs/vibehost.toml"
/// }
///
/// for code in Published::CATALOG.codes() {
///     assert_eq!(Published::from_code(code).unwrap().code(), code);
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "no code can be made a value of `{Self}`",
    note = "derive `manila::FromCode` for it, beside `manila::ErrorCode` or in `manila::catalog!`"
)]
pub trait FromCode: ErrorCode + Sized {
    /// Returns the value of a code of [`CATALOG`](ErrorCode::CATALOG); `None` for a code of another catalog, and
    /// for one whose variant has fields, as a code says nothing of what they hold.
    fn from_code(code: &'static Code) -> Option<Self>;
}
