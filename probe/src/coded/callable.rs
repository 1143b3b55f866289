//! Apps that can be called without a server.

use std::future::Future;

use crate::wire::{Request, Response};

/// An app that can be called in a test: any tower service over `http` 1.x, such as an axum `Router` or
/// Manila's `App`, or what actix-web's `test::init_service` makes.
///
/// `Kind` distinguishes the two and is inferred. The trait is sealed: it is implemented for these
/// and for nothing else.
pub trait Callable<Kind, R>: Call<Kind, R> {}

impl<Kind, R, T: Call<Kind, R>> Callable<Kind, R> for T {}

/// What seals [`Callable`]: nobody else can name it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be called with `{R}` by `manila_probe`",
    note = "a tower service takes an `http::Request`, is `Clone`, and needs the feature `tower`; what \
            `actix_web::test::init_service` makes takes `TestRequest::to_request()`, and needs the \
            feature `actix`"
)]
pub trait Call<Kind, R> {
    /// Sends the request, and reads the response to its end.
    ///
    /// # Errors
    ///
    /// Why there is no response.
    fn call(&self, request: R) -> impl Future<Output = Exchange>;
}

/// A request, and what it was answered with, or why it was not.
pub(super) type Exchange = (Request, Result<Response, String>);
