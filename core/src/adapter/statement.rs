//! What a response states about itself, and the content of the body that was made with it.

use std::borrow::Cow;
use std::sync::OnceLock;

use bytes::Bytes;

use crate::envelopes::Envelopes;
use crate::fault::Fault;
use crate::render::Success;

/// A statement about the response whose extensions hold it.
#[derive(Debug)]
pub(super) enum Statement {
    /// It is the answer to this fault, whose envelope in the default style is there once somebody
    /// has read it.
    Fault(Fault, OnceLock<Bytes>),
    /// Its body is these data.
    Success(Success),
    /// It is what an inner layer has sent.
    // Boxed, so that a fault, of which there are many, is not as large.
    Sent(Box<Sent>),
}

/// What a layer has sent.
#[derive(Debug)]
pub(super) struct Sent {
    pub(super) status: u16,
    pub(super) id_header: Cow<'static, str>,
    pub(super) id: Box<[u8]>,
    /// None where `x-error-code` says nothing of it, as of a success.
    pub(super) code: Option<Cow<'static, str>>,
    pub(super) body: Bytes,
}

impl Statement {
    /// The content of the body, rendered if that has not been done.
    pub(super) fn content(&self) -> &Bytes {
        match self {
            Self::Fault(fault, rendered) => {
                rendered.get_or_init(|| Envelopes::default().render(fault, None).into_body())
            }
            Self::Success(success) => success.default_body(),
            Self::Sent(sent) => &sent.body,
        }
    }
}
