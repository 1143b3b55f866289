//! The error reference, served by the program that the errors are of.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{OriginalUri, Request};
use axum::response::IntoResponse as _;
use manila_reference::Site;
use manila_tower::reference_response;

use crate::error::Error;

/// Makes a router of a reference, at an address of the service: then
/// [`Envelopes::reference_url`](manila::Envelopes::reference_url) is that address. Merge it with the other routes.
///
/// An address that is no page's, and a method other than GET and HEAD, are errors for the layer around it.
///
/// ```
/// use axum::Router;
/// use manila_axum::{Envelopes, RouterExt as _, reference};
/// use manila_reference::Reference;
///
/// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// # #[error_code(catalog = "plans")]
/// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
/// let site = Reference::new(ApiError::CATALOG).site();
/// let envelopes = Envelopes::problem().catalog(ApiError::CATALOG).reference_url("/errors");
/// let app = Router::<()>::new().merge(reference("/errors", site)).with_envelope(envelopes);
/// # let _ = app;
/// ```
///
/// # Panics
///
/// As [`Router::nest_service`] does, of an address that no router nests at: the root, or one with a wildcard.
pub fn reference<S>(address: &str, site: Site) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    let site = Arc::new(site);
    let answer = async move |OriginalUri(whole): OriginalUri, request: Request| {
        let path = request.uri().path();
        // What is nested sees `/` for its own address, with the slash and without.
        let is_mount = path == "/" && !whole.path().ends_with('/');
        let below = if is_mount { "" } else { path };
        let mount = whole.path().strip_suffix(below).unwrap_or_default();
        match reference_response(&site, &request, mount, below) {
            Ok(response) => response.map(Body::from),
            Err(fault) => Error::from(fault).into_response(),
        }
    };
    // Nested as a service it is asked for its address with a slash at the end too, which a nested router is not.
    Router::new().nest_service(address, Router::<()>::new().fallback(answer))
}
