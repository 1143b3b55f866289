//! The request's id as an extractor.

use std::fmt;

use axum::extract::FromRequestParts;
use http::request::Parts;
use manila::{Condition, Fault};

use crate::error::Error;

/// The id of the request, as the layer took or made it.
///
/// ```
/// use axum::{Router, routing::get};
/// use manila_axum::{Envelopes, RequestId, RouterExt};
///
/// async fn handler(id: RequestId) -> String {
///     id.to_string()
/// }
///
/// let app = Router::new().route("/", get(handler)).with_envelope(Envelopes::default());
/// # let _: manila_axum::App = app;
/// ```
///
/// Without the layer a request has no id, and the extractor refuses with the condition `internal`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RequestId(pub manila::RequestId);

impl<S: Sync> FromRequestParts<S> for RequestId {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        match manila_tower::request_id(&parts.headers, &parts.extensions) {
            Some(id) => Ok(Self(id)),
            None => Err(Fault::condition(Condition::Internal)
                .because_text("the request has no id: no layer of Manila is around this handler")
                .into()),
        }
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
