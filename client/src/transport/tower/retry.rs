//! The layer that sends requests again.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::{fmt, mem};

use http::{Request, Response};
use pin_project_lite::pin_project;
use tokio::time::{Sleep, sleep};
use tower_layer::Layer;
use tower_service::Service;

use super::repeat::{CloneBody, Repeat};
use crate::retrying::{Attempts, Retrier};

/// Sends a request again as its [policy](crate::RetryPolicy) says.
///
/// Calls of gRPC pass as they are: they are POSTs without a key, and a service says their errors with a status
/// of 200.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
/// use std::sync::atomic::{AtomicU16, Ordering};
/// use http::{Request, Response};
/// use manila_client::RetryPolicy;
/// use manila_client::tower::RetryLayer;
/// use tower::{Layer as _, ServiceExt as _, service_fn};
///
/// static SENT: AtomicU16 = AtomicU16::new(0);
/// let client = service_fn(async |_: Request<()>| {
///     let status = [503, 200][usize::from(SENT.fetch_add(1, Ordering::Relaxed))];
///     Response::builder().status(status).body(())
/// });
/// let client = RetryLayer::new(RetryPolicy::new()).layer(client);
/// let response = client.oneshot(Request::get("/").body(()).unwrap()).await.unwrap();
/// assert_eq!(response.status(), 200);
/// # });
/// ```
#[derive(Debug, Clone)]
pub struct RetryLayer<R = CloneBody> {
    retrier: Retrier,
    repeat: R,
}

impl RetryLayer {
    /// Creates a layer for requests whose bodies are `Clone`.
    #[must_use]
    pub fn new(retrier: impl Into<Retrier>) -> Self {
        Self {
            retrier: retrier.into(),
            repeat: CloneBody,
        }
    }
}

impl<R> RetryLayer<R> {
    /// Sets how requests are kept, and which errors of the client are no attempt.
    #[must_use]
    pub fn repeat_by<R2>(self, repeat: R2) -> RetryLayer<R2> {
        RetryLayer {
            retrier: self.retrier,
            repeat,
        }
    }
}

impl<S, R: Clone> Layer<S> for RetryLayer<R> {
    type Service = RetryService<S, R>;

    fn layer(&self, inner: S) -> RetryService<S, R> {
        RetryService {
            inner,
            retrier: self.retrier.clone(),
            repeat: self.repeat.clone(),
        }
    }
}

/// The service of [`RetryLayer`], around a client's.
#[derive(Debug, Clone)]
pub struct RetryService<S, R = CloneBody> {
    inner: S,
    retrier: Retrier,
    repeat: R,
}

impl<S, R, B, T> Service<Request<B>> for RetryService<S, R>
where
    S: Service<Request<B>, Response = Response<T>> + Clone,
    R: Repeat<B, S::Error> + Clone,
{
    type Response = Response<T>;
    type Error = S::Error;
    type Future = RetryFuture<S, R, B>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> RetryFuture<S, R, B> {
        // The service that is ready is the one to be called; its clone may not be.
        let clone = self.inner.clone();
        let mut service = mem::replace(&mut self.inner, clone);
        let mut attempts = self
            .retrier
            .start(request.method().as_str(), request.headers());
        let again = attempts.keep(|| copy(&request, &self.repeat));
        let future = service.call(request);
        RetryFuture {
            service,
            repeat: self.repeat.clone(),
            attempts,
            again,
            state: State::Called { future },
        }
    }
}

fn copy<B, E>(request: &Request<B>, repeat: &impl Repeat<B, E>) -> Option<Request<B>> {
    let mut copy = Request::new(repeat.copy(request.body())?);
    *copy.method_mut() = request.method().clone();
    *copy.uri_mut() = request.uri().clone();
    *copy.version_mut() = request.version();
    *copy.headers_mut() = request.headers().clone();
    *copy.extensions_mut() = request.extensions().clone();
    Some(copy)
}

pin_project! {
    /// The response of a [`RetryService`], of the last attempt.
    pub struct RetryFuture<S, R, B>
    where
        S: Service<Request<B>>,
    {
        service: S,
        repeat: R,
        attempts: Attempts,
        again: Option<Request<B>>,
        #[pin]
        state: State<S::Future>,
    }
}

pin_project! {
    #[project = StateOf]
    enum State<F> {
        Called { #[pin] future: F },
        Waiting { #[pin] sleep: Sleep },
        Readying,
    }
}

impl<S, R, B, T> Future for RetryFuture<S, R, B>
where
    S: Service<Request<B>, Response = Response<T>>,
    R: Repeat<B, S::Error>,
{
    type Output = Result<Response<T>, S::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        loop {
            match this.state.as_mut().project() {
                StateOf::Called { future } => {
                    let result = ready!(future.poll(cx));
                    let wait = match &result {
                        Ok(response) => this
                            .attempts
                            .after_response(response.status().as_u16(), response.headers()),
                        Err(error) if this.repeat.is_unsent(error) => {
                            this.attempts.after_no_connection()
                        }
                        Err(_) => None,
                    };
                    let Some(wait) = wait.filter(|_| this.again.is_some()) else {
                        return Poll::Ready(result);
                    };
                    this.state.set(State::Waiting { sleep: sleep(wait) });
                }
                StateOf::Waiting { sleep } => {
                    ready!(sleep.poll(cx));
                    this.state.set(State::Readying);
                }
                StateOf::Readying => {
                    ready!(this.service.poll_ready(cx))?;
                    // A wait has begun only with a request that is kept.
                    let Some(request) = this.again.take() else {
                        return Poll::Pending;
                    };
                    *this.again = this.attempts.keep(|| copy(&request, this.repeat));
                    let future = this.service.call(request);
                    this.state.set(State::Called { future });
                }
            }
        }
    }
}

impl<S: Service<Request<B>>, R, B> fmt::Debug for RetryFuture<S, R, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryFuture")
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}
