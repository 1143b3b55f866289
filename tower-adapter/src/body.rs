//! The body of a response that has passed the layer.
//!
//! The service's own bodies go through unboxed and unread; only an envelope's bytes are new. The
//! type is chosen by [`MakeBody`], so that a framework with one type of body keeps it.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use manila::adapter::CarriedBody;
use pin_project_lite::pin_project;

use crate::carrier_body::CarrierBody;
use crate::looked::Resumed;

/// Makes the bodies of a layer's responses: the service's own, or an envelope's bytes.
///
/// [`AnyBody`], the default, takes any body and makes a [`ResponseBody`]. A framework whose bodies
/// are of one type has an implementation of its own, so that nothing is boxed for it:
///
/// ```
/// use std::convert::Infallible;
///
/// use bytes::Bytes;
/// use http::{Request, Response};
/// use http_body_util::combinators::UnsyncBoxBody;
/// use http_body_util::{BodyExt, Full};
/// use manila::Envelopes;
/// use manila::adapter::CarriedBody;
/// use manila_tower::{CarrierBody, EnvelopeLayer, MakeBody, Resumed};
/// use tower::{BoxError, ServiceBuilder, ServiceExt, service_fn};
///
/// /// All bodies of this framework are boxed, and those of the service stay as they are.
/// type Boxed = UnsyncBoxBody<Bytes, Infallible>;
///
/// struct BoxedBody;
///
/// impl MakeBody<Boxed> for BoxedBody {
///     type Body = Boxed;
///
///     fn keep(body: Boxed) -> Boxed {
///         body
///     }
///
///     fn resume(body: Resumed<Boxed>) -> Boxed {
///         body.boxed_unsync()
///     }
///
///     fn write(body: CarriedBody) -> Boxed {
///         CarrierBody::from(body).boxed_unsync()
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let service = ServiceBuilder::new()
///     .layer(EnvelopeLayer::<BoxedBody>::with_bodies(Envelopes::default()))
///     .service(service_fn(async |_: Request<()>| {
///         Ok::<_, BoxError>(Response::new(Full::from("hello").boxed_unsync()))
///     }));
/// let response: Response<Boxed> = service.oneshot(Request::new(())).await.unwrap();
/// assert_eq!(response.status(), 200);
/// # }
/// ```
pub trait MakeBody<B: Body<Data = Bytes>> {
    /// The type of the bodies that are sent.
    type Body;

    /// Keeps the body of the service, of a response that is sent unchanged.
    fn keep(body: B) -> Self::Body;

    /// Keeps a body that was polled once, with what the poll gave in front.
    fn resume(body: Resumed<B>) -> Self::Body;

    /// Makes a body of an envelope or of a wrapped success.
    fn write(body: CarriedBody) -> Self::Body;
}

/// Makes a [`ResponseBody`] of any body whose data are [`Bytes`].
///
/// ```
/// use bytes::Bytes;
/// use http_body_util::{BodyExt, Empty};
/// use manila::adapter::CarriedBody;
/// use manila_tower::{AnyBody, MakeBody, ResponseBody};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let body: ResponseBody<Empty<Bytes>> = AnyBody::write(CarriedBody::plain("{}".into()));
/// assert_eq!(body.collect().await.unwrap().to_bytes(), "{}");
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct AnyBody;

impl<B: Body<Data = Bytes>> MakeBody<B> for AnyBody {
    type Body = ResponseBody<B>;

    #[inline]
    fn keep(body: B) -> ResponseBody<B> {
        ResponseBody {
            inner: Inner::Kept { body },
        }
    }

    fn resume(body: Resumed<B>) -> ResponseBody<B> {
        ResponseBody {
            inner: Inner::Resumed { body },
        }
    }

    fn write(body: CarriedBody) -> ResponseBody<B> {
        ResponseBody {
            inner: Inner::Written { body: body.into() },
        }
    }
}

pin_project! {
    /// The body of a response of [`EnvelopeService`](crate::EnvelopeService): the service's own,
    /// which is not boxed for it, or an envelope.
    ///
    /// Frames, trailers and errors of the service's own body pass through. An envelope is one frame
    /// of a known length, and never fails.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use http::{Request, Response};
    /// use http_body::Body;
    /// use http_body_util::Empty;
    /// use manila_tower::{EnvelopeService, ResponseBody};
    /// use tower::{BoxError, ServiceExt, service_fn};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let inner = service_fn(async |_: Request<()>| {
    ///     Err::<Response<Empty<Bytes>>, BoxError>("the database is away".into())
    /// });
    /// let service = EnvelopeService::new(inner, manila::Envelopes::code_data());
    /// let response: Response<ResponseBody<Empty<Bytes>>> =
    ///     service.oneshot(Request::new(())).await.unwrap();
    /// let length = response.body().size_hint().exact().unwrap();
    /// assert_eq!(length, 58);
    /// # }
    /// ```
    pub struct ResponseBody<B>
    where
        B: Body<Data = Bytes>,
    {
        #[pin]
        inner: Inner<B>,
    }
}

pin_project! {
    #[project = InnerProjection]
    enum Inner<B>
    where
        B: Body<Data = Bytes>,
    {
        Kept { #[pin] body: B },
        Resumed { body: Resumed<B> },
        Written { body: CarrierBody },
    }
}

impl<B: Body<Data = Bytes>> Body for ResponseBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    #[inline]
    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        match self.project().inner.project() {
            InnerProjection::Kept { body } => body.poll_frame(cx),
            InnerProjection::Resumed { body } => Pin::new(body).poll_frame(cx),
            InnerProjection::Written { body } => match Pin::new(body).poll_frame(cx) {
                Poll::Ready(Some(Ok(frame))) => Poll::Ready(Some(Ok(frame))),
                Poll::Ready(Some(Err(never))) => match never {},
                Poll::Ready(None) => Poll::Ready(None),
                Poll::Pending => Poll::Pending,
            },
        }
    }

    #[inline]
    fn is_end_stream(&self) -> bool {
        match &self.inner {
            Inner::Kept { body } => body.is_end_stream(),
            Inner::Resumed { body } => body.is_end_stream(),
            Inner::Written { body } => body.is_end_stream(),
        }
    }

    #[inline]
    fn size_hint(&self) -> SizeHint {
        match &self.inner {
            Inner::Kept { body } => body.size_hint(),
            Inner::Resumed { body } => body.size_hint(),
            Inner::Written { body } => body.size_hint(),
        }
    }
}

/// Returns the default body of the service, as [`Response::default`](http::Response::default) needs
/// one.
impl<B: Body<Data = Bytes> + Default> Default for ResponseBody<B> {
    fn default() -> Self {
        AnyBody::keep(B::default())
    }
}

impl<B: Body<Data = Bytes>> fmt::Debug for ResponseBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").finish_non_exhaustive()
    }
}
