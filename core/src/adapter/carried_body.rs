//! The bodies that core makes, each of which knows the statement that goes with it.

use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;

use super::bond::{Bond, InspectBody};
use crate::envelopes::Envelopes;
use crate::fault::Fault;

/// The body of a response that [states](super::Carrier) something about itself, or that a layer
/// sends. A framework's body type wraps it, and hands on size, end and poll.
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
pub struct CarriedBody {
    content: Content,
    bond: Option<Arc<Bond>>,
}

pub(super) enum Content {
    /// Rendered in the default style if somebody reads it.
    Fault(Fault),
    Bytes(Bytes),
    Nothing,
    /// Nothing, in answer to HEAD: what GET would have had is not known to be nothing.
    Head,
}

impl CarriedBody {
    pub(super) const fn bound(content: Content, bond: Arc<Bond>) -> Self {
        Self {
            content,
            bond: Some(bond),
        }
    }

    /// Creates a body about which no response states anything.
    #[must_use]
    pub const fn plain(body: Bytes) -> Self {
        Self {
            content: Content::Bytes(body),
            bond: None,
        }
    }

    /// Takes the content away if the request is HEAD: the body is at its end and has no exact size,
    /// as a server would take a size of 0 for that of GET's content (RFC 9110 §8.6).
    #[must_use]
    pub fn without_content(mut self, is_head: bool) -> Self {
        if is_head {
            self.content = Content::Head;
        }
        self
    }

    /// Returns how many bytes the body has; `None` for that of a fault, which is not rendered yet,
    /// and in answer to HEAD.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        if let Some(bond) = &self.bond {
            bond.note_size();
        }
        match &self.content {
            Content::Fault(_) | Content::Head => None,
            Content::Bytes(bytes) => Some(bytes.len() as u64),
            Content::Nothing => Some(0),
        }
    }

    /// Returns whether there is nothing more to read.
    #[must_use]
    pub fn is_end(&self) -> bool {
        match &self.content {
            Content::Fault(_) => false,
            Content::Bytes(bytes) => bytes.is_empty(),
            Content::Nothing | Content::Head => true,
        }
    }

    /// Reads the body: all of it at once, then the end. It is pending where a layer polls only to see
    /// whether this body is the response's.
    pub fn poll(&mut self, cx: &Context<'_>) -> Poll<Option<Bytes>> {
        if self.bond.as_ref().is_some_and(|bond| bond.note_poll(cx)) {
            return Poll::Pending;
        }
        let bytes = match std::mem::replace(&mut self.content, Content::Nothing) {
            Content::Fault(fault) => Envelopes::default().render(&fault, None).into_body(),
            Content::Bytes(bytes) => bytes,
            Content::Nothing | Content::Head => return Poll::Ready(None),
        };
        if let Some(bond) = &self.bond {
            bond.note_given(&bytes);
        }
        Poll::Ready(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }

    /// Takes the bytes out, if no response states anything about them.
    ///
    /// # Errors
    ///
    /// The body itself, if a response states something about it, or if it is the answer to HEAD.
    pub fn into_plain(mut self) -> Result<Bytes, Self> {
        match (&self.bond, &mut self.content) {
            (None, Content::Bytes(bytes)) => Ok(std::mem::take(bytes)),
            _ => Err(self),
        }
    }
}

/// Nothing that is looked at has to be put back.
impl InspectBody for CarriedBody {
    fn exact_size(&self) -> Option<u64> {
        self.size()
    }

    fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        if self.bond.as_ref().is_some_and(|bond| bond.note_poll(cx)) {
            return Poll::Pending;
        }
        match &self.content {
            Content::Fault(_) => Poll::Pending,
            Content::Bytes(bytes) => Poll::Ready(Some(bytes.clone())),
            Content::Nothing | Content::Head => Poll::Ready(None),
        }
    }
}

impl Drop for CarriedBody {
    fn drop(&mut self) {
        if let Some(bond) = &self.bond {
            bond.note_drop();
        }
    }
}

impl fmt::Debug for CarriedBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CarriedBody").finish_non_exhaustive()
    }
}
