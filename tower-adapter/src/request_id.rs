//! Request ids without envelopes: a layer of its own, for services that write their errors
//! themselves or want ids further out than envelopes.

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

/// Gives every request and response an id, and changes nothing else.
///
/// [`EnvelopeLayer`](crate::EnvelopeLayer) does this by itself; this layer is for services that
/// want ids alone, or want them further out, around tracing say. Ids are taken and made as the
/// [`IdPolicy`] says. An error of the service passes through, and has no id.
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
    /// Creates a layer with the settings of a service's ids.
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

/// Returns a layer for `x-request-id`, which takes clients' ids and makes UUIDs version 7.
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
///
/// The id is on the request's header when the inner service is called, where
/// [`request_id`](crate::request_id) reads it, and on the response unless the inner service has set
/// one.
///
/// ```
/// use http::{Request, Response};
/// use manila_tower::{RequestIdLayer, request_id};
/// use tower::{Layer, Service, ServiceExt, service_fn};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let mut service = RequestIdLayer::default().layer(service_fn(async |request: Request<()>| {
///     let id = request_id(request.headers(), request.extensions()).unwrap();
///     Ok::<_, std::convert::Infallible>(Response::new(id.to_string()))
/// }));
/// let request = Request::builder().header("x-request-id", "abc-123").body(()).unwrap();
/// let response = service.ready().await.unwrap().call(request).await.unwrap();
/// assert_eq!(response.body(), "abc-123");
/// assert_eq!(response.headers()["x-request-id"], "abc-123");
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct RequestIdService<S> {
    inner: S,
    ids: Arc<Ids>,
}

impl<S> RequestIdService<S> {
    /// Returns the inner service.
    ///
    /// ```
    /// use manila_tower::RequestIdLayer;
    /// use tower::Layer;
    ///
    /// let mut service = RequestIdLayer::default().layer("inside");
    /// assert_eq!(*service.get_ref(), "inside");
    /// *service.get_mut() = "changed";
    /// assert_eq!(service.into_inner(), "changed");
    /// ```
    pub const fn get_ref(&self) -> &S {
        &self.inner
    }

    /// Returns the inner service, mutably. It may be replaced between two calls.
    pub const fn get_mut(&mut self) -> &mut S {
        &mut self.inner
    }

    /// Returns the inner service, without the ids around it.
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
    /// The future of a response of [`RequestIdService`]: the inner one, with the id on the response
    /// that it resolves to.
    ///
    /// ```
    /// use http::{Request, Response};
    /// use manila_tower::{RequestIdFuture, RequestIdLayer};
    /// use std::convert::Infallible;
    /// use std::future::{Ready, ready};
    /// use tower::{Layer, Service, service_fn};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// type Answer = Ready<Result<Response<()>, Infallible>>;
    /// let inner = service_fn(|_: Request<()>| -> Answer { ready(Ok(Response::new(()))) });
    /// let future: RequestIdFuture<Answer> =
    ///     RequestIdLayer::default().layer(inner).call(Request::new(()));
    /// assert!(future.await.unwrap().headers().contains_key("x-request-id"));
    /// # }
    /// ```
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
