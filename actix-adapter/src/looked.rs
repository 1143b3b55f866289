//! A body that the middleware looks at before it is sent.

use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use bytes::Bytes;
use manila::adapter::InspectBody;
use pin_project_lite::pin_project;

/// A body that the middleware may look at.
pub(crate) enum Looked<B: MessageBody> {
    Fresh(B),
    Polled(Resumed<B>),
    /// Between the two, for as long as the body moves.
    Gone,
}

impl<B: MessageBody> InspectBody for Looked<B> {
    fn exact_size(&self) -> Option<u64> {
        match self {
            Self::Fresh(body) => match body.size() {
                BodySize::Sized(size) => Some(size),
                BodySize::None => Some(0),
                BodySize::Stream => None,
            },
            Self::Polled(_) | Self::Gone => None,
        }
    }

    fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        let size = match self {
            Self::Fresh(body) => body.size(),
            Self::Polled(_) | Self::Gone => return Poll::Pending,
        };
        let Self::Fresh(body) = std::mem::replace(self, Self::Gone) else {
            return Poll::Pending;
        };
        *self = Self::Polled(Resumed::new(body, size));
        match self {
            Self::Polled(resumed) => resumed.look(cx),
            Self::Fresh(_) | Self::Gone => Poll::Pending,
        }
    }
}

/// A body that was polled once, with what the poll gave in front.
// Boxed, as a body that was polled must not move any more, and as it is rare: the types of bodies that
// may be one are no larger for it.
pub(crate) struct Resumed<B: MessageBody>(Pin<Box<Rest<B>>>);

pin_project! {
    struct Rest<B>
    where
        B: MessageBody,
    {
        first: First<B::Error>,
        // The size before the poll: that of the rest is of all of it with some bodies, and of what is
        // left with others.
        size: BodySize,
        #[pin]
        body: B,
    }
}

/// What the first poll gave.
enum First<E> {
    Nothing,
    Data(Result<Bytes, E>),
    End,
}

impl<B: MessageBody> Resumed<B> {
    fn new(body: B, size: BodySize) -> Self {
        Self(Box::pin(Rest {
            first: First::Nothing,
            size,
            body,
        }))
    }

    fn look(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        let rest = self.0.as_mut().project();
        match rest.body.poll_next(cx) {
            Poll::Ready(Some(data)) => {
                let bytes = data.as_ref().ok().cloned();
                *rest.first = First::Data(data);
                Poll::Ready(bytes)
            }
            Poll::Ready(None) => {
                *rest.first = First::End;
                Poll::Ready(None)
            }
            Poll::Pending => Poll::Pending,
        }
    }

    /// What the first poll gave, and then the rest.
    // Out of line, so that the poll of a body that may be one of these is put in line.
    #[cold]
    pub(crate) fn poll_rest(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, B::Error>>> {
        let rest = self.0.as_mut().project();
        match std::mem::replace(rest.first, First::Nothing) {
            First::Nothing => rest.body.poll_next(cx),
            First::Data(data) => Poll::Ready(Some(data)),
            First::End => {
                *rest.first = First::End;
                Poll::Ready(None)
            }
        }
    }
}

impl<B: MessageBody> MessageBody for Resumed<B> {
    type Error = B::Error;

    fn size(&self) -> BodySize {
        match &self.0.first {
            First::Nothing => self.0.body.size(),
            First::Data(_) | First::End => self.0.size,
        }
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, B::Error>>> {
        self.poll_rest(cx)
    }
}
