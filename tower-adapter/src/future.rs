//! The future of a response that always comes: an error or a panic of the service becomes one.
//!
//! It is generic over the inner future, so that nothing is boxed.

use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::Response;
use manila::adapter::CatchUnwind;
use pin_project_lite::pin_project;

use crate::body::{AnyBody, MakeBody};
use crate::error::{BoxError, fault_of};
use crate::exchange::Exchange;

pin_project! {
    /// The future of a response of [`EnvelopeService`](crate::EnvelopeService). It never fails: it
    /// resolves to `Ok` in any case, also if the inner future panics.
    ///
    /// The log event of an error response is written during the poll that resolves it, so that it
    /// is inside the request's span. Dropped before that, it logs nothing: the client is gone.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use http::{Request, Response};
    /// use http_body_util::Empty;
    /// use manila::Envelopes;
    /// use manila_tower::EnvelopeService;
    /// use tower::{BoxError, Service, ServiceExt, service_fn};
    ///
    /// async fn handler(_: Request<()>) -> Result<Response<Empty<Bytes>>, BoxError> {
    ///     panic!("index out of range")
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let mut service = EnvelopeService::new(service_fn(handler), Envelopes::default());
    /// let future = service.ready().await.unwrap().call(Request::new(()));
    /// let response = future.await.unwrap();
    /// assert_eq!(response.status(), 500);
    /// # }
    /// ```
    pub struct ResponseFuture<F, M = AnyBody> {
        #[pin]
        inner: CatchUnwind<F>,
        exchange: Exchange,
        bodies: PhantomData<fn() -> M>,
    }
}

impl<F, M> ResponseFuture<F, M> {
    pub(crate) const fn new(inner: CatchUnwind<F>, exchange: Exchange) -> Self {
        Self {
            inner,
            exchange,
            bodies: PhantomData,
        }
    }
}

impl<F, B, E, M> Future for ResponseFuture<F, M>
where
    F: Future<Output = Result<Response<B>, E>>,
    E: Into<BoxError>,
    B: http_body::Body<Data = Bytes>,
    M: MakeBody<B>,
{
    type Output = Result<Response<M::Body>, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let exchange = this.exchange;
        // Once the response has left, nothing more comes.
        let response = match ready!(this.inner.poll(cx)) {
            Ok(Ok(mut response)) if exchange.passes(&response) => {
                exchange.pass(response.headers_mut());
                response.map(M::keep)
            }
            Ok(Ok(response)) => exchange.answer::<B, M>(response),
            Ok(Err(error)) => {
                let fault = fault_of(exchange.shared.responder.envelopes(), error);
                exchange.fail::<B, M>(fault)
            }
            Err(fault) => exchange.fail::<B, M>(fault),
        };
        Poll::Ready(Ok(response))
    }
}

impl<F, M> fmt::Debug for ResponseFuture<F, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
