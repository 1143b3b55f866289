//! A body that the layer looks at before it is sent.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use manila::adapter::InspectBody;
use pin_project_lite::pin_project;

/// A body that the layer may look at.
pub(crate) enum Looked<B: Body> {
    Fresh(B),
    Polled(Resumed<B>),
    /// Between the two, for as long as the body moves.
    Gone,
}

impl<B: Body<Data = Bytes>> InspectBody for Looked<B> {
    fn exact_size(&self) -> Option<u64> {
        match self {
            Self::Fresh(body) => body.size_hint().exact(),
            Self::Polled(_) | Self::Gone => None,
        }
    }

    fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        let size = match self {
            Self::Fresh(body) => body.size_hint(),
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

/// A body that was polled once, with what the poll gave in front. It yields what the body does.
///
/// A layer makes one where it has to ask a body whether it is the one that a fault came with.
///
/// ```
/// use bytes::Bytes;
/// use http_body::Body;
/// use http_body_util::Full;
/// use manila_tower::{AnyBody, MakeBody, Resumed, ResponseBody};
///
/// /// A layer of one's own that counts what is sent.
/// fn count<B: Body<Data = Bytes>>(body: Resumed<B>) -> (Option<u64>, ResponseBody<B>) {
///     (body.size_hint().exact(), AnyBody::resume(body))
/// }
///
/// let _ = count::<Full<Bytes>>;
/// ```
// Boxed, as a body that was polled must not move any more, and as it is rare: the types of bodies that
// may be one are no larger for it.
pub struct Resumed<B: Body>(Pin<Box<Rest<B>>>);

pin_project! {
    struct Rest<B>
    where
        B: Body,
    {
        first: First<B::Error>,
        // What was known of the size before the poll.
        size: SizeHint,
        #[pin]
        body: B,
    }
}

/// What the first poll gave.
enum First<E> {
    Nothing,
    Frame(Result<Frame<Bytes>, E>),
    End,
}

impl<B: Body<Data = Bytes>> Resumed<B> {
    fn new(body: B, size: SizeHint) -> Self {
        Self(Box::pin(Rest {
            first: First::Nothing,
            size,
            body,
        }))
    }

    fn look(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        let rest = self.0.as_mut().project();
        match rest.body.poll_frame(cx) {
            Poll::Ready(Some(frame)) => {
                let data = frame.as_ref().ok().and_then(Frame::data_ref).cloned();
                *rest.first = First::Frame(frame);
                Poll::Ready(data)
            }
            Poll::Ready(None) => {
                *rest.first = First::End;
                Poll::Ready(None)
            }
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<B: Body<Data = Bytes>> Body for Resumed<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let rest = self.0.as_mut().project();
        match std::mem::replace(rest.first, First::Nothing) {
            First::Nothing => rest.body.poll_frame(cx),
            First::Frame(frame) => Poll::Ready(Some(frame)),
            First::End => {
                *rest.first = First::End;
                Poll::Ready(None)
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0.first {
            First::Nothing => self.0.body.is_end_stream(),
            First::Frame(_) => false,
            First::End => true,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0.first {
            First::Nothing => self.0.body.size_hint(),
            First::Frame(_) | First::End => self.0.size,
        }
    }
}

impl<B: Body> fmt::Debug for Resumed<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Resumed").finish_non_exhaustive()
    }
}
