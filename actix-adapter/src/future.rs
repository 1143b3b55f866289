//! The future of a response that always comes.

use std::fmt;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::ServiceResponse;
use manila::Fault;
use manila::panic::{fault_of_panic, guard};
use pin_project_lite::pin_project;

use crate::answer::Exchange;

pin_project! {
    /// The response of an [`EnvelopeMiddleware`](crate::EnvelopeMiddleware).
    pub struct ResponseFuture<F> {
        // Gone once it has answered or could not be made.
        #[pin]
        inner: Option<F>,
        // The fault of a call that made no future.
        failed: Option<Fault>,
        // Gone once the response has left.
        exchange: Option<Exchange>,
    }

    impl<F> PinnedDrop for ResponseFuture<F> {
        fn drop(this: Pin<&mut Self>) {
            // A client that leaves early drops the future, and the future's own drop may panic.
            let mut inner = this.project().inner;
            if inner.is_some() {
                guard(|| inner.set(None));
            }
        }
    }
}

impl<F> ResponseFuture<F> {
    pub(crate) const fn running(exchange: Exchange, inner: F) -> Self {
        Self {
            inner: Some(inner),
            failed: None,
            exchange: Some(exchange),
        }
    }

    pub(crate) const fn failed(exchange: Exchange, fault: Fault) -> Self {
        Self {
            inner: None,
            failed: Some(fault),
            exchange: Some(exchange),
        }
    }
}

impl<F, B> Future for ResponseFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, actix_web::Error>>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, actix_web::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let outcome = match this.inner.as_mut().as_pin_mut() {
            Some(inner) => match catch_unwind(AssertUnwindSafe(|| inner.poll(cx))) {
                Ok(poll) => Ok(ready!(poll)),
                Err(payload) => Err(fault_of_panic(payload)),
            },
            None => match this.failed.take() {
                Some(fault) => Err(fault),
                // Polled after it was done, which says nothing and must not panic.
                None => return Poll::Pending,
            },
        };
        guard(|| this.inner.set(None));
        let Some(exchange) = this.exchange.take() else {
            return Poll::Pending;
        };
        Poll::Ready(match outcome {
            Ok(Ok(response)) => Ok(exchange.answer(response, cx)),
            Ok(Err(error)) => Err(exchange.answer_err(error, cx)),
            Err(fault) => Err(exchange.answer_fault(&fault)),
        })
    }
}

impl<F> fmt::Debug for ResponseFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
