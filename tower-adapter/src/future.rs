//! The future of a response that always comes.

use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::Response;
use manila::adapter::Guarded;
use pin_project_lite::pin_project;

use crate::answer::Exchange;
use crate::error::{BoxError, fault_of};

pin_project! {
    /// The response of an [`EnvelopeService`](crate::EnvelopeService).
    pub struct ResponseFuture<F> {
        #[pin]
        inner: Guarded<F>,
        exchange: Exchange,
    }
}

impl<F> ResponseFuture<F> {
    pub(crate) const fn new(inner: Guarded<F>, exchange: Exchange) -> Self {
        Self { inner, exchange }
    }
}

impl<F, B, E> Future for ResponseFuture<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    E: Into<BoxError>,
    B: http_body::Body + From<Bytes>,
{
    type Output = Result<Response<B>, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let exchange = this.exchange;
        // Once the response has left, nothing more comes.
        let response = match ready!(this.inner.poll(cx)) {
            Ok(Ok(mut response)) if exchange.passes(&response) => {
                exchange.pass(response.headers_mut());
                response
            }
            Ok(Ok(response)) => exchange.answer(response, cx),
            Ok(Err(error)) => exchange.fail(fault_of(error)),
            Err(fault) => exchange.fail(fault),
        };
        Poll::Ready(Ok(response))
    }
}

impl<F> fmt::Debug for ResponseFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
