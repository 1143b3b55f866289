//! A foreign future whose panics are faults.

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use pin_project_lite::pin_project;

use crate::Condition;
use crate::fault::Fault;
use crate::panics::{catch_panic, drop_payload};

pin_project! {
    /// A future that answers a panic with its fault: one while the future is made, while it is
    /// polled, or while it is dropped, which its output survives.
    #[must_use = "futures do nothing unless they are polled"]
    pub struct CatchUnwind<F> {
        // Gone once it is done, or if it could not be made.
        #[pin]
        inner: Option<F>,
        // Why there is no future.
        failed: Option<Fault>,
    }

    impl<F> PinnedDrop for CatchUnwind<F> {
        fn drop(this: Pin<&mut Self>) {
            // Whoever gives up on the future drops it, and its own drop may panic.
            let mut inner = this.project().inner;
            if inner.is_some() {
                catch_panic(|| inner.set(None));
            }
        }
    }
}

impl<F> CatchUnwind<F> {
    /// Calls what makes the future.
    pub fn call(make: impl FnOnce() -> F) -> Self {
        match catch_unwind(AssertUnwindSafe(make)) {
            Ok(inner) => Self {
                inner: Some(inner),
                failed: None,
            },
            Err(payload) => Self::failed(fault_of_panic(payload)),
        }
    }

    /// A future that has failed already.
    pub const fn failed(fault: Fault) -> Self {
        Self {
            inner: None,
            failed: Some(fault),
        }
    }
}

impl<F: Future> Future for CatchUnwind<F> {
    type Output = Result<F::Output, Fault>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let Some(inner) = this.inner.as_mut().as_pin_mut() else {
            // Polled after it was done, which says nothing and must not panic.
            return this
                .failed
                .take()
                .map_or(Poll::Pending, |fault| Poll::Ready(Err(fault)));
        };
        let polled = catch_unwind(AssertUnwindSafe(|| inner.poll(cx)));
        if !matches!(polled, Ok(Poll::Pending)) {
            catch_panic(|| this.inner.set(None));
        }
        match polled {
            Ok(poll) => poll.map(Ok),
            Err(payload) => Poll::Ready(Err(fault_of_panic(payload))),
        }
    }
}

impl<F> fmt::Debug for CatchUnwind<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CatchUnwind").finish_non_exhaustive()
    }
}

/// The fault of a caught panic: the condition `panic`, with the panic's text for the log alone.
#[must_use]
pub fn fault_of_panic(payload: Box<dyn Any + Send>) -> Fault {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| String::from(*text))
        .or_else(|| payload.downcast_ref::<String>().cloned());
    drop_payload(payload);
    // Where it happened is known to the panic hook, not here.
    let fault = Fault::detected(Condition::Panic);
    match text {
        Some(text) => fault.because_text(format!("panicked: {text}")),
        None => fault.because_text("panicked with a payload that is no text"),
    }
}
