//! The middleware, which goes around an app or a scope.
//!
//! It knows a request's head: whose id it has, whether it is a gRPC call, whether its media types
//! can be taken. The answer is made in `exchange`.

use std::fmt;
use std::future::{Ready, ready};
use std::rc::Rc;

use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, Version};
use manila::adapter::{CatchUnwind, Renderer};
use manila::{Envelopes, Fault};

use crate::body::ResponseBody;
use crate::exchange::Exchange;
use crate::future::ResponseFuture;
use crate::header::{accept, text};
use crate::shared::Shared;

/// Gives every error response of the app or scope inside one envelope and a request id.
///
/// A middleware that is wrapped later is further out: wrap this after everything that it should
/// cover. A clone is cheap, but not for another thread; make one for each worker, as in the factory
/// of `HttpServer::new`.
///
/// The envelope of a panic, and of an error that inner middleware returns, is returned as an error
/// in turn: there is no request left for a response to belong to. Middleware further out that looks
/// at responses alone, as `DefaultHeaders` and `Logger` do, passes it on unchanged; one that also
/// handles errors, as that of `actix-cors` does, can change it.
///
/// ```
/// use actix_web::{App, body::to_bytes, error, middleware, test, web};
/// use manila_actix::{EnvelopeLayer, Envelopes};
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new()
///     .wrap(middleware::from_fn(async |_, _: middleware::Next<actix_web::body::BoxBody>| {
///         let refused = error::ErrorForbidden("Not from this network.");
///         Err::<actix_web::dev::ServiceResponse, _>(refused)
///     }))
///     .wrap(EnvelopeLayer::new(Envelopes::ok_error()))
///     .route("/", web::get().to(async || "hello"));
///
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::get().to_request();
/// let response = test::try_call_service(&app, request).await.unwrap_err().error_response();
/// assert_eq!(response.status(), 403);
/// let body = to_bytes(response.into_body()).await.unwrap();
/// assert_eq!(
///     body,
///     r#"{"ok":false,"error":{"code":"forbidden","message":"The request is not allowed.","details":{"reason":"Not from this network."}}}"#,
/// );
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct EnvelopeLayer {
    shared: Rc<Shared>,
}

impl EnvelopeLayer {
    /// Creates a middleware with the settings of a service.
    ///
    /// ```
    /// use manila_actix::{EnvelopeLayer, Envelopes};
    ///
    /// let layer = EnvelopeLayer::new(Envelopes::problem());
    /// assert!(format!("{layer:?}").contains("application/problem+json"));
    /// ```
    #[must_use]
    pub fn new(envelopes: Envelopes) -> Self {
        Self {
            shared: Rc::new(Shared::new(envelopes)),
        }
    }
}

/// Returns a middleware with the default settings, in the style `ok-error` and without a catalog.
impl Default for EnvelopeLayer {
    fn default() -> Self {
        Self::new(Envelopes::default())
    }
}

impl<S, B> Transform<S, ServiceRequest> for EnvelopeLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<ResponseBody<B>>;
    type Error = actix_web::Error;
    type Transform = EnvelopeMiddleware<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(EnvelopeMiddleware {
            inner,
            shared: Rc::clone(&self.shared),
        }))
    }
}

/// The service that [`EnvelopeLayer`] makes around an app or a scope. It is named in the types of
/// middleware that goes around it; nothing else needs it.
///
/// ```
/// use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, fn_service};
/// use actix_web::{HttpResponse, test};
/// use manila_actix::{EnvelopeLayer, EnvelopeMiddleware, Envelopes};
///
/// # #[actix_web::main]
/// # async fn main() {
/// let inner = fn_service(async |request: ServiceRequest| {
///     Ok::<ServiceResponse, _>(request.into_response(HttpResponse::Gone()))
/// });
/// let service: EnvelopeMiddleware<_> =
///     EnvelopeLayer::new(Envelopes::problem()).new_transform(inner).await.unwrap();
/// let response = service.call(test::TestRequest::get().to_srv_request()).await.unwrap();
/// assert_eq!(response.status(), 410);
/// assert_eq!(response.headers().get("content-type").unwrap(), "application/problem+json");
/// # }
/// ```
pub struct EnvelopeMiddleware<S> {
    inner: S,
    shared: Rc<Shared>,
}

impl<S, B> Service<ServiceRequest> for EnvelopeMiddleware<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<ResponseBody<B>>;
    type Error = actix_web::Error;
    type Future = ResponseFuture<S::Future>;

    forward_ready!(inner);

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let renderer = self.shared.responder.renderer();
        let speaks_grpc = speaks_grpc(renderer.envelopes(), &request);
        let exchange = Exchange::of(&self.shared, &mut request, speaks_grpc);
        let answer = match refuse(renderer, request.headers()) {
            Some(fault) => CatchUnwind::failed(fault),
            None => CatchUnwind::call(|| self.inner.call(request)),
        };
        ResponseFuture::new(answer, exchange)
    }
}

/// The fault of a request whose media types the service does not take, where it asks for that.
#[inline]
fn refuse(renderer: &Renderer, headers: &HeaderMap) -> Option<Fault> {
    if !renderer.checks_media_types() {
        return None;
    }
    let content_type = headers.get(header::CONTENT_TYPE).and_then(text);
    renderer.refuse_media_types(content_type, accept(headers))
}

/// Whether a request is to be answered with a gRPC status.
fn speaks_grpc(envelopes: &Envelopes, request: &ServiceRequest) -> bool {
    let (is_post, is_http2) = (
        request.method() == Method::POST,
        request.version() == Version::HTTP_2,
    );
    let field = |name| match request.headers().get_all(name).collect::<Vec<_>>()[..] {
        [only] => text(only),
        _ => None,
    };
    envelopes.speaks_grpc(is_post, is_http2, field)
}

impl<S> fmt::Debug for EnvelopeMiddleware<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvelopeMiddleware")
            .field("responder", &self.shared.responder)
            .finish_non_exhaustive()
    }
}
