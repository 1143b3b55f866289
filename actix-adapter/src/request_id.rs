//! The request's id as an extractor, for handlers that log it or pass it on.
//!
//! It reads the header in which the middleware has put the id, whichever name the service has
//! chosen.

use std::fmt;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use manila::{Condition, Fault};

use crate::error::{Error, Result};
use crate::id::id_of;

/// The id of the request, as the middleware took it from the client or made it. It is also on the
/// response and in the log; pass it on to the services behind this one.
///
/// ```
/// use actix_web::{App, body::to_bytes, test, web};
/// use manila_actix::{EnvelopeLayer, RequestId};
///
/// async fn handler(id: RequestId) -> String {
///     id.to_string()
/// }
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new().wrap(EnvelopeLayer::default()).route("/", web::get().to(handler));
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::get().insert_header(("x-request-id", "abc-123")).to_request();
/// let response = test::call_service(&app, request).await;
/// assert_eq!(response.headers().get("x-request-id").unwrap(), "abc-123");
/// assert_eq!(to_bytes(response.into_body()).await.unwrap(), "abc-123");
/// # }
/// ```
///
/// Without the middleware a request has no id, and the extractor refuses with the condition
/// `internal`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use]
pub struct RequestId(pub manila::RequestId);

impl FromRequest for RequestId {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match id_of(request) {
            Some(id) => Ok(Self(id)),
            None => Err(Fault::detected(Condition::Internal)
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
