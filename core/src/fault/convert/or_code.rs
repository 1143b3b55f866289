//! The code of an error that has none, or of a value that is not there.

use std::convert::Infallible;

use super::IntoFault;
use crate::fault::{Fault, IntoCause};

/// Names the code of a foreign error, or of a value that is missing.
///
/// It is for every `Option`, and for every `Result` whose error is [`IntoCause`]: an error of the
/// standard library or of another crate, a boxed one, an `anyhow::Error`, an `eyre::Report`, a text.
/// The trait is sealed.
pub trait OrCode<T, E>: Sized + sealed::Sealed {
    /// Makes an error an occurrence of `code`, with the error as the cause; a `None` has no cause.
    /// `code` is a value of an enum of codes, a [`Code`](crate::Code), a
    /// [`Condition`](crate::Condition) or a [`Fault`] that says more.
    ///
    /// `How` is inferred.
    ///
    /// ```
    /// use manila::{Condition, Fault, OrCode};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// fn read(path: Option<&str>) -> Result<String, Fault> {
    ///     let path = path.or_code(Condition::ResourceNotFound)?;
    ///     std::fs::read_to_string(path).or_code(ApiError::UpstreamFailed)
    /// }
    ///
    /// let fault = read(Some("/no/such/file")).unwrap_err();
    /// assert_eq!(fault.code().unwrap().name(), "UPSTREAM_FAILED");
    /// assert!(fault.cause().unwrap().chain().contains("No such file"));
    ///
    /// let fault = read(None).unwrap_err();
    /// assert_eq!(fault.http_status(), 404);
    /// assert!(fault.cause().is_none());
    /// ```
    ///
    /// # Errors
    ///
    /// If the result is an error, or there is no value.
    #[track_caller]
    fn or_code<How>(self, code: impl IntoFault) -> Result<T, Fault>
    where
        E: IntoCause<How>;
}

mod sealed {
    pub trait Sealed {}

    impl<T, E> Sealed for Result<T, E> {}
    impl<T> Sealed for Option<T> {}
}

// Closures would lose the caller's location.

impl<T, E> OrCode<T, E> for Result<T, E> {
    fn or_code<How>(self, code: impl IntoFault) -> Result<T, Fault>
    where
        E: IntoCause<How>,
    {
        match self {
            Ok(value) => Ok(value),
            Err(error) => Err(code.into_fault().because(error)),
        }
    }
}

/// The error of a value that is missing is one that there never is.
impl<T> OrCode<T, Infallible> for Option<T> {
    fn or_code<How>(self, code: impl IntoFault) -> Result<T, Fault>
    where
        Infallible: IntoCause<How>,
    {
        match self {
            Some(value) => Ok(value),
            None => Err(code.into_fault()),
        }
    }
}
