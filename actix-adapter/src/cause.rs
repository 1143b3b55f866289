//! Errors of actix-web that belong to one thread, as what led to a fault.

use manila::{Cause, IntoCause};

/// The marker of [`IntoCause`] for the errors of actix-web, which are not `Send`: of
/// [`actix_web::Error`], and with the feature `multipart-08` of `actix_multipart::MultipartError`. It is
/// always inferred.
///
/// ```
/// use manila::{Condition, OrCode};
/// use manila_actix::Result;
///
/// /// As a library for actix-web has it.
/// fn user(token: &str) -> actix_web::Result<u64> {
///     token.parse().map_err(actix_web::error::ErrorBadRequest)
/// }
///
/// fn greet(token: &str) -> Result<String> {
///     let user = user(token).or_code(Condition::Forbidden)?;
///     Ok(format!("hello, {user}"))
/// }
///
/// let error = greet("nobody").unwrap_err();
/// assert_eq!(error.fault().http_status(), 403);
/// assert_eq!(error.fault().cause().unwrap().chain(), "invalid digit found in string");
/// ```
#[derive(Debug)]
pub enum OfActix {}

/// What the error says is kept: its `Display`, or its `Debug` where that says nothing.
impl IntoCause<OfActix> for actix_web::Error {
    fn into_cause(self) -> Cause {
        let told = Cause::of_text(&self);
        if told.chain().is_empty() {
            return Cause::of_text(format_args!("{self:?}"));
        }
        told
    }
}

/// The text of the error and of its sources is kept.
#[cfg(feature = "multipart-08")]
impl IntoCause<OfActix> for actix_multipart::MultipartError {
    fn into_cause(self) -> Cause {
        Cause::of(&self)
    }
}
