//! How input is read.

use std::task::{Context, Poll};

use http::{Extensions, Request};
use manila::extract::MAX_NODES;
use tower_layer::Layer;
use tower_service::Service;

/// How input is read by the extractors of this crate, inside of the router or route that it is a layer of.
/// How long a body may be is axum's own setting, `DefaultBodyLimit`.
///
/// ```
/// use axum::{Router, body::Body, routing::post};
/// use http::{Request, header};
/// use manila_axum::{EnvelopeLayer, InputConfig, Json};
/// use tower::ServiceExt;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let count = async |Json(rows): Json<Vec<Vec<u8>>>| rows.len().to_string();
/// let app = Router::new()
///     .route("/rows", post(count))
///     .layer(InputConfig::new().max_nodes(3))
///     .layer(EnvelopeLayer::default());
///
/// let send = async |rows: &'static str| {
///     let request = Request::post("/rows").header(header::CONTENT_TYPE, "application/json");
///     app.clone().oneshot(request.body(Body::from(rows)).unwrap()).await.unwrap().status()
/// };
/// assert_eq!(send("[[1], [2]]").await, 200);
/// assert_eq!(send("[[1], [2], [3]]").await, 413);
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct InputConfig {
    max_nodes: usize,
}

impl InputConfig {
    /// Creates the default: bodies of at most 10,000 objects and arrays.
    pub const fn new() -> Self {
        Self {
            max_nodes: MAX_NODES,
        }
    }

    /// Sets the most objects and arrays that a body of JSON may have; 10,000 by default. One of more is
    /// refused with the condition `body_too_large` before a value is made of it.
    ///
    /// What a value takes in memory, and what a validator makes of it, grows with this number. Set it by
    /// what you measure.
    pub const fn max_nodes(mut self, count: usize) -> Self {
        self.max_nodes = count;
        self
    }

    /// The configuration of the route that the request is for, or the default.
    fn of(extensions: &Extensions) -> Self {
        extensions.get().copied().unwrap_or_default()
    }

    /// The most objects and arrays that are read for this request.
    pub(super) fn max_nodes_of(extensions: &Extensions) -> usize {
        Self::of(extensions).max_nodes
    }
}

impl Default for InputConfig {
    fn default() -> Self {
        Self::new()
    }
}

impl<S> Layer<S> for InputConfig {
    type Service = ConfiguredInput<S>;

    fn layer(&self, inner: S) -> ConfiguredInput<S> {
        ConfiguredInput {
            inner,
            config: *self,
        }
    }
}

/// The service that [`InputConfig`] makes as a layer: it tells extractors of the configuration.
///
/// ```
/// use axum::Router;
/// use manila_axum::{ConfiguredInput, InputConfig};
/// use tower_layer::Layer;
///
/// let service: ConfiguredInput<Router> = InputConfig::new().layer(Router::new());
/// assert!(format!("{service:?}").contains("10000"));
/// ```
#[derive(Debug, Clone)]
pub struct ConfiguredInput<S> {
    inner: S,
    config: InputConfig,
}

impl<S, B> Service<Request<B>> for ConfiguredInput<S>
where
    S: Service<Request<B>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<B>) -> S::Future {
        request.extensions_mut().insert(self.config);
        self.inner.call(request)
    }
}
