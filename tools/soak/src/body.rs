//! The body of a request.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

/// A body that announces its whole length and may stop half-way for good.
#[derive(Debug, Default)]
pub(crate) struct Body {
    data: Option<Bytes>,
    length: u64,
    stalls: bool,
}

impl Body {
    /// The whole of it.
    pub(crate) fn whole(data: &'static str) -> Self {
        Self {
            data: (!data.is_empty()).then(|| Bytes::from_static(data.as_bytes())),
            length: data.len() as u64,
            stalls: false,
        }
    }

    /// Half of it, and then nothing more.
    pub(crate) fn half(data: &'static str) -> Self {
        Self {
            data: Some(Bytes::from_static(&data.as_bytes()[..data.len() / 2])),
            stalls: true,
            ..Self::whole(data)
        }
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.data.take() {
            Some(data) => Poll::Ready(Some(Ok(Frame::data(data)))),
            // Nothing wakes it: whoever sends it gives up.
            None if self.stalls => Poll::Pending,
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.data.is_none() && !self.stalls
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}
