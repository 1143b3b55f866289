//! A foreign future whose panics are faults.
//!
//! A panic that reaches the server closes the connection, and the client has no answer. Inside
//! [`CatchUnwind`] it becomes a fault of the condition `panic`, whose text only the log has.

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use pin_project_lite::pin_project;

use crate::Condition;
use crate::fault::Fault;
use crate::panics::{catch_panic, drop_payload, panic_text, place_of_panic};

pin_project! {
    /// A future that turns a panic into its fault: one while the future is made or while it is
    /// polled. A panic while it is dropped is caught too; the output survives it.
    ///
    /// It resolves to the inner output or the fault. Polled again after that, it stays pending.
    ///
    /// ```
    /// use manila::adapter::CatchUnwind;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let answer = CatchUnwind::call(|| async { 7 }).await;
    /// assert_eq!(answer.unwrap(), 7);
    ///
    /// let fault = CatchUnwind::call(|| async { panic!("index out of range") }).await;
    /// let fault: manila::Fault = fault.map(|never: u8| never).unwrap_err();
    /// assert_eq!(fault.http_status(), 500);
    /// assert_eq!(fault.cause().unwrap().chain(), "panicked: index out of range");
    /// # }
    /// ```
    #[must_use = "futures do nothing unless they are polled"]
    pub struct CatchUnwind<F> {
        // Gone once it is done, or if it could not be made.
        #[pin]
        inner: Option<F>,
        // Why there is no future. Boxed, as it is rare, and a future is moved several times.
        failed: Option<Box<Fault>>,
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
    /// Calls the service that makes the future, and catches a panic of that call as well.
    ///
    /// ```
    /// use std::future::Ready;
    /// use manila::adapter::CatchUnwind;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let answer = CatchUnwind::call(|| -> Ready<()> { panic!("no connection") });
    /// assert_eq!(answer.await.unwrap_err().http_status(), 500);
    /// # }
    /// ```
    pub fn call(make: impl FnOnce() -> F) -> Self {
        match catch_unwind(AssertUnwindSafe(make)) {
            Ok(inner) => Self {
                inner: Some(inner),
                failed: None,
            },
            Err(payload) => Self::failed(fault_of_panic(payload)),
        }
    }

    /// Creates a future that has failed already: for a request that is refused before the service
    /// is called, so that the layer has one type of future.
    ///
    /// ```
    /// use std::future::Ready;
    /// use manila::adapter::CatchUnwind;
    /// use manila::{Condition, Fault};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let refused = CatchUnwind::<Ready<()>>::failed(Fault::condition(Condition::NotAcceptable));
    /// assert_eq!(refused.await.unwrap_err().http_status(), 406);
    /// # }
    /// ```
    pub fn failed(fault: Fault) -> Self {
        Self {
            inner: None,
            failed: Some(Box::new(fault)),
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
                .map_or(Poll::Pending, |fault| Poll::Ready(Err(*fault)));
        };
        let outcome = match catch_unwind(AssertUnwindSafe(|| inner.poll(cx))) {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(output)) => Ok(output),
            Err(payload) => Err(fault_of_panic(payload)),
        };
        catch_panic(|| this.inner.set(None));
        Poll::Ready(outcome)
    }
}

impl<F> fmt::Debug for CatchUnwind<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CatchUnwind").finish_non_exhaustive()
    }
}

/// Returns the fault of a caught panic: the condition `panic`, with the panic's text as the cause,
/// for the log alone. The payload is dropped safely.
///
/// ```
/// use manila::adapter::fault_of_panic;
///
/// let payload = std::panic::catch_unwind(|| panic!("seat {}", 7)).unwrap_err();
/// let fault = fault_of_panic(payload);
/// assert_eq!(fault.http_status(), 500);
/// assert_eq!(fault.cause().unwrap().chain(), "panicked: seat 7");
/// ```
#[must_use]
pub fn fault_of_panic(payload: Box<dyn Any + Send>) -> Fault {
    let fault = Fault::detected(Condition::Panic);
    let fault = match place_of_panic(&*payload) {
        Some(place) => fault.with_panic_place(place),
        None => fault,
    };
    let fault = match panic_text(&*payload) {
        Some(text) => fault.because_text(format_args!("panicked: {text}")),
        None => fault.because_text("panicked with a payload that is no text"),
    };
    drop_payload(payload);
    fault
}
