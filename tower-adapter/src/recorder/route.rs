//! The route of a request, which is known further in than it is written down.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::Request;

/// The template of the route that takes a request, once it is known. It is one of the request's
/// extensions, where a recording layer is around it.
#[derive(Debug, Clone, Default)]
pub(super) struct Route(Arc<Mutex<Option<Box<str>>>>);

impl Route {
    pub(super) fn note(&self, template: &str) {
        *self.lock() = Some(template.into());
    }

    /// Notes what axum has matched by now.
    pub(super) fn note_matched<B>(&self, request: &Request<B>) {
        #[cfg(feature = "axum-08")]
        if let Some(matched) = request.extensions().get::<axum::extract::MatchedPath>() {
            self.note(matched.as_str());
        }
        #[cfg(not(feature = "axum-08"))]
        let _ = request;
    }

    pub(super) fn take(&self) -> Option<Box<str>> {
        self.lock().take()
    }

    fn lock(&self) -> MutexGuard<'_, Option<Box<str>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
