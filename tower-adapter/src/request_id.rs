//! Request ids without envelopes.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use http::header::HeaderValue;
use http::{Request, Response};
use manila::IdPolicy;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::id::Ids;

/// Gives every request and response an id, and leaves everything else as it is.
///
/// [`EnvelopeLayer`](crate::EnvelopeLayer) does this by itself; this layer is for services that
/// want ids alone, or want them further out. Ids are taken and made as the [`IdPolicy`] says.
///
/// ```
/// use http::{Request, Response};
/// use manila_tower::RequestIdLayer;
/// use tower::{ServiceBuilder, ServiceExt, service_fn};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let service = ServiceBuilder::new().layer(RequestIdLayer::default()).service(service_fn(
///     async |request: Request<()>| {
///         assert!(request.headers().contains_key("x-request-id"));
///         Ok::<_, std::convert::Infallible>(Response::new(()))
///     },
/// ));
/// let response = service.oneshot(Request::new(())).await.unwrap();
/// assert_eq!(response.headers()["x-request-id"].len(), 36);
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct RequestIdLayer {
    ids: Arc<Ids>,
}

impl RequestIdLayer {
    /// Creates a layer that takes and makes ids in this way.
    ///
    /// ```
    /// use manila::IdPolicy;
    /// use manila_tower::RequestIdLayer;
    ///
    /// let ids = IdPolicy::new().header("x-correlation-id").unwrap();
    /// let layer = RequestIdLayer::new(ids);
    /// assert!(format!("{layer:?}").contains("x-correlation-id"));
    /// ```
    #[must_use]
    pub fn new(ids: IdPolicy) -> Self {
        Self {
            ids: Arc::new(Ids::of(ids)),
        }
    }
}

impl Default for RequestIdLayer {
    fn default() -> Self {
        Self::new(IdPolicy::default())
    }
}

impl<S> Layer<S> for RequestIdLayer {
    type Service = RequestIdService<S>;

    fn layer(&self, inner: S) -> RequestIdService<S> {
        RequestIdService {
            inner,
            ids: Arc::clone(&self.ids),
        }
    }
}

/// The service that [`RequestIdLayer`] makes.
#[derive(Debug, Clone)]
pub struct RequestIdService<S> {
    inner: S,
    ids: Arc<Ids>,
}

impl<S> RequestIdService<S> {
    /// Returns the inner service.
    pub const fn get_ref(&self) -> &S {
        &self.inner
    }

    /// Returns the inner service, to be changed.
    pub const fn get_mut(&mut self) -> &mut S {
        &mut self.inner
    }

    /// Takes the inner service out.
    pub fn into_inner(self) -> S {
        self.inner
    }
}

impl<S, ReqBody, ResBody> Service<Request<ReqBody>> for RequestIdService<S>
where
    S: Service<Request<ReqBody>, Response = Response<ResBody>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = RequestIdFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<ReqBody>) -> Self::Future {
        let id = self.ids.take(&mut request).id;
        let ids = Arc::clone(&self.ids);
        RequestIdFuture {
            inner: self.inner.call(request),
            id: Some((ids, id)),
        }
    }
}

pin_project! {
    /// The response of a [`RequestIdService`].
    pub struct RequestIdFuture<F> {
        #[pin]
        inner: F,
        id: Option<(Arc<Ids>, HeaderValue)>,
    }
}

impl<F, B, E> Future for RequestIdFuture<F>
where
    F: Future<Output = Result<Response<B>, E>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let mut response = ready!(this.inner.poll(cx))?;
        if let Some((ids, id)) = this.id.take() {
            ids.ensure(response.headers_mut(), id);
        }
        Poll::Ready(Ok(response))
    }
}

impl<F> fmt::Debug for RequestIdFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestIdFuture").finish_non_exhaustive()
    }
}
