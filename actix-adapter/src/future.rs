//! The future of a response that always comes: a panic of the service becomes one.
//!
//! It is generic over the inner future, so that nothing is boxed.

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
    /// The future of a response of [`EnvelopeMiddleware`](crate::EnvelopeMiddleware).
    ///
    /// It resolves to `Err` where the inner service fails or panics: there is no request any more
    /// for a response to belong to. That error's `error_response` is the finished envelope, which
    /// the framework sends.
    ///
    /// ```
    /// use actix_web::{App, HttpResponse, dev::Service, test, web};
    /// use manila_actix::EnvelopeLayer;
    ///
    /// # #[actix_web::main]
    /// # async fn main() {
    /// async fn handler() -> HttpResponse {
    ///     panic!("index out of range")
    /// }
    ///
    /// let app = App::new().wrap(EnvelopeLayer::default()).route("/", web::get().to(handler));
    /// let app = test::init_service(app).await;
    /// let error = app.call(test::TestRequest::get().to_request()).await.unwrap_err();
    /// let response = error.error_response();
    /// assert_eq!(response.status(), 500);
    /// assert_eq!(response.headers().get("x-error-code").unwrap(), "internal_server_error");
    /// # }
    /// ```
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
            Poll::Ready(Ok(Ok(response))) => Poll::Ready(Ok(this.exchange.answer(response))),
            Poll::Ready(Ok(Err(error))) => Poll::Ready(Err(this.exchange.answer_err(error))),
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
