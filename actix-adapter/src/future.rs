//! The future of a response that always comes.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::MessageBody;
use actix_web::dev::ServiceResponse;
use manila::adapter::CatchUnwind;
use pin_project_lite::pin_project;

use crate::body::ResponseBody;
use crate::exchange::Exchange;

pin_project! {
    /// The response of an [`EnvelopeMiddleware`](crate::EnvelopeMiddleware).
    pub struct ResponseFuture<F> {
        #[pin]
        inner: CatchUnwind<F>,
        exchange: Exchange,
    }
}

impl<F> ResponseFuture<F> {
    pub(crate) const fn new(inner: CatchUnwind<F>, exchange: Exchange) -> Self {
        Self { inner, exchange }
    }
}

impl<F, B> Future for ResponseFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, actix_web::Error>>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse<ResponseBody<B>>, actix_web::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        // Once it is done, it stays pending.
        match this.inner.poll(cx) {
            Poll::Ready(Ok(Ok(response))) => Poll::Ready(Ok(this.exchange.answer(response, cx))),
            Poll::Ready(Ok(Err(error))) => Poll::Ready(Err(this.exchange.answer_err(error, cx))),
            Poll::Ready(Err(fault)) => Poll::Ready(Err(this.exchange.answer_fault(fault))),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<F> fmt::Debug for ResponseFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
