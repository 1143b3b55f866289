//! The request's id as an extractor.

use std::convert::Infallible;
use std::fmt;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
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
/// Without the layer a request has no id, and the extractor refuses with the condition `internal`;
/// `Option<RequestId>` is `None` there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use]
pub struct RequestId(pub manila::RequestId);

impl<S: Sync> FromRequestParts<S> for RequestId {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        match manila_tower::request_id(&parts.headers, &parts.extensions) {
            Some(id) => Ok(Self(id)),
            None => Err(Fault::detected(Condition::Internal)
                .because_text("the request has no id: no layer of Manila is around this handler")
                .into()),
        }
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for RequestId {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        Ok(manila_tower::request_id(&parts.headers, &parts.extensions).map(Self))
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
