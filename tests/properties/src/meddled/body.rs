//! A body that any framework takes.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use manila::adapter::CarriedBody;

/// Where the bytes of a body come from.
pub(super) trait ReadBody: Send {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>>;

    fn size(&self) -> Option<u64>;
}

/// A body on its way out.
pub(super) struct AnyBody(Box<dyn ReadBody>);

impl AnyBody {
    pub(super) fn new(body: impl ReadBody + 'static) -> Self {
        Self(Box::new(body))
    }

    /// A body that is these bytes.
    pub(super) fn whole(bytes: impl Into<Bytes>) -> Self {
        Self::new(Whole(Some(bytes.into())))
    }

    pub(super) fn size(&self) -> Option<u64> {
        self.0.size()
    }

    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        self.0.poll(cx)
    }

    /// Reads all of it, as a middleware does that collects bodies.
    pub(super) fn collect(mut self) -> Vec<u8> {
        let mut context = Context::from_waker(Waker::noop());
        let mut bytes = Vec::new();
        while let Poll::Ready(Some(data)) = self.poll(&mut context) {
            bytes.extend_from_slice(&data);
        }
        bytes
    }

    /// The body inside of one that hands on what it is asked.
    pub(super) fn wrap(self) -> Self {
        Self::new(Wrapped(self))
    }

    /// The body inside of one that changes its bytes as they pass.
    pub(super) fn compress(self) -> Self {
        Self::new(Compressed(self))
    }

    /// The bytes, beside the body, which lives as long as they.
    pub(super) fn beside(self, bytes: &'static str) -> Self {
        Self::new(Beside {
            _old: self,
            new: Whole(Some(Bytes::from_static(bytes.as_bytes()))),
        })
    }
}

struct Whole(Option<Bytes>);

impl ReadBody for Whole {
    fn poll(&mut self, _: &mut Context<'_>) -> Poll<Option<Bytes>> {
        Poll::Ready(self.0.take().filter(|bytes| !bytes.is_empty()))
    }

    fn size(&self) -> Option<u64> {
        Some(self.0.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}

struct Wrapped(AnyBody);

impl ReadBody for Wrapped {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        self.0.poll(cx)
    }

    fn size(&self) -> Option<u64> {
        self.0.size()
    }
}

struct Compressed(AnyBody);

impl ReadBody for Compressed {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        self.0
            .0
            .poll(cx)
            .map(|data| data.map(|data| compressed(&data).into()))
    }

    fn size(&self) -> Option<u64> {
        None
    }
}

/// Other bytes, which are a text by chance: whoever takes them for one is found.
pub(super) fn compressed(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| b'a' + byte % 26).collect()
}

struct Beside {
    _old: AnyBody,
    new: Whole,
}

impl ReadBody for Beside {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        self.new.poll(cx)
    }

    fn size(&self) -> Option<u64> {
        self.new.size()
    }
}

impl ReadBody for CarriedBody {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        Self::poll(self, cx)
    }

    fn size(&self) -> Option<u64> {
        Self::size(self)
    }
}

impl Body for AnyBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0
            .poll(cx)
            .map(|data| data.map(|data| Ok(Frame::data(data))))
    }

    fn size_hint(&self) -> SizeHint {
        self.size()
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
