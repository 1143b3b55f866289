//! The span that a fault was made in, for its log event.
//!
//! The layer that logs stands outside of the handler's spans. A subscriber is foreign code, so that
//! each call of it is one whose panic is caught.

use tracing::Span;
use tracing::dispatcher::has_been_set;

use crate::panics::catch_panic;

/// A span that is kept open for as long as its fault is there.
pub(crate) struct HeldSpan(Option<Span>);

impl HeldSpan {
    /// Whether a subscriber is set, which is to be asked for its current span.
    #[inline]
    pub(super) fn may_be_current() -> bool {
        has_been_set()
    }

    /// The current span, if the subscriber has one.
    pub(super) fn current() -> Option<Self> {
        let span = catch_panic(Span::current)?;
        (!span.is_none()).then_some(Self(Some(span)))
    }

    pub(super) const fn get(&self) -> Option<&Span> {
        self.0.as_ref()
    }
}

impl Clone for HeldSpan {
    fn clone(&self) -> Self {
        Self(catch_panic(|| self.0.clone()).flatten())
    }
}

impl Drop for HeldSpan {
    fn drop(&mut self) {
        if let Some(span) = self.0.take() {
            catch_panic(|| drop(span));
        }
    }
}
