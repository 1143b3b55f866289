//! Writes down which operation of a service under test answers with which code, for
//! `manila operations`.
//!
//! The middleware is wrapped around the finished app in its tests, after the envelope:
//!
//! ```
//! use actix_web::{App, test, web};
//! use manila_actix::{EnvelopeLayer, Envelopes, recorder};
//!
//! #[derive(Debug, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
//! #[error_code(catalog = "notes", case = "SCREAMING_SNAKE_CASE")]
//! enum ApiError {
//!     #[error("There is no note of this number.")]
//!     #[error_code(status = 404)]
//!     NoteNotFound,
//! }
//!
//! async fn read() -> Result<&'static str, ApiError> {
//!     Err(ApiError::NoteNotFound)
//! }
//!
//! # #[actix_web::main]
//! # async fn main() -> std::io::Result<()> {
//! let path = std::env::temp_dir().join(format!("manila-actix-{}.jsonl", std::process::id()));
//! let app = App::new()
//!     .route("/notes/{id}", web::get().to(read))
//!     .wrap(EnvelopeLayer::new(Envelopes::ok_error()))
//!     .wrap(recorder::middleware_to(&path)); // `middleware()` takes the file from `$MANILA_RECORD`
//! let app = test::init_service(app).await;
//! test::call_service(&app, test::TestRequest::get().uri("/notes/7?token=secret").to_request()).await;
//!
//! assert_eq!(
//!     std::fs::read_to_string(&path)?,
//!     "{\"method\":\"GET\",\"route\":\"/notes/{id}\",\"status\":404,\"code\":\"NOTE_NOT_FOUND\"}\n",
//! );
//! # std::fs::remove_file(path)
//! # }
//! ```
//!
//! A line has the method, the template of the resource with those of its scopes, the status and
//! `x-error-code`, and nothing else of the request or of the response. A request that no resource takes
//! has no template, and `"route":null`. A resource with several templates has the first.
//!
//! Of several such middlewares around one request the outermost writes the line.

use std::fmt;
use std::future::{Future, Ready, ready};
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::HttpMessage as _;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::Method;
use manila::adapter::Recorder;
use pin_project_lite::pin_project;

use crate::enveloped_error::EnvelopedError;
use crate::header::text;

/// Returns a middleware that adds a line for each response to the file which the variable
/// `MANILA_RECORD` names. Without the variable it does nothing.
///
/// The variable is read once in a process. What cannot be written is told once on standard error, and
/// fails no response.
///
/// ```
/// use actix_web::{App, test};
/// use manila_actix::{EnvelopeLayer, recorder};
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new().wrap(EnvelopeLayer::default()).wrap(recorder::middleware());
/// let app = test::init_service(app).await;
/// let response = test::call_service(&app, test::TestRequest::get().to_request()).await;
/// assert_eq!(response.status(), 404);
/// # }
/// ```
#[must_use]
pub fn middleware() -> RecorderLayer {
    RecorderLayer(Recorder::from_env())
}

/// Returns a middleware that adds a line for each response to this file.
///
/// ```
/// use manila_actix::recorder;
///
/// # let path = std::env::temp_dir().join(format!("manila-actix-to-{}.jsonl", std::process::id()));
/// let middleware = recorder::middleware_to(&path);
/// assert!(path.exists());
/// # drop(middleware);
/// # std::fs::remove_file(path).unwrap();
/// ```
#[must_use]
pub fn middleware_to(path: impl AsRef<Path>) -> RecorderLayer {
    RecorderLayer(Recorder::to_file(path))
}

/// Writes a line for each response of the app or scope inside: see [the module](self).
///
/// ```
/// use manila_actix::recorder::{self, RecorderLayer};
///
/// let middleware: RecorderLayer = recorder::middleware();
/// assert!(format!("{middleware:?}").starts_with("RecorderLayer"));
/// ```
#[derive(Debug, Clone)]
pub struct RecorderLayer(Recorder);

impl<S, B> Transform<S, ServiceRequest> for RecorderLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error>,
{
    type Response = ServiceResponse<B>;
    type Error = actix_web::Error;
    type Transform = RecorderMiddleware<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(RecorderMiddleware {
            inner,
            recorder: self.0.clone(),
        }))
    }
}

