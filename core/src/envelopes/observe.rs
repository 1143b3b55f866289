//! The settings for whoever operates the service: who is told of its errors, and of what.

use std::sync::Arc;

use super::Envelopes;
use crate::observe::{ErrorReport, Observe, Observers, is_log_heard, log};

impl Envelopes {
    /// Tells somebody of every error response, beside the log: see [`Observe`]. May be called several
    /// times, and all are told, in this order. Of nested layers, the one that answers tells its own.
    ///
    #[doc = include_str!("../docs/envelopes/observe.md")]
    #[must_use]
    pub fn observe(mut self, observer: impl Observe + 'static) -> Self {
        self.observers().told.push(Arc::new(observer));
        self
    }

    /// Writes no log event: for a service whose [observer](Self::observe) writes its own.
    #[must_use]
    pub fn no_event(mut self) -> Self {
        self.observers().has_no_event = true;
        self
    }

    /// Leaves the path of the request out of the log event and of what observers are told: for a
    /// service whose paths have personal data in them. The route stays.
    #[must_use]
    pub fn no_path(mut self) -> Self {
        self.observers().has_no_path = true;
        self
    }

    /// Leaves the code of each error in the extensions of its response, for layers further out, which
    /// read it with [`Carrier::code`](crate::adapter::Carrier::code). The header `x-error-code` says
    /// the same to everybody; this one cannot be made by a foreign part of the service.
    ///
    /// Without it the code is there only where a request can have passed another layer of Manila's,
    /// since an extension costs each error some allocations.
    #[must_use]
    pub fn keep_code(mut self) -> Self {
        self.rare.get_or_insert_default().keeps_code = true;
        self
    }

    /// Returns whether the code of each error [stays](Self::keep_code) in the extensions of its response:
    /// an adapter says then that [any request may be nested](crate::adapter::Request::may_be_nested).
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// assert!(Envelopes::ok_error().keep_code().keeps_code());
    /// assert!(!Envelopes::ok_error().keeps_code());
    /// ```
    #[inline]
    #[must_use]
    pub fn keeps_code(&self) -> bool {
        self.rare.as_ref().is_some_and(|rare| rare.keeps_code)
    }

    /// Whether anybody is told of errors, the log or an observer.
    #[inline]
    pub(crate) fn is_heard(&self) -> bool {
        match &self.rare {
            Some(rare) => rare.observers.is_anyone_told(),
            None => is_log_heard(),
        }
    }

    /// Tells the log and the observers of an error.
    pub(crate) fn tell(&self, report: ErrorReport<'_>) {
        match &self.rare {
            Some(rare) => rare.observers.tell(report),
            None => log(&report),
        }
    }

    fn observers(&mut self) -> &mut Observers {
        &mut self.rare.get_or_insert_default().observers
    }
}
