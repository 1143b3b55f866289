//! The layer.

use axum::body::{Body, HttpBody};
use bytes::Bytes;
use manila::Envelopes;
use manila::adapter::CarriedBody;
use manila_tower::{CarrierBody, MakeBody, Resumed};
use tower_layer::Layer;

/// Gives every error response of the router or service inside one envelope and a request id. The
/// bodies of its responses are axum's.
///
/// As the last layer of a router it covers all of it: the routes, 404 and 405, fallbacks, nested
/// and merged routers. Routes that are added later are not covered. Layers that should see finished
/// envelopes, such as CORS and tracing, belong further out.
///
/// axum adds the methods of a route to a 405 outside of its layers, so that this one leaves `allow`
/// to it. Around a router as a service, [`with_envelope`](crate::RouterExt::with_envelope) knows
/// that nobody will add them.
///
/// ```
/// use axum::{Router, body::Body, routing::get};
/// use http::Request;
/// use manila_axum::{EnvelopeLayer, Envelopes};
/// use tower::ServiceExt;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let app: Router = Router::new()
///     .route("/", get(async || "hello"))
///     .layer(EnvelopeLayer::new(Envelopes::problem()));
///
/// let request = Request::builder().uri("/missing").body(Body::empty()).unwrap();
/// let response = app.oneshot(request).await.unwrap();
/// assert_eq!(response.headers()["content-type"], "application/problem+json");
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct EnvelopeLayer(manila_tower::EnvelopeLayer<AxumBody>);

/// The service that [`EnvelopeLayer`] makes.
///
/// ```
/// use axum::Router;
/// use manila_axum::{EnvelopeLayer, EnvelopeService, Envelopes};
/// use tower_layer::Layer;
///
/// let layer = EnvelopeLayer::new(Envelopes::code_data());
/// let service: EnvelopeService<Router> = layer.layer(Router::new());
/// assert!(!service.get_ref().has_routes());
/// ```
pub type EnvelopeService<S> = manila_tower::EnvelopeService<S, AxumBody>;

/// Makes axum's body of any other; of axum's own it is the same.
///
/// ```
/// use axum::body::Body;
/// use bytes::Bytes;
/// use http_body::Body as _;
/// use manila_axum::AxumBody;
/// use manila_tower::MakeBody;
///
/// let body: Body = <AxumBody as MakeBody<Body>>::keep(Body::from("as it was"));
/// assert_eq!(body.size_hint().exact(), Some(9));
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct AxumBody;

impl<B> MakeBody<B> for AxumBody
where
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError> + Send,
{
    type Body = Body;

    #[inline]
    fn keep(body: B) -> Body {
        Body::new(body)
    }

    fn resume(body: Resumed<B>) -> Body {
        Body::new(body)
    }

    fn write(body: CarriedBody) -> Body {
        match body.into_plain() {
            Ok(bytes) => Body::from(bytes),
            Err(body) => Body::new(CarrierBody::from(body)),
        }
    }
}

impl EnvelopeLayer {
    /// Creates a layer that writes errors in this way.
    ///
    /// ```
    /// use manila_axum::{EnvelopeLayer, Envelopes};
    ///
    /// let layer = EnvelopeLayer::new(Envelopes::json_api().version("1.47.0"));
    /// assert!(format!("{layer:?}").contains("application/vnd.api+json"));
    /// ```
    #[must_use]
    pub fn new(envelopes: Envelopes) -> Self {
        Self(manila_tower::EnvelopeLayer::with_bodies(envelopes).inside_router())
    }

    /// Creates a layer that stands around a whole router, which has added the methods of its routes
    /// by then.
    pub(crate) fn around(envelopes: Envelopes) -> Self {
        Self(manila_tower::EnvelopeLayer::with_bodies(envelopes))
    }
}

impl Default for EnvelopeLayer {
    fn default() -> Self {
        Self::new(Envelopes::default())
    }
}

impl<S> Layer<S> for EnvelopeLayer {
    type Service = EnvelopeService<S>;

    fn layer(&self, inner: S) -> EnvelopeService<S> {
        self.0.layer(inner)
    }
}
