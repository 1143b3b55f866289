//! What an error of a service means.
//!
//! A tower service may fail instead of answering: a connection is refused, a framework's own service
//! knows no route. What that is to a client, only whoever has composed the service can say.

use std::error::Error;
use std::sync::Arc;

use super::Envelopes;
use super::judge::JudgeError;
use crate::fault::Fault;

impl Envelopes {
    /// Sets what an error of a service means: the `Err` of a tower service, such as a connection that
    /// an upstream refuses. Where the function returns `None`, and without it, an error of the body is
    /// `body_too_large` or `timeout`, one of tower's own middleware is `timeout` or `overloaded`, and
    /// any other is `internal`. An error that is a [`Fault`], or has one among its sources, is that
    /// fault, and the function is not asked.
    ///
    /// The error is the fault's cause, for the log, unless the function attaches another. A later
    /// call replaces an earlier one. On axum and actix-web handlers do not fail in this way, but what
    /// is nested as a service may.
    ///
    #[doc = include_str!("../docs/envelopes/on_service_error.md")]
    #[must_use]
    pub fn on_service_error(
        mut self,
        judge: impl Fn(&(dyn Error + 'static)) -> Option<Fault> + Send + Sync + 'static,
    ) -> Self {
        let judge = JudgeError(Arc::new(judge));
        self.rare.get_or_insert_default().service_error = Some(judge);
        self
    }

    /// Returns the fault that the service's [own function](Self::on_service_error) makes of an error,
    /// with the error as its cause. For an adapter, which asks where the error is no fault already.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let error = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    /// assert!(Envelopes::ok_error().fault_of_service_error(&error).is_none());
    /// let envelopes = Envelopes::ok_error()
    ///     .on_service_error(|_| Some(Fault::condition(Condition::UpstreamFailed)));
    /// let fault = envelopes.fault_of_service_error(&error).unwrap();
    /// assert!(fault.cause().is_some());
    /// ```
    #[must_use]
    pub fn fault_of_service_error(&self, error: &(dyn Error + 'static)) -> Option<Fault> {
        let judge = self.rare.as_ref()?.service_error.as_ref()?;
        let fault = (judge.0)(error)?;
        Some(match fault.cause() {
            Some(_) => fault,
            None => fault.because_of(error),
        })
    }
}
