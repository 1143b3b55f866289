//! The layer, its service, and the future that writes the line.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::{Method, Request, Response};
use manila::adapter::Recorder;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::route::Route;
use crate::header::only_text;

/// Writes a line for each response of the service inside: see [the module](super).
///
/// ```
/// use manila_tower::recorder::{self, RecorderLayer};
///
/// let layer: RecorderLayer = recorder::layer();
/// assert!(format!("{layer:?}").starts_with("RecorderLayer"));
/// ```
#[derive(Debug, Clone)]
pub struct RecorderLayer(Recorder);

impl RecorderLayer {
    pub(super) const fn of(recorder: Recorder) -> Self {
        Self(recorder)
    }
}

impl<S> Layer<S> for RecorderLayer {
    type Service = RecorderService<S>;

    fn layer(&self, inner: S) -> RecorderService<S> {
        RecorderService {
            inner,
            recorder: self.0.clone(),
        }
    }
}

/// The service that [`RecorderLayer`] makes. Requests and responses pass it unchanged.
///
/// ```
/// use manila_tower::recorder::{self, RecorderService};
/// use tower::Layer;
///
/// let service: RecorderService<&str> = recorder::layer().layer("inside");
/// assert!(format!("{service:?}").contains("inside"));
/// ```
#[derive(Debug, Clone)]
pub struct RecorderService<S> {
    inner: S,
    recorder: Recorder,
}

impl<S, ReqBody, ResBody> Service<Request<ReqBody>> for RecorderService<S>
where
    S: Service<Request<ReqBody>, Response = Response<ResBody>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = RecorderFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<ReqBody>) -> Self::Future {
        let pending = match request.extensions().get::<Route>() {
            // Another layer further out writes the line.
            Some(route) => {
                route.note_matched(&request);
                None
            }
            None => self.recorder.is_on().then(|| {
                let route = Route::default();
                route.note_matched(&request);
                request.extensions_mut().insert(route.clone());
                Box::new(Pending {
                    recorder: self.recorder.clone(),
                    method: request.method().clone(),
                    route,
                })
            }),
        };
        RecorderFuture {
            inner: self.inner.call(request),
            pending,
        }
    }
}

/// A request that is not answered yet.
struct Pending {
    recorder: Recorder,
    method: Method,
    route: Route,
}

impl Pending {
    fn record<B>(&self, response: &Response<B>) {
        let route = self.route.take();
        let code = only_text(response.headers(), "x-error-code");
        let status = response.status().as_u16();
        self.recorder
            .record(self.method.as_str(), route.as_deref(), status, code);
    }
}

pin_project! {
    /// The future of a response of [`RecorderService`], which writes the line as it resolves. An error of
    /// the service is no response, and has no line; nor has a request whose client goes away.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use http::{Request, Response};
    /// use http_body_util::Empty;
    /// use manila_tower::recorder::{self, RecorderFuture};
    /// use tower::{BoxError, Layer, Service, service_fn};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let service = service_fn(async |_: Request<()>| Ok::<_, BoxError>(Response::new(Empty::<Bytes>::new())));
    /// let future: RecorderFuture<_> = recorder::layer().layer(service).call(Request::new(()));
    /// assert_eq!(future.await.unwrap().status(), 200);
    /// # }
    /// ```
    pub struct RecorderFuture<F> {
        #[pin]
        inner: F,
        pending: Option<Box<Pending>>,
    }
}

impl<F, B, E> Future for RecorderFuture<F>
where
    F: Future<Output = Result<Response<B>, E>>,
{
    type Output = Result<Response<B>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let result = ready!(this.inner.poll(cx));
        if let (Some(pending), Ok(response)) = (this.pending.take(), &result) {
            pending.record(response);
        }
        Poll::Ready(result)
    }
}

impl<F> fmt::Debug for RecorderFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecorderFuture").finish_non_exhaustive()
    }
}
