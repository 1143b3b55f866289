//! The finished router, with the layer around it.

use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::Request;
use manila::Envelopes;
use pin_project_lite::pin_project;
use tower::ServiceExt as _;
use tower::util::BoxCloneSyncService;
use tower_layer::Layer;
use tower_service::Service;

use crate::layer::{EnvelopeLayer, EnvelopeService};

/// Wraps a finished router.
///
/// `Router::layer` covers the routes that exist when it is called; fallbacks, 405 handlers and
/// routes that come later escape it. This goes around the whole router, as a service, and so misses
/// nothing.
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
    /// Gives every error response of the router one envelope and a request id. A router with a state
    /// has it before: `.with_state(state).with_envelope(…)`.
    ///
    /// The result serves as the router did: `axum::serve` takes it, `oneshot` calls it, and
    /// `nest_service` puts it into another router, whose envelope may be another. A layer
    /// that has to be outside, such as CORS or `TraceLayer`, is added by [`App::layer`].
    fn with_envelope(self, envelopes: Envelopes) -> App
    where
        Self: HasState;
}

/// A router that has its state, if it needs one, and can serve.
///
/// ```
/// use axum::{Router, extract::State, routing::get};
/// use manila_axum::{Envelopes, RouterExt};
///
/// let router = Router::new().route("/", get(async |State(seats): State<u8>| seats.to_string()));
/// let app = router.with_state(7).with_envelope(Envelopes::ok_error());
/// # let _: manila_axum::App = app;
/// ```
///
/// ```compile_fail,E0277
/// # use axum::{Router, extract::State, routing::get};
/// # use manila_axum::{Envelopes, RouterExt};
/// # let router = Router::new().route("/", get(async |State(seats): State<u8>| seats.to_string()));
/// let app = router.with_envelope(Envelopes::ok_error()).with_state(7);
/// ```
#[diagnostic::on_unimplemented(
    message = "this router lacks its state, and cannot be enveloped",
    label = "a router without its state",
    note = "call `.with_state(…)` before `.with_envelope(…)`"
)]
pub trait HasState: sealed::Sealed {
    #[doc(hidden)]
    fn finish(self) -> Router;
}

mod sealed {
    pub trait Sealed {}

    impl<S> Sealed for axum::Router<S> {}
}

impl HasState for Router {
    fn finish(self) -> Router {
        self
    }
}

impl<S> RouterExt for Router<S> {
    fn with_envelope(self, envelopes: Envelopes) -> App
    where
        Self: HasState,
    {
        let router = self.finish();
        // Outside of the router nobody knows the route.
        #[cfg(feature = "recorder")]
        let router = router.layer(manila_tower::recorder::routes());
        App(Stack::Bare(EnvelopeLayer::around(envelopes).layer(router)))
    }
}

/// A finished service: what [`RouterExt::with_envelope`] makes of a router. It takes requests with
/// any body, and its errors are responses.
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
#[derive(Clone)]
#[must_use]
pub struct App(Stack);

/// Boxed only where there are layers, whose types would otherwise be part of the app's.
#[derive(Clone)]
enum Stack {
    Bare(EnvelopeService<Router>),
    Layered(BoxCloneSyncService<Request<Body>, Response, Infallible>),
}

impl App {
    /// Adds a layer around the envelope, as `Router::layer` does around a router. It sees finished
    /// envelopes, and what it answers itself is not enveloped.
    ///
    /// ```
    /// use axum::Router;
    /// use axum::body::Body;
    /// use http::Request;
    /// use manila_axum::{App, Envelopes, RouterExt};
    /// use tower::ServiceExt;
    /// use tower_http::{cors::CorsLayer, timeout::RequestBodyTimeoutLayer};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let app: App = Router::new()
    ///     .with_envelope(Envelopes::ok_error())
    ///     .layer(RequestBodyTimeoutLayer::new(std::time::Duration::from_secs(10)))
    ///     .layer(CorsLayer::permissive());
    ///
    /// let response = app.oneshot(Request::new(Body::empty())).await.unwrap();
    /// assert_eq!(response.headers()["x-error-code"], "not_found");
    /// assert_eq!(response.headers()["access-control-allow-origin"], "*");
    /// # }
    /// ```
    pub fn layer<L>(self, layer: L) -> Self
    where
        L: Layer<Self>,
        L::Service: Service<Request<Body>> + Clone + Send + Sync + 'static,
        <L::Service as Service<Request<Body>>>::Response: IntoResponse + 'static,
        <L::Service as Service<Request<Body>>>::Error: Into<Infallible> + 'static,
        <L::Service as Service<Request<Body>>>::Future: Send + 'static,
    {
        let service = layer.layer(self);
        let service = service
            .map_response(IntoResponse::into_response)
            .map_err(Into::into);
        Self(Stack::Layered(BoxCloneSyncService::new(service)))
    }

