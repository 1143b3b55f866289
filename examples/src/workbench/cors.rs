//! CORS, around the app.

use tower_http::cors::CorsLayer;

use super::routes;

/// CORS, as it stands around the app on every framework.
pub(super) fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(http::HeaderValue::from_static(routes::ORIGIN))
        .allow_credentials(true)
}
