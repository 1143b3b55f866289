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
    /// The current span, if a subscriber is set and has one.
    #[inline]
    pub(super) fn current() -> Option<Self> {
        if has_been_set() { find() } else { None }
    }

    pub(super) const fn get(&self) -> Option<&Span> {
        self.0.as_ref()
    }
}

#[cold]
fn find() -> Option<HeldSpan> {
    let span = catch_panic(Span::current)?;
    (!span.is_none()).then_some(HeldSpan(Some(span)))
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