    /// Returns a service that makes the app for each connection, for servers other than
    /// `axum::serve`, which takes the app as it is.
    ///
    /// ```
    /// use axum::Router;
    /// use manila_axum::{Envelopes, RouterExt};
    /// use tower::ServiceExt;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let app = Router::new().with_envelope(Envelopes::ok_error());
    /// let for_connections = app.into_make_service();
    /// let app = for_connections.oneshot("the connection").await.unwrap();
    /// let response = app.oneshot(http::Request::new(axum::body::Body::empty())).await.unwrap();
    /// assert_eq!(response.status(), 404);
    /// # }
    /// ```
    #[cfg(feature = "serve")]
    #[must_use]
    pub fn into_make_service(self) -> axum::routing::IntoMakeService<Self> {
        axum::ServiceExt::<Request<Body>>::into_make_service(self)
    }

    /// Returns a service that makes the app for each connection, with the address of the client in
    /// the requests' extensions, for `axum::extract::ConnectInfo`.
    #[cfg(feature = "serve")]
    #[must_use]
    pub fn into_make_service_with_connect_info<C>(
        self,
    ) -> axum::extract::connect_info::IntoMakeServiceWithConnectInfo<Self, C> {
        axum::ServiceExt::<Request<Body>>::into_make_service_with_connect_info(self)
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_tuple("App");
        match &self.0 {
            Stack::Bare(service) => debug.field(service),
            Stack::Layered(service) => debug.field(service),
        };
        debug.finish()
    }
}

impl<B> Service<Request<B>> for App
where
    B: axum::body::HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = AppFuture;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        match &mut self.0 {
            Stack::Bare(service) => Service::<Request<Body>>::poll_ready(service, cx),
            Stack::Layered(service) => service.poll_ready(cx),
        }
    }

    fn call(&mut self, request: Request<B>) -> AppFuture {
        let request = request.map(Body::new);
        let future = match &mut self.0 {
            Stack::Bare(service) => Answering::Bare {
                future: service.call(request),
            },
            Stack::Layered(service) => Answering::Layered {
                future: service.call(request),
            },
        };
        AppFuture { future }
    }
}

pin_project! {
    /// The future of an [`App`]'s response, which never fails.
    ///
    /// ```
    /// use axum::{Router, body::Body};
    /// use http::Request;
    /// use manila_axum::{AppFuture, Envelopes, RouterExt};
    /// use tower_service::Service;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let mut app = Router::new().with_envelope(Envelopes::ok_error());
    /// let response: AppFuture = app.call(Request::new(Body::empty()));
    /// assert_eq!(response.await.unwrap().status(), 404);
    /// # }
    /// ```
    #[must_use = "futures do nothing unless polled"]
    pub struct AppFuture {
        #[pin]
        future: Answering,
    }
}

pin_project! {
    #[project = AnsweringProjection]
    enum Answering {
        Bare {
            #[pin]
            future: <EnvelopeService<Router> as Service<Request<Body>>>::Future,
        },
        Layered {
            future: Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>,
        },
    }
}

impl Future for AppFuture {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project().future.project() {
            AnsweringProjection::Bare { future } => future.poll(cx),
            AnsweringProjection::Layered { future } => future.as_mut().poll(cx),
        }
    }
}

impl fmt::Debug for AppFuture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AppFuture").finish_non_exhaustive()
    }
}

/// So that `axum::serve` takes the app as it is, once per connection.
#[cfg(feature = "serve")]
impl<L> Service<axum::serve::IncomingStream<'_, L>> for App
where
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
