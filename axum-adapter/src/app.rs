//! The finished router, with the layer around it.

#[cfg(feature = "serve")]
use std::convert::Infallible;
use std::task::{Context, Poll};

use axum::Router;
use http::Request;
use manila::Envelopes;
use tower_layer::Layer;
use tower_service::Service;

use crate::layer::{EnvelopeLayer, EnvelopeService};

/// Wraps a finished router.
///
/// `Router::layer` covers the routes that exist when it is called; fallbacks, 405 handlers and
/// routes that come later, nested routers' 404s and merged routers escape it. So this goes around
/// the whole router, as a service.
///
/// ```
/// use axum::Router;
/// use axum::body::Body;
/// use http::Request;
/// use manila_axum::{Envelopes, RouterExt};
/// use tower::ServiceExt;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let app = Router::new().with_envelope(Envelopes::ok_error());
/// let response = app.oneshot(Request::new(Body::empty())).await.unwrap();
/// assert_eq!(response.headers()["x-error-code"], "not_found");
/// # }
/// ```
pub trait RouterExt: sealed::Sealed {
    /// Gives every error response of the router one envelope and a request id.
    ///
    /// The result serves as the router did: `axum::serve` takes it, `oneshot` calls it, and
    /// `nest_service` puts it into another router, whose envelope may be another. A layer
    /// that has to be outside, such as CORS, is added by [`App::layer`].
    fn with_envelope(self, envelopes: Envelopes) -> App;
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for axum::Router {}
}

impl RouterExt for Router {
    fn with_envelope(self, envelopes: Envelopes) -> App {
        App(EnvelopeLayer::around(envelopes).layer(self))
    }
}

/// A finished service: what [`RouterExt::with_envelope`] makes of a router.
///
/// ```no_run
/// use axum::Router;
/// use manila_axum::{Envelopes, RouterExt};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// let admin = Router::new().with_envelope(Envelopes::json_api());
/// let app = Router::new().nest_service("/admin", admin).with_envelope(Envelopes::ok_error());
///
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
/// axum::serve(listener, app).await
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct App<S = EnvelopeService<Router>>(S);

impl<S> App<S> {
    /// Adds a layer around the envelope. It sees finished responses, and its own errors are not
    /// enveloped.
    pub fn layer<L: Layer<S>>(self, layer: L) -> App<L::Service> {
        App(layer.layer(self.0))
    }

    /// Returns a service that makes the app for each connection, with the address of the client in
    /// the requests' extensions, for `axum::extract::ConnectInfo`.
    #[cfg(feature = "serve")]
    #[must_use]
    pub fn into_make_service_with_connect_info<C>(
        self,
    ) -> axum::extract::connect_info::IntoMakeServiceWithConnectInfo<Self, C>
    where
        S: Service<Request<axum::body::Body>>,
    {
        axum::ServiceExt::into_make_service_with_connect_info(self)
    }

    /// Takes the service inside out.
    pub fn into_inner(self) -> S {
        self.0
    }
}

impl<S, B> Service<Request<B>> for App<S>
where
    S: Service<Request<B>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> S::Future {
        self.0.call(request)
    }
}

/// So that `axum::serve` takes the app as it is, once per connection.
#[cfg(feature = "serve")]
impl<S, L> Service<axum::serve::IncomingStream<'_, L>> for App<S>
where
    S: Clone,
    L: axum::serve::Listener,
{
    type Response = Self;
    type Error = Infallible;
    type Future = std::future::Ready<Result<Self, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: axum::serve::IncomingStream<'_, L>) -> Self::Future {
        std::future::ready(Ok(self.clone()))
    }
}
