//! The bodies that core makes, each of which knows the statement that goes with it.

use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;

use super::bond::{Bond, InspectBody};

/// The body that is made together with a [`Carrier`](super::Carrier), about which the carrier's
/// response states something: that of a fault, which is its envelope in the default style, or that of a
/// success. A framework's body type wraps it, and hands on size, end and poll.
///
/// ```
/// use std::task::{Context, Poll, Waker};
///
/// use manila::adapter::Carrier;
/// use manila::{Condition, Fault};
///
/// // Without a layer, somebody reads it.
/// let (_, mut body) = Carrier::fault(Fault::condition(Condition::Gone));
/// let Poll::Ready(Some(envelope)) = body.poll(&Context::from_waker(Waker::noop())) else {
///     unreachable!("it is all there at once");
/// };
/// assert!(envelope.starts_with(br#"{"ok":false,"error":{"code":"gone","#));
/// assert!(body.is_end());
/// ```
pub struct StatedBody(Arc<Bond>);

impl StatedBody {
    #[inline]
    pub(super) const fn new(bond: Arc<Bond>) -> Self {
        Self(bond)
    }

    /// Returns how many bytes the body has; `None` for that of a fault, which is not rendered yet.
    #[inline]
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.0.size()
    }

    /// Returns whether there is nothing more to read.
    #[inline]
    #[must_use]
    pub fn is_end(&self) -> bool {
        self.0.is_end()
    }

    /// Reads the body: all of it at once, then the end. It is pending where a layer polls only to see
    /// whether this body is the response's.
    #[inline]
    pub fn poll(&mut self, cx: &Context<'_>) -> Poll<Option<Bytes>> {
        self.0.read(cx)
    }
}

impl Drop for StatedBody {
    #[inline]
    fn drop(&mut self) {
        self.0.note_drop();
    }
}

/// The body of a response that a layer sends, or one that [states](super::Carrier) something about
/// itself.
///
/// ```
/// use std::task::{Context, Poll, Waker};
///
/// use manila::adapter::CarriedBody;
///
/// let mut body = CarriedBody::plain("{}".into());
/// assert_eq!(body.size(), Some(2));
/// let read = body.poll(&Context::from_waker(Waker::noop()));
/// assert_eq!(read, Poll::Ready(Some("{}".into())));
/// assert!(body.is_end());
/// ```
pub struct CarriedBody(Content);

// As large as `Bytes`, so that the body types of frameworks, which most responses move, do not grow.
enum Content {
    Plain(Bytes),
    /// None in answer to HEAD, where no response states anything: what GET would have had is not known
    /// to be nothing.
    Stated(Option<StatedBody>),
}

/// Returns the same body, as a layer sends it.
impl From<StatedBody> for CarriedBody {
    #[inline]
    fn from(body: StatedBody) -> Self {
        Self(Content::Stated(Some(body)))
    }
}

impl CarriedBody {
    /// Creates a body about which no response states anything.
    #[inline]
    #[must_use]
    pub const fn plain(body: Bytes) -> Self {
        Self(Content::Plain(body))
    }

    /// Takes the content away if the request is HEAD: the body is at its end and has no exact size,
    /// as a server would take a size of 0 for that of GET's content (RFC 9110 §8.6).
    #[inline]
    #[must_use]
    pub fn without_content(self, is_head: bool) -> Self {
        match &self.0 {
            _ if !is_head => return self,
            Content::Stated(Some(body)) => body.0.take_content(),
            Content::Plain(_) | Content::Stated(None) => return Self(Content::Stated(None)),
        }
        self
    }

    /// Returns how many bytes the body has; `None` for that of a fault, which is not rendered yet,
    /// and in answer to HEAD.
    #[inline]
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        match &self.0 {
            Content::Plain(bytes) => Some(bytes.len() as u64),
            Content::Stated(body) => body.as_ref()?.size(),
        }
    }

    /// Returns whether there is nothing more to read.
    #[inline]
    #[must_use]
    pub fn is_end(&self) -> bool {
        match &self.0 {
            Content::Plain(bytes) => bytes.is_empty(),
            Content::Stated(body) => body.as_ref().is_none_or(StatedBody::is_end),
        }
    }

    /// Reads the body: all of it at once, then the end. It is pending where a layer polls only to see
    /// whether this body is the response's.
    #[inline]
    pub fn poll(&mut self, cx: &Context<'_>) -> Poll<Option<Bytes>> {
        match &mut self.0 {
            Content::Plain(bytes) if bytes.is_empty() => Poll::Ready(None),
            Content::Plain(bytes) => Poll::Ready(Some(std::mem::take(bytes))),
            Content::Stated(Some(body)) => body.poll(cx),
            Content::Stated(None) => Poll::Ready(None),
        }
    }

    /// Takes the bytes out, if no response states anything about them.
    ///
    /// # Errors
    ///
    /// The body itself, if a response states something about it, or if it is the answer to HEAD.
    #[inline]
    pub fn into_plain(self) -> Result<Bytes, Self> {
        match self.0 {
            Content::Plain(bytes) => Ok(bytes),
            Content::Stated(_) => Err(self),
        }
    }
}

/// Nothing that is looked at has to be put back.
impl InspectBody for StatedBody {
    fn exact_size(&self) -> Option<u64> {
        self.size()
    }

    fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        self.0.show(cx)
    }
}

/// Nothing that is looked at has to be put back.
impl InspectBody for CarriedBody {
    fn exact_size(&self) -> Option<u64> {
        self.size()
    }

    fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        match &mut self.0 {
            Content::Plain(bytes) => Poll::Ready(Some(bytes.clone())),
            Content::Stated(Some(body)) => body.poll_data(cx),
            Content::Stated(None) => Poll::Ready(None),
        }
    }
}

impl fmt::Debug for CarriedBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CarriedBody").finish_non_exhaustive()
    }
}

impl fmt::Debug for StatedBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StatedBody").finish_non_exhaustive()
    }
}
