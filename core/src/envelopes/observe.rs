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
