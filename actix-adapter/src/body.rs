//! The body of a response that has passed the middleware.
//!
//! The service's own bodies go through unboxed and unread; only an envelope's bytes are new.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use bytes::Bytes;
use manila::adapter::CarriedBody;
use pin_project_lite::pin_project;

use crate::carrier_body::CarrierBody;
use crate::looked::Resumed;

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
    pub struct ResponseBody<B>
    where
        B: MessageBody,
    {
        #[pin]
        inner: Inner<B>,
    }
}

// An `EitherBody` of the service's body and a boxed one would tell the kinds of body apart twice,
// make every error of a body another one, and be larger than the body within.
pin_project! {
    #[project = InnerProjection]
    enum Inner<B>
    where
        B: MessageBody,
    {
        Own { #[pin] body: B },
        Resumed { body: Resumed<B> },
        Written { body: CarrierBody },
    }
}

impl<B: MessageBody> ResponseBody<B> {
    /// The body of the service, of a response that is sent unchanged.
    pub(crate) const fn own(body: B) -> Self {
        Self {
            inner: Inner::Own { body },
        }
    }

    /// A body that was polled once, with what the poll gave in front.
    pub(crate) const fn resumed(body: Resumed<B>) -> Self {
        Self {
            inner: Inner::Resumed { body },
        }
    }

    /// The body of an envelope or of a wrapped success, in the place of the service's.
    pub(crate) fn written(body: CarriedBody) -> Self {
        Self {
            inner: Inner::Written { body: body.into() },
        }
    }
}

impl<B: MessageBody> MessageBody for ResponseBody<B> {
    type Error = B::Error;

    #[inline(always)]
    fn size(&self) -> BodySize {
        match &self.inner {
            Inner::Own { body } => body.size(),
            Inner::Resumed { body } => body.size(),
            Inner::Written { body } => body.size(),
        }
    }

    #[inline(always)]
    fn poll_next(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, B::Error>>> {
        match self.project().inner.project() {
            InnerProjection::Own { body } => body.poll_next(cx),
            InnerProjection::Written { body } => body.poll(cx).map(|data| data.map(Ok)),
            InnerProjection::Resumed { body } => body.poll_rest(cx),
        }
    }

    #[inline]
    fn try_into_bytes(self) -> Result<Bytes, Self> {
        match self.inner {
            Inner::Own { body } => body.try_into_bytes().map_err(Self::own),
            Inner::Resumed { body } => Err(Self::resumed(body)),
            Inner::Written { body } => body.try_into_bytes().map_err(|body| Self {
                inner: Inner::Written { body },
            }),
        }
    }

    #[inline]
    fn boxed(self) -> BoxBody
    where
        Self: 'static,
    {
        match self.inner {
            Inner::Own { body } => body.boxed(),
            Inner::Resumed { body } => BoxBody::new(body),
            Inner::Written { body } => body.boxed(),
        }
    }
}

impl<B: MessageBody> fmt::Debug for ResponseBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").finish_non_exhaustive()
    }
}
