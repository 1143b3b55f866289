//! Writes down which operation of a service under test answers with which code, for
//! `manila operations`.
//!
//! The layer goes around the finished app in its tests, outside of the envelope:
//!
//! ```
//! use bytes::Bytes;
//! use http::{Request, Response, StatusCode};
//! use http_body_util::Empty;
//! use manila::{Condition, Envelopes, Fault};
//! use manila_tower::{EnvelopeLayer, recorder};
//! use tower::{ServiceBuilder, ServiceExt, service_fn};
//!
//! async fn handler(request: Request<()>) -> Result<Response<Empty<Bytes>>, Fault> {
//!     recorder::note_route(request.extensions(), "/notes/{id}");
//!     Err(Fault::condition(Condition::Conflict))
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let path = std::env::temp_dir().join(format!("manila-tower-{}.jsonl", std::process::id()));
//! let service = ServiceBuilder::new()
//!     .layer(recorder::layer_to(&path)) // `layer()` takes the file from `$MANILA_RECORD`
//!     .layer(EnvelopeLayer::new(Envelopes::ok_error()))
//!     .service(service_fn(handler));
//! service.oneshot(Request::get("/notes/7?token=secret").body(()).unwrap()).await.unwrap();
//!
//! assert_eq!(
//!     std::fs::read_to_string(&path)?,
//!     "{\"method\":\"GET\",\"route\":\"/notes/{id}\",\"status\":409,\"code\":\"conflict\"}\n",
//! );
//! # std::fs::remove_file(path)
//! # }
//! ```
//!
//! A line has the method, the template of the route, the status and `x-error-code`, and nothing else of
//! the request or of the response. A request that no route takes has no template, and `"route":null`.
//!
//! The template is known inside of a router. With the feature `axum-08` the layer finds it wherever
//! `Router::layer` and `Router::route_layer` put it. Further out, around a router as a service, it is
//! told by [`routes`] inside of the router, and where there is no router of axum's, by [`note_route`].
//! Of several recording layers around one request the outermost writes the line.

mod route;
mod service;

use std::path::Path;

use http::Extensions;
use manila::adapter::Recorder;

use self::route::Route;
pub use self::service::{RecorderFuture, RecorderLayer, RecorderService};

/// Returns a layer that adds a line for each response to the file which the variable `MANILA_RECORD`
/// names. Without the variable it does nothing.
///
/// The variable is read once in a process. What cannot be written is told once on standard error, and
/// fails no response.
///
/// ```
/// use bytes::Bytes;
/// use http::{Request, Response};
/// use http_body_util::Empty;
/// use manila_tower::recorder;
/// use tower::{BoxError, Layer, ServiceExt, service_fn};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let service = service_fn(async |_: Request<()>| Ok::<_, BoxError>(Response::new(Empty::<Bytes>::new())));
/// let response = recorder::layer().layer(service).oneshot(Request::new(())).await.unwrap();
/// assert_eq!(response.status(), 200);
/// # }
/// ```
#[must_use]
pub fn layer() -> RecorderLayer {
    RecorderLayer::of(Recorder::from_env())
}

/// Returns a layer that adds a line for each response to this file.
///
/// ```
/// use manila_tower::recorder;
///
/// # let path = std::env::temp_dir().join(format!("manila-tower-to-{}.jsonl", std::process::id()));
/// let layer = recorder::layer_to(&path);
/// assert!(path.exists());
/// # drop(layer);
/// # std::fs::remove_file(path).unwrap();
/// ```
#[must_use]
pub fn layer_to(path: impl AsRef<Path>) -> RecorderLayer {
    RecorderLayer::of(Recorder::to_file(path))
}

/// Returns a layer that tells a recording layer further out which route axum has matched, and writes
/// nothing.
///
/// `with_envelope` of `manila-axum` adds it by itself. A router that is enveloped as any other service
/// takes it as a layer: `router.layer(recorder::routes())`.
///
/// ```
/// use manila_tower::recorder;
///
/// let layer = recorder::routes();
/// assert!(format!("{layer:?}").contains("None"));
/// ```
#[must_use]
pub const fn routes() -> RecorderLayer {
    RecorderLayer::of(Recorder::off())
}

/// Tells a recording layer further out the template of the route that takes a request, by the request's
/// extensions. The last one that is told counts. Without such a layer it does nothing.
///
/// For routers that are not axum's. The template is what the router was made with, `/notes/{id}`, and
/// never the path of the request.
///
/// ```
/// use http::Extensions;
/// use manila_tower::recorder;
///
/// recorder::note_route(&Extensions::new(), "/notes/{id}");
/// ```
pub fn note_route(extensions: &Extensions, template: &str) {
    if let Some(route) = extensions.get::<Route>() {
        route.note(template);
    }
}
