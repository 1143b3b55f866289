//! The body of a response that has passed the layer.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

/// How the body of a response leaves a layer: the service's own, or an envelope's bytes.
///
/// [`ResponseBody`] takes any body. A framework whose bodies are of one type has another, so that
/// nothing is boxed for it.
pub trait MakeBody<B> {
    /// The body that leaves.
    type Body;

    /// Keeps the body that the service has given.
    fn keep(body: B) -> Self::Body;

    /// Makes a body of an envelope's bytes.
    fn write(body: Bytes) -> Self::Body;
}

/// Makes a [`ResponseBody`] of any body.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct AnyBody;

impl<B> MakeBody<B> for AnyBody {
    type Body = ResponseBody<B>;

    #[inline]
    fn keep(body: B) -> ResponseBody<B> {
        ResponseBody {
            inner: Inner::Kept { body },
        }
    }

    fn write(body: Bytes) -> ResponseBody<B> {
        ResponseBody {
            inner: Inner::Written { body },
        }
    }
}

pin_project! {
    /// The body of a response of [`EnvelopeService`](crate::EnvelopeService): the service's own, which
    /// is not boxed for it, or an envelope.
    pub struct ResponseBody<B> {
        #[pin]
        inner: Inner<B>,
    }
}

pin_project! {
    #[project = InnerProjection]
    enum Inner<B> {
        Kept { #[pin] body: B },
        Written { body: Bytes },
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
            InnerProjection::Written { body } if body.is_empty() => Poll::Ready(None),
            InnerProjection::Written { body } => {
                Poll::Ready(Some(Ok(Frame::data(std::mem::take(body)))))
            }
        }
    }

    #[inline]
    fn is_end_stream(&self) -> bool {
        match &self.inner {
            Inner::Kept { body } => body.is_end_stream(),
            Inner::Written { body } => body.is_empty(),
        }
    }

    #[inline]
    fn size_hint(&self) -> SizeHint {
        match &self.inner {
            Inner::Kept { body } => body.size_hint(),
            Inner::Written { body } => SizeHint::with_exact(body.len() as u64),
        }
    }
}

/// An empty body, as [`Response::default`](http::Response::default) wants one.
impl<B: Default> Default for ResponseBody<B> {
    fn default() -> Self {
        AnyBody::keep(B::default())
    }
}

impl<B> fmt::Debug for ResponseBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").finish_non_exhaustive()
    }
}
