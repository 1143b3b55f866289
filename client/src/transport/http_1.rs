//! Requests and responses of `http` 1.x: of hyper, tonic, and what else stands on tower.

use std::pin::pin;

use bytes::Buf as _;
use http_body::Body;

use super::error_for_envelope::{ErrorForEnvelope, FIRST_ERROR, Start, sealed};
use crate::decoder::Decoder;
use crate::relaying::RequestIds;
use crate::remote_error::RemoteError;

impl<B> sealed::Response for http::Response<B> {}

impl<B: Body> ErrorForEnvelope for http::Response<B> {
    async fn error_for_envelope_with(self, decoder: &Decoder) -> Result<Self, RemoteError> {
        if self.status().as_u16() < FIRST_ERROR {
            return Ok(self);
        }
        let (head, body) = self.into_parts();
        let mut start = Start::of(decoder);
        let mut body = pin!(body);
        while let Some(Ok(frame)) = std::future::poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
            let Ok(mut data) = frame.into_data() else {
                break;
            };
            while data.has_remaining() {
                let chunk = data.chunk();
                let length = chunk.len();
                if !start.take(chunk) {
                    return Err(decoder.decode(head.status.as_u16(), &head.headers, start.bytes()));
                }
                data.advance(length);
            }
        }
        Err(decoder.decode(head.status.as_u16(), &head.headers, start.bytes()))
    }
}

/// Marks a request as one that relays ids onwards, where the middleware of its client allows it.
///
/// It is there for the request builder of `reqwest-middleware` (features `reqwest-middleware-04`, `reqwest-middleware-05`) and for
/// `http::Request` (`http-1`), whose middlewares decide by [`RelayTo`](crate::RelayTo) which hosts are told; without one,
/// nothing is sent. The trait is sealed.
pub trait RelayIds: private::Request + Sized {
    /// Sends the ids onwards: of the header of the request that is being served (`&headers`), or an id alone
    /// (`&request_id`).
    #[must_use]
    fn relay(self, ids: impl Into<RequestIds>) -> Self;
}

/// The ids are an extension of the request.
impl<B> RelayIds for http::Request<B> {
    fn relay(mut self, ids: impl Into<RequestIds>) -> Self {
        self.extensions_mut().insert(ids.into());
        self
    }
}

pub(super) mod private {
    pub trait Request {}
    impl<B> Request for http::Request<B> {}
}
