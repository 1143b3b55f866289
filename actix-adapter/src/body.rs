//! The body of a response that has passed the middleware.
//!
//! The service's own bodies go through unboxed and unread; only an envelope's bytes are new.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use bytes::Bytes;
use pin_project_lite::pin_project;

pin_project! {
    /// The body of a response of [`EnvelopeMiddleware`](crate::EnvelopeMiddleware): the service's
    /// own, which is not boxed for it, or an envelope.
    ///
    /// An envelope has a known size and comes in one piece. Middleware further out that asks for
    /// `BoxBody` gets it by `map_into_boxed_body`.
    ///
    /// ```
    /// use actix_web::body::{BodySize, BoxBody, MessageBody, to_bytes};
    /// use actix_web::dev::ServiceResponse;
    /// use actix_web::{App, test};
    /// use manila_actix::{EnvelopeLayer, Envelopes, ResponseBody};
    ///
    /// # #[actix_web::main]
    /// # async fn main() {
    /// let app = App::new().wrap(EnvelopeLayer::new(Envelopes::code_data()));
    /// let app = test::init_service(app).await;
    /// let response: ServiceResponse<ResponseBody<BoxBody>> =
    ///     test::call_service(&app, test::TestRequest::get().to_request()).await;
    /// let body = response.into_body();
    /// assert!(matches!(body.size(), BodySize::Sized(_)));
    /// let bytes = to_bytes(body).await.unwrap();
    /// assert_eq!(bytes, r#"{"code":-404,"data":"Nothing was found at this address."}"#);
    /// # }
    /// ```
    pub struct ResponseBody<B> {
        #[pin]
        inner: Inner<B>,
    }
}

// An `EitherBody` of the service's body and a boxed one would tell the kinds of body apart twice,
// make every error of a body another one, and be larger than the body within.
pin_project! {
    #[project = InnerProjection]
    enum Inner<B> {
        Own { #[pin] body: B },
        Written { body: Bytes },
    }
}

impl<B> ResponseBody<B> {
    /// The body of the service, of a response that is sent unchanged.
    pub(crate) const fn own(body: B) -> Self {
        Self {
            inner: Inner::Own { body },
        }
    }

    /// The bytes of an envelope or of a wrapped success, in the place of the service's body.
    pub(crate) const fn written(body: Bytes) -> Self {
        Self {
            inner: Inner::Written { body },
        }
    }
}

impl<B: MessageBody> MessageBody for ResponseBody<B> {
    type Error = B::Error;

    #[inline]
    fn size(&self) -> BodySize {
        match &self.inner {
            Inner::Own { body } => body.size(),
            Inner::Written { body } => body.size(),
        }
    }

    #[inline]
    fn poll_next(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, B::Error>>> {
        match self.project().inner.project() {
            InnerProjection::Own { body } => body.poll_next(cx),
            InnerProjection::Written { body } if body.is_empty() => Poll::Ready(None),
            InnerProjection::Written { body } => Poll::Ready(Some(Ok(std::mem::take(body)))),
        }
    }

    #[inline]
    fn try_into_bytes(self) -> Result<Bytes, Self> {
        match self.inner {
            Inner::Own { body } => body.try_into_bytes().map_err(Self::own),
            Inner::Written { body } => Ok(body),
        }
    }

    #[inline]
    fn boxed(self) -> BoxBody
    where
        Self: 'static,
    {
        match self.inner {
            Inner::Own { body } => body.boxed(),
            Inner::Written { body } => BoxBody::new(body),
        }
    }
}

impl<B> fmt::Debug for ResponseBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").finish_non_exhaustive()
    }
}
