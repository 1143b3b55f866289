//! The service around the inner service.
//!
//! It knows a request's head: whose id it has, whether it is HEAD or a gRPC call, whether its media
//! types can be taken. The answer is made in `exchange`.

use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, Response, Version, header};
use manila::adapter::{CatchUnwind, Preferences, Renderer, fault_of_panic};
use manila::{Envelopes, Fault};
use tower_service::Service;

use crate::asked::Asked;
use crate::body::{AnyBody, MakeBody};
use crate::error::{BoxError, fault_of};
use crate::exchange::Exchange;
use crate::future::ResponseFuture;
use crate::header::{get, only_text, text};
use crate::shared::Shared;

/// The service that [`EnvelopeLayer`](crate::EnvelopeLayer) makes. It never fails: errors of the
/// inner service, of its readiness, and panics are answered with envelopes.
///
/// An inner service that is not ready because it failed is answered at the next call, so that
/// `poll_ready` never fails either.
///
/// ```
/// use bytes::Bytes;
/// use http::{Request, Response};
/// use http_body_util::{BodyExt, Full};
/// use manila::{Condition, Envelopes, Fault};
/// use manila_tower::EnvelopeService;
/// use tower::{ServiceExt, service_fn};
///
/// async fn handler(_: Request<()>) -> Result<Response<Full<Bytes>>, Fault> {
///     Err(Fault::condition(Condition::Conflict).with_message("The name is taken."))
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let service = EnvelopeService::new(service_fn(handler), Envelopes::code_data());
/// let response = service.oneshot(Request::new(())).await.unwrap();
/// assert_eq!(response.status(), 409);
/// let body = response.into_body().collect().await.unwrap().to_bytes();
/// assert_eq!(body, r#"{"code":-409,"data":"The name is taken."}"#);
/// # }
/// ```
pub struct EnvelopeService<S, M = AnyBody> {
    inner: S,
    shared: Arc<Shared>,
    /// Why the inner service is not ready; answered by the next call.
    unready: Option<Fault>,
    bodies: PhantomData<fn() -> M>,
}

impl<S> EnvelopeService<S> {
    /// Creates a service that writes the errors of `inner` as these settings say. Several services
    /// of one layer share what is written once; several of this constructor do not.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_tower::EnvelopeService;
    ///
    /// let service = EnvelopeService::new("inside", Envelopes::ok_error());
    /// assert_eq!(service.into_inner(), "inside");
    /// ```
    #[must_use]
    pub fn new(inner: S, envelopes: Envelopes) -> Self {
        Self::of(inner, Arc::new(Shared::new(envelopes)))
    }
}

impl<S, M> EnvelopeService<S, M> {
    pub(crate) const fn of(inner: S, shared: Arc<Shared>) -> Self {
        Self {
            inner,
            shared,
            unready: None,
            bodies: PhantomData,
        }
    }

    /// Returns the inner service.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_tower::EnvelopeService;
    ///
    /// let mut service = EnvelopeService::new("inside", Envelopes::ok_error());
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

    /// Returns the inner service, without the envelopes around it.
    pub fn into_inner(self) -> S {
        self.inner
    }
}

impl<S, M, ReqBody, ResBody> Service<Request<ReqBody>> for EnvelopeService<S, M>
where
    S: Service<Request<ReqBody>, Response = Response<ResBody>>,
    S::Error: Into<BoxError>,
    ResBody: http_body::Body<Data = Bytes>,
    M: MakeBody<ResBody>,
{
    type Response = Response<M::Body>;
    type Error = Infallible;
    type Future = ResponseFuture<S::Future, M>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        if self.unready.is_none() {
            let ready = catch_unwind(AssertUnwindSafe(|| self.inner.poll_ready(cx)));
            self.unready = match ready {
                Ok(poll) => {
                    let envelopes = self.shared.responder.envelopes();
                    ready!(poll)
                        .map_err(|error| fault_of(envelopes, error))
                        .err()
                }
                Err(payload) => Some(fault_of_panic(payload)),
            };
        }
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request<ReqBody>) -> Self::Future {
        let renderer = self.shared.responder.renderer();
        let speaks_grpc = speaks_grpc(renderer.envelopes(), &request);
        let has_origin =
            renderer.exposes_headers() && get(request.headers(), &header::ORIGIN).is_some();
        let preferences = preferences(renderer, request.headers());
        let mut taken = self.shared.ids.take(&mut request);
        let is_heard = self.shared.responder.is_heard();
        let exchange = Exchange {
            asked: is_heard.then(|| Asked::of(&request, &mut taken)),
            id: taken.id,
            may_be_nested: taken.may_be_nested || renderer.envelopes().keeps_code(),
            has_origin,
            shared: Arc::clone(&self.shared),
            is_head: request.method() == Method::HEAD,
            speaks_grpc,
            preferences,
        };
        let refusal = match self.unready.take() {
            None if renderer.checks_media_types() => refuse(renderer, request.headers()),
            unready => unready,
        };
        let answer = match refusal {
            Some(fault) => CatchUnwind::failed(fault),
            None => CatchUnwind::call(|| self.inner.call(request)),
        };
        ResponseFuture::new(answer, exchange)
    }
}

/// The fault of a request whose media types the service does not take.
fn refuse(renderer: &Renderer, headers: &HeaderMap) -> Option<Fault> {
    let content_type = get(headers, &header::CONTENT_TYPE).and_then(text);
    renderer.refuse_media_types(content_type, accept(headers))
}

/// What a request asks for of the form of an error, where the service leaves it a choice.
#[inline]
fn preferences(renderer: &Renderer, headers: &HeaderMap) -> Preferences {
    if !renderer.negotiates() {
        return Preferences::default();
    }
    let languages = headers.get_all(header::ACCEPT_LANGUAGE).iter();
    renderer.negotiate(accept(headers), languages.map(HeaderValue::as_bytes))
}

fn accept(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    headers.get_all(header::ACCEPT).iter().filter_map(text)
}

/// Whether a request is to be answered with a gRPC status.
fn speaks_grpc<B>(envelopes: &Envelopes, request: &Request<B>) -> bool {
    let (is_post, is_http2) = (
        request.method() == Method::POST,
        request.version() == Version::HTTP_2,
    );
    let field = |name| only_text(request.headers(), name);
    envelopes.speaks_grpc(is_post, is_http2, field)
}

/// A clone begins like a new service, with a readiness of its own, and shares the bodies and heads
/// that are written once.
impl<S: Clone, M> Clone for EnvelopeService<S, M> {
    fn clone(&self) -> Self {
        Self::of(self.inner.clone(), Arc::clone(&self.shared))
    }
}

impl<S: fmt::Debug, M> fmt::Debug for EnvelopeService<S, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvelopeService")
            .field("inner", &self.inner)
            .field("responder", &self.shared.responder)
            .finish_non_exhaustive()
    }
}
