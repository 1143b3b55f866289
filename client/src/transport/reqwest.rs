//! Responses of `reqwest`, whose versions have the same methods.

use super::error_for_envelope::{ErrorForEnvelope, FIRST_ERROR, Start, sealed};
use crate::call_error::{TransportError, TransportErrorKind};
use crate::decoder::Decoder;
use crate::remote_error::RemoteError;

macro_rules! responses_of {
    ($reqwest:ident) => {
        impl sealed::Response for $reqwest::Response {}

        impl ErrorForEnvelope for $reqwest::Response {
            async fn error_for_envelope_with(
                mut self,
                decoder: &Decoder,
            ) -> Result<Self, RemoteError> {
                let status = self.status().as_u16();
                if status < FIRST_ERROR {
                    return Ok(self);
                }
                let headers = std::mem::take(self.headers_mut());
                let mut start = Start::of(decoder);
                #[cfg(not(target_family = "wasm"))]
                while let Ok(Some(chunk)) = self.chunk().await
                    && start.take(&chunk)
                {}
                // The browser's client gives a body as a whole.
                #[cfg(target_family = "wasm")]
                if let Ok(body) = self.bytes().await {
                    start.take(&body);
                }
                Err(decoder.decode(status, &headers, start.bytes()))
            }
        }

        impl From<$reqwest::Error> for TransportError {
            fn from(error: $reqwest::Error) -> Self {
                #[cfg(not(target_family = "wasm"))]
                let is_connect = error.is_connect();
                #[cfg(target_family = "wasm")]
                let is_connect = false;
                // A connection that took too long to make is both, and a timeout, as core has it.
                let kind = match () {
                    () if error.is_timeout() => TransportErrorKind::Timeout,
                    () if is_connect => TransportErrorKind::Connect,
                    () if error.is_builder() => TransportErrorKind::Request,
                    () => TransportErrorKind::Other,
                };
                Self::new(kind, error)
            }
        }
    };
}

#[cfg(feature = "reqwest-012")]
responses_of!(reqwest_012);
#[cfg(feature = "reqwest-013")]
responses_of!(reqwest_013);

#[cfg(any(feature = "reqwest-012-blocking", feature = "reqwest-013-blocking"))]
mod blocking {
    use std::io::Read as _;

    use super::super::error_for_envelope::BlockingErrorForEnvelope;
    use super::{Decoder, FIRST_ERROR, RemoteError, sealed};

    macro_rules! blocking_responses_of {
        ($reqwest:ident) => {
            impl sealed::Response for $reqwest::blocking::Response {}

            impl BlockingErrorForEnvelope for $reqwest::blocking::Response {
                fn error_for_envelope_with(self, decoder: &Decoder) -> Result<Self, RemoteError> {
                    let status = self.status().as_u16();
                    if status < FIRST_ERROR {
                        return Ok(self);
                    }
                    let headers = self.headers().clone();
                    let mut start = Vec::new();
                    let limit = u64::try_from(decoder.most_of_body()).unwrap_or(u64::MAX);
                    // What came before a failure stays in the vector.
                    let _ = self.take(limit).read_to_end(&mut start);
                    Err(decoder.decode(status, &headers, start))
                }
            }
        };
    }

    #[cfg(feature = "reqwest-012-blocking")]
    blocking_responses_of!(reqwest_012);
    #[cfg(feature = "reqwest-013-blocking")]
    blocking_responses_of!(reqwest_013);
}
