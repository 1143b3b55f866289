//! The body of a fault that has not met the middleware: an envelope in the default style.
//!
//! The middleware replaces it unread, so that rendering it early would be wasted.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use bytes::Bytes;
use manila::{Envelopes, Fault};

/// Renders the fault, in the default style, only if somebody reads it.
pub(crate) struct FaultBody(Option<Fault>);

impl FaultBody {
    pub(crate) const fn new(fault: Fault) -> Self {
        Self(Some(fault))
    }
}

impl MessageBody for FaultBody {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        Poll::Ready(
            self.0
                .take()
                .map(|fault| Ok(Envelopes::default().render(&fault, None).into_body())),
        )
    }
}
