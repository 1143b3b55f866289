//! An envelope on its way out as an error of actix-web.
//!
//! The framework has no way to answer from a middleware's error but by an `Err`; whoever turns it
//! into a response gets the finished envelope.

use std::fmt;

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::{ConnectionType, StatusCode};
use actix_web::{HttpResponse, ResponseError};
use bytes::Bytes;
use manila::adapter::Carrier;

/// A finished envelope as an error of actix-web.
///
/// A response needs the request that it answers, and there is none when inner middleware fails or
/// panics: keeping a clone over the call would make the router panic. An error needs no request.
/// `error_response` may be called more than once and gives the same response each time.
pub(crate) struct EnvelopedError {
    status: StatusCode,
    connection: ConnectionType,
    fields: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

impl EnvelopedError {
    pub(crate) fn new(response: HttpResponse<Bytes>) -> Self {
        let fields = response.headers().iter();
        Self {
            status: response.status(),
            connection: response.head().connection_type(),
            fields: fields
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            body: response.into_body(),
        }
    }
}

impl ResponseError for EnvelopedError {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status);
        response.head_mut().set_connection_type(self.connection);
        for (name, value) in &self.fields {
            response.headers_mut().append(name.clone(), value.clone());
        }
        response.extensions_mut().insert(Carrier::envelope());
        response.set_body(self.body.clone()).map_into_boxed_body()
    }
}

impl fmt::Debug for EnvelopedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvelopedError")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for EnvelopedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "enveloped error, status {}", self.status)
    }
}
