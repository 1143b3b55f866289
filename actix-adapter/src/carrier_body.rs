//! The bodies of Manila's.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use bytes::Bytes;
use manila::adapter::{CarriedBody, StatedBody};

/// The body of a fault, which renders itself in the default style only if somebody reads it, or that of
/// a success; no middleware has seen it.
pub(crate) struct UnsentBody(pub(crate) StatedBody);

impl MessageBody for UnsentBody {
    type Error = Infallible;

    #[inline]
    fn size(&self) -> BodySize {
        self.0.size().map_or(BodySize::Stream, BodySize::Sized)
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        self.0.poll(cx).map(|data| data.map(Ok))
    }
}

/// The body that the middleware sends in the place of the service's.
pub(crate) struct CarrierBody(CarriedBody);

impl CarrierBody {
    #[inline]
    pub(crate) fn poll(&mut self, cx: &Context<'_>) -> Poll<Option<Bytes>> {
        self.0.poll(cx)
    }
}

impl From<CarriedBody> for CarrierBody {
    #[inline]
    fn from(body: CarriedBody) -> Self {
        Self(body)
    }
}

impl MessageBody for CarrierBody {
    type Error = Infallible;

    #[inline]
    fn size(&self) -> BodySize {
        match self.0.size() {
            Some(size) => BodySize::Sized(size),
            None if self.0.is_end() => BodySize::None,
            None => BodySize::Stream,
        }
    }

    #[inline]
    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        self.poll(cx).map(|data| data.map(Ok))
    }

    #[inline]
    fn try_into_bytes(self) -> Result<Bytes, Self> {
        self.0.into_plain().map_err(Self)
    }

    fn boxed(self) -> BoxBody {
        match self.0.into_plain() {
            Ok(bytes) => BoxBody::new(bytes),
            Err(body) => BoxBody::new(Self(body)),
        }
    }
}
