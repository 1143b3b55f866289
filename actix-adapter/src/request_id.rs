//! The request's id as an extractor.

use std::fmt;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use manila::{Condition, Fault};

use crate::error::{Error, Result};
use crate::id::id_of;

/// The id of the request, as the middleware took or made it.
///
/// ```
/// use actix_web::{App, web};
/// use manila_actix::{EnvelopeLayer, RequestId};
///
/// async fn handler(id: RequestId) -> String {
///     id.to_string()
/// }
///
/// let app = App::new().wrap(EnvelopeLayer::default()).route("/", web::get().to(handler));
/// ```
///
/// Without the middleware a request has no id, and the extractor refuses with the condition
/// `internal`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use]
pub struct RequestId(pub manila::RequestId);

impl FromRequest for RequestId {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match id_of(request) {
            Some(id) => Ok(Self(id)),
            None => Err(Fault::condition(Condition::Internal)
                .because_text("the request has no id: no middleware of Manila is around it")
                .into()),
        })
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::ops::Deref for RequestId {
    type Target = manila::RequestId;

    fn deref(&self) -> &manila::RequestId {
        &self.0
    }
}

impl From<RequestId> for manila::RequestId {
    fn from(id: RequestId) -> Self {
        id.0
    }
}
