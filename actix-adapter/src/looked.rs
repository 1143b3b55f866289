//! A body that the middleware looks at before it is sent.

use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use bytes::Bytes;
use manila::adapter::InspectBody;

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
        let resumed = Resumed {
            first: First::Nothing,
            size,
            // A body that was polled must not move any more.
            body: Box::pin(body),
        };
        *self = Self::Polled(resumed);
        match self {
            Self::Polled(resumed) => resumed.look(cx),
            Self::Fresh(_) | Self::Gone => Poll::Pending,
        }
    }
}

/// A body that was polled once, with what the poll gave in front.
pub(crate) struct Resumed<B: MessageBody> {
    first: First<B::Error>,
    /// The size before the poll: that of the rest is of all of it with some bodies, and of what is left
    /// with others.
    size: BodySize,
    body: Pin<Box<B>>,
}

/// What the first poll gave.
enum First<E> {
    Nothing,
    Data(Result<Bytes, E>),
    End,
}

impl<B: MessageBody> Resumed<B> {
    fn look(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        match self.body.as_mut().poll_next(cx) {
            Poll::Ready(Some(data)) => {
                let bytes = data.as_ref().ok().cloned();
                self.first = First::Data(data);
                Poll::Ready(bytes)
            }
            Poll::Ready(None) => {
                self.first = First::End;
                Poll::Ready(None)
            }
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<B: MessageBody> MessageBody for Resumed<B> {
    type Error = B::Error;

    fn size(&self) -> BodySize {
        match &self.first {
            First::Nothing => self.body.size(),
            First::Data(_) | First::End => self.size,
        }
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, B::Error>>> {
        match std::mem::replace(&mut self.first, First::Nothing) {
            First::Nothing => self.body.as_mut().poll_next(cx),
            First::Data(data) => Poll::Ready(Some(data)),
            First::End => {
                self.first = First::End;
                Poll::Ready(None)
            }
        }
    }
}

// What it holds is never pinned but for the body, which is in a box.
impl<B: MessageBody> Unpin for Resumed<B> {}
