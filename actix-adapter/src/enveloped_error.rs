//! An envelope on its way out as an error of actix-web.
//!
//! The framework has no way to answer from a middleware's error but by an `Err`; whoever turns it
//! into a response gets the finished envelope.

use std::fmt;
use std::rc::Rc;

use actix_web::body::BoxBody;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::{ConnectionType, StatusCode};
use actix_web::{HttpResponse, ResponseError};
use bytes::Bytes;
use manila::Fault;
use manila::adapter::{CarriedBody, Carrier};

use crate::carrier_body::CarrierBody;
use crate::header::text;
use crate::shared::Shared;

/// A finished envelope as an error of actix-web.
///
/// A response needs the request that it answers, and there is none when inner middleware fails or
/// panics: keeping a clone over the call would make the router panic. An error needs no request.
/// `error_response` may be called more than once and gives the same response each time.
pub(crate) struct EnvelopedError {
    status: StatusCode,
    connection: ConnectionType,
    fields: Vec<(HeaderName, HeaderValue)>,
    /// For middleware further out, which logs errors.
    fault: Fault,
    shared: Rc<Shared>,
    /// None in answer to HEAD.
    body: Option<Bytes>,
}

impl EnvelopedError {
    pub(crate) fn new(
        response: HttpResponse<CarriedBody>,
        fault: Fault,
        shared: Rc<Shared>,
    ) -> Self {
        let fields = response.headers().iter();
        Self {
            status: response.status(),
            connection: response.head().connection_type(),
            fields: fields
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            fault,
            shared,
            body: response.into_body().into_plain().ok(),
        }
    }

    /// The code, as the header says it; that of a gRPC call does not.
    pub(crate) fn code(&self) -> Option<&str> {
        let mut fields = self.fields.iter();
        let (_, code) = fields.find(|(name, _)| name == "x-error-code")?;
        text(code)
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
        let body = self.body.clone().unwrap_or_default();
        let id = self.shared.ids.of_response(response.headers());
        let id = id.map_or(&b""[..], HeaderValue::as_bytes);
        let policy = self.shared.responder.envelopes().id_policy();
        let code = self.code().map(|code| code.to_owned().into());
        let (carrier, body) = Carrier::sent(self.status.as_u16(), policy, id, code, body);
        response.extensions_mut().insert(carrier);
        let body = CarriedBody::from(body).without_content(self.body.is_none());
        response.set_body(BoxBody::new(CarrierBody::from(body)))
    }
}

/// The chain of causes, for middleware that logs errors in detail.
impl fmt::Debug for EnvelopedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvelopedError")
            .field("status", &self.status.as_u16())
            .field("code", &self.code())
            .field("cause", &self.fault.cause())
            .finish_non_exhaustive()
    }
}

/// The code and what led to it, for middleware that logs errors.
impl fmt::Display for EnvelopedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code() {
            Some(code) => f.write_str(code)?,
            None => fmt::Display::fmt(&self.fault, f)?,
        }
        match self.fault.cause() {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}