/// The service that [`RecorderLayer`] makes. Requests and responses pass it unchanged.
///
/// ```
/// use actix_web::dev::{ServiceRequest, Transform, fn_service};
/// use actix_web::HttpResponse;
/// use manila_actix::recorder::{self, RecorderMiddleware};
///
/// # #[actix_web::main]
/// # async fn main() {
/// let inner = fn_service(async |request: ServiceRequest| {
///     Ok::<_, actix_web::Error>(request.into_response(HttpResponse::Gone()))
/// });
/// let service: RecorderMiddleware<_> = recorder::middleware().new_transform(inner).await.unwrap();
/// assert!(format!("{service:?}").starts_with("RecorderMiddleware"));
/// # }
/// ```
pub struct RecorderMiddleware<S> {
    inner: S,
    recorder: Recorder,
}

/// Says that a middleware further out writes the line of a request.
struct IsRecorded;

impl<S, B> Service<ServiceRequest> for RecorderMiddleware<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error>,
{
    type Response = ServiceResponse<B>;
    type Error = actix_web::Error;
    type Future = RecorderFuture<S::Future>;

    forward_ready!(inner);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let pending = self.recorder.is_on().then(|| self.take(&request));
        RecorderFuture {
            inner: self.inner.call(request),
            pending: pending.flatten(),
        }
    }
}

impl<S> RecorderMiddleware<S> {
    /// Takes what is written of a request, unless another middleware does so.
    fn take(&self, request: &ServiceRequest) -> Option<Box<Pending>> {
        let mut extensions = request.extensions_mut();
        if extensions.contains::<IsRecorded>() {
            return None;
        }
        extensions.insert(IsRecorded);
        drop(extensions);
        Some(Box::new(Pending {
            recorder: self.recorder.clone(),
            method: request.method().clone(),
            route: request.match_pattern(),
        }))
    }
}

impl<S> fmt::Debug for RecorderMiddleware<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecorderMiddleware")
            .field("recorder", &self.recorder)
            .finish_non_exhaustive()
    }
}

/// A request that is not answered yet.
struct Pending {
    recorder: Recorder,
    method: Method,
    /// As the request came: an error gives no request back, and inner middleware may change the path.
    route: Option<String>,
}

impl Pending {
    fn record<B>(&self, response: &ServiceResponse<B>) {
        let route = response.request().match_pattern();
        let code = response.headers().get("x-error-code").and_then(text);
        self.write(
            route.as_ref().or(self.route.as_ref()),
            response.status().as_u16(),
            code,
        );
    }

    fn record_err(&self, error: &actix_web::Error) {
        let code = error.as_error().and_then(EnvelopedError::code);
        let status = error.as_response_error().status_code();
        self.write(self.route.as_ref(), status.as_u16(), code);
    }

    fn write(&self, route: Option<&String>, status: u16, code: Option<&str>) {
        let route = route.map(String::as_str);
        self.recorder
            .record(self.method.as_str(), route, status, code);
    }
}

pin_project! {
    /// The future of a response of [`RecorderMiddleware`], which writes the line as it resolves, also
    /// where that is an error.
    ///
    /// ```
    /// use actix_web::{App, dev::Service, test};
    /// use manila_actix::{EnvelopeLayer, recorder};
    ///
    /// # #[actix_web::main]
    /// # async fn main() {
    /// let app = App::new().wrap(EnvelopeLayer::default()).wrap(recorder::middleware());
    /// let app = test::init_service(app).await;
    /// let response = app.call(test::TestRequest::get().to_request()).await.unwrap();
    /// assert_eq!(response.status(), 404);
    /// # }
    /// ```
    pub struct RecorderFuture<F> {
        #[pin]
        inner: F,
        pending: Option<Box<Pending>>,
    }
}

impl<F, B> Future for RecorderFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, actix_web::Error>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let result = ready!(this.inner.poll(cx));
        match (this.pending.take(), &result) {
            (Some(pending), Ok(response)) => pending.record(response),
            (Some(pending), Err(error)) => pending.record_err(error),
            (None, _) => {}
        }
        Poll::Ready(result)
    }
}

impl<F> fmt::Debug for RecorderFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecorderFuture").finish_non_exhaustive()
    }
}
