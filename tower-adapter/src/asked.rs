//! What the log is told of a request, kept while the request is being answered, if anybody is told.
//!
//! The service takes the request, so that this is cloned before it is called: nothing of it is
//! allocated, and nothing is made text before there is an error.

#[cfg(feature = "axum-08")]
use axum::extract::{MatchedPath, OriginalUri};
use http::uri::{PathAndQuery, Uri};
use http::{HeaderValue, Method, Request};

use crate::header::text;
use crate::id::TakenId;

/// Which request it is, for the log.
pub(crate) struct Asked {
    method: Method,
    /// None of a request that has none, as that of CONNECT.
    path: Option<PathAndQuery>,
    #[cfg(feature = "axum-08")]
    route: Option<MatchedPath>,
    traceparent: Option<HeaderValue>,
    has_refused_id: bool,
}

impl Asked {
    pub(crate) fn of<B>(request: &Request<B>, taken: &mut TakenId) -> Self {
        Self {
            method: request.method().clone(),
            path: uri_of(request).path_and_query().cloned(),
            #[cfg(feature = "axum-08")]
            route: request.extensions().get().cloned(),
            traceparent: taken.traceparent.take(),
            has_refused_id: taken.has_refused_id,
        }
    }

    pub(crate) fn describe<'a>(&'a self, request: &mut manila::adapter::Request<'a>) {
        request.method = Some(self.method.as_str());
        request.path = self.path.as_ref().map(PathAndQuery::path);
        #[cfg(feature = "axum-08")]
        {
            request.route = self.route.as_ref().map(MatchedPath::as_str);
        }
        request.traceparent = self.traceparent.as_ref().and_then(text);
        request.has_refused_id = self.has_refused_id;
    }
}

/// The address that was asked for: inside of a nested router, axum takes the beginning off that of the
/// request.
#[cfg(feature = "axum-08")]
fn uri_of<B>(request: &Request<B>) -> &Uri {
    let original = request.extensions().get::<OriginalUri>();
    original.map_or(request.uri(), |original| &original.0)
}

#[cfg(not(feature = "axum-08"))]
fn uri_of<B>(request: &Request<B>) -> &Uri {
    request.uri()
}
