//! The layer, which puts an [`EnvelopeService`] around each service.
//!
//! It compiles the settings once; the services that it makes share the result.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use manila::Envelopes;
use tower_layer::Layer;

use crate::body::AnyBody;
use crate::service::EnvelopeService;
use crate::shared::Shared;

/// Gives every error response of the service inside one envelope and a request id.
///
/// It belongs around the finished service: everything inside it is covered, nothing outside it is.
/// CORS belongs outside, so that it reaches the envelope of a panic too; timeouts and load shedding
/// belong inside, so that their errors become envelopes. `M` makes the [bodies](crate::MakeBody) of
/// its responses.
///
/// A clone is cheap, and shares the bodies and heads that are written once.
///
/// ```
/// use std::time::Duration;
/// use bytes::Bytes;
/// use http::{Request, Response};
/// use http_body_util::Empty;
/// use manila::Envelopes;
/// use manila_tower::EnvelopeLayer;
/// use tower::{BoxError, ServiceBuilder, ServiceExt, service_fn};
///
/// async fn handler(_: Request<()>) -> Result<Response<Empty<Bytes>>, BoxError> {
///     std::future::pending().await
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let service = ServiceBuilder::new()
///     .layer(EnvelopeLayer::new(Envelopes::problem()))
///     .timeout(Duration::from_millis(10))
///     .service(service_fn(handler));
///
/// let response = service.oneshot(Request::new(())).await.unwrap();
/// assert_eq!(response.status(), 504);
/// assert_eq!(response.headers()["content-type"], "application/problem+json");
/// assert_eq!(response.headers()["x-error-code"], "gateway_timeout");
/// # }
/// ```
pub struct EnvelopeLayer<M = AnyBody> {
    shared: Arc<Shared>,
    bodies: PhantomData<fn() -> M>,
}

impl EnvelopeLayer {
    /// Creates a layer with the settings of a service, around services with any body whose data are
    /// `Bytes`.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_tower::EnvelopeLayer;
    ///
    /// let layer = EnvelopeLayer::new(Envelopes::problem());
    /// assert!(format!("{layer:?}").contains("application/problem+json"));
    /// ```
    #[must_use]
    pub fn new(envelopes: Envelopes) -> Self {
        Self::with_bodies(envelopes)
    }
}

impl<M> EnvelopeLayer<M> {
    /// Creates a layer with the settings of a service, whose bodies `M` makes. For a framework with
    /// one type of body; see [`MakeBody`](crate::MakeBody).
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_tower::{AnyBody, EnvelopeLayer};
    ///
    /// let layer = EnvelopeLayer::<AnyBody>::with_bodies(Envelopes::problem());
    /// assert!(format!("{layer:?}").contains("application/problem+json"));
    /// ```
    #[must_use]
    pub fn with_bodies(envelopes: Envelopes) -> Self {
        Self {
            shared: Arc::new(Shared::new(envelopes)),
            bodies: PhantomData,
        }
    }

    /// Says that the layer stands inside of a router which adds the methods of the route to a 405
    /// without `allow`, as axum's does around the layers of `Router::layer`. Elsewhere nobody
    /// further out can know them, and such a 405 gets an empty `allow` (RFC 9110 §10.2.1), which
    /// would keep that router from writing its own.
    ///
    /// Of `manila_axum` this is done already. Call it before the layer is cloned: the result shares
    /// nothing with earlier clones.
    ///
    /// ```
    /// use http::{Request, Response, StatusCode};
    /// use http_body_util::Empty;
    /// use bytes::Bytes;
    /// use manila::Envelopes;
    /// use manila_tower::EnvelopeLayer;
    /// use tower::{BoxError, Layer, ServiceExt, service_fn};
    ///
    /// async fn refuse(_: Request<()>) -> Result<Response<Empty<Bytes>>, BoxError> {
    ///     let mut response = Response::new(Empty::new());
    ///     *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    ///     Ok(response)
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let layer = EnvelopeLayer::new(Envelopes::problem());
    /// let response = layer.layer(service_fn(refuse)).oneshot(Request::new(())).await.unwrap();
    /// assert_eq!(response.headers()["allow"], "");
    /// let layer = layer.inside_router();
    /// let response = layer.layer(service_fn(refuse)).oneshot(Request::new(())).await.unwrap();
    /// assert!(!response.headers().contains_key("allow"));
    /// # }
    /// ```
    #[must_use]
    pub fn inside_router(self) -> Self {
        let envelopes = self.shared.responder.envelopes().clone();
        let shared = Shared {
            is_inside_router: true,
            ..Shared::new(envelopes)
        };
        Self {
            shared: Arc::new(shared),
            bodies: PhantomData,
        }
    }
}

/// Returns a layer with the default settings, in the style `ok-error` and without a catalog.
impl Default for EnvelopeLayer {
    fn default() -> Self {
        Self::new(Envelopes::default())
    }
}

impl<S, M> Layer<S> for EnvelopeLayer<M> {
    type Service = EnvelopeService<S, M>;

    fn layer(&self, inner: S) -> EnvelopeService<S, M> {
        EnvelopeService::of(inner, Arc::clone(&self.shared))
    }
}

impl<M> Clone for EnvelopeLayer<M> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            bodies: PhantomData,
        }
    }
}

impl<M> fmt::Debug for EnvelopeLayer<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvelopeLayer")
            .field("responder", &self.shared.responder)
            .finish_non_exhaustive()
    }
}
