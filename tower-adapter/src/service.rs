//! The service around the service.

use std::convert::Infallible;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, Version, header};
use manila::adapter::{Guarded, fault_of_panic};
use manila::{Envelopes, Fault};
use tower_service::Service;

use crate::answer::Exchange;
use crate::error::{BoxError, fault_of};
use crate::future::ResponseFuture;
use crate::header::{get, only_text, text};
use crate::layer::{EnvelopeLayer, Shared};

/// The service that [`EnvelopeLayer`] makes. It never fails.
pub struct EnvelopeService<S> {
    inner: S,
    shared: Arc<Shared>,
    /// Why the inner service is not ready; answered by the next call.
    unready: Option<Fault>,
}

impl<S> EnvelopeService<S> {
    /// A service that writes the errors of `inner` in this way.
    #[must_use]
    pub fn new(inner: S, envelopes: Envelopes) -> Self {
        tower_layer::Layer::layer(&EnvelopeLayer::new(envelopes), inner)
    }

    pub(crate) const fn of(inner: S, shared: Arc<Shared>) -> Self {
        Self {
            inner,
            shared,
            unready: None,
        }
    }

    /// The inner service.
    pub const fn get_ref(&self) -> &S {
        &self.inner
    }

    /// The inner service.
    pub const fn get_mut(&mut self) -> &mut S {
        &mut self.inner
    }

    /// The inner service, taken out.
    pub fn into_inner(self) -> S {
        self.inner
    }
}

impl<S, ReqBody, ResBody> Service<Request<ReqBody>> for EnvelopeService<S>
where
    S: Service<Request<ReqBody>, Response = Response<ResBody>>,
    S::Error: Into<BoxError>,
    ResBody: http_body::Body + From<Bytes>,
{
    type Response = Response<ResBody>;
    type Error = Infallible;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        if self.unready.is_none() {
            let ready = catch_unwind(AssertUnwindSafe(|| self.inner.poll_ready(cx)));
            self.unready = match ready {
                Ok(poll) => ready!(poll).map_err(fault_of).err(),
                Err(payload) => Some(fault_of_panic(payload)),
            };
        }
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request<ReqBody>) -> Self::Future {
        let is_grpc = speaks_grpc(&self.shared.envelopes, &request);
        let taken = self.shared.ids.take(&self.shared.envelopes, &mut request);
        let exchange = Exchange {
            id: taken.id,
            may_be_nested: taken.may_be_nested,
            shared: Arc::clone(&self.shared),
            is_head: request.method() == Method::HEAD,
            is_grpc,
            traceparent: taken.traceparent,
        };
        let envelopes = &self.shared.envelopes;
        let refusal = match self.unready.take() {
            None if envelopes.checks_media_types() => refuse(envelopes, request.headers()),
            unready => unready,
        };
        let answer = match refusal {
            Some(fault) => Guarded::failed(fault),
            None => Guarded::call(|| self.inner.call(request)),
        };
        ResponseFuture::new(answer, exchange)
    }
}

/// The fault of a request whose media types the service does not take.
fn refuse(envelopes: &Envelopes, headers: &HeaderMap) -> Option<Fault> {
    let content_type = get(headers, &header::CONTENT_TYPE).and_then(text);
    let accept = headers.get_all(header::ACCEPT).iter().filter_map(text);
    envelopes.refuse_media_types(content_type, accept)
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

/// A clone starts out like a new service: readiness is its own.
impl<S: Clone> Clone for EnvelopeService<S> {
    fn clone(&self) -> Self {
        Self::of(self.inner.clone(), Arc::clone(&self.shared))
    }
}

impl<S: fmt::Debug> fmt::Debug for EnvelopeService<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvelopeService")
            .field("inner", &self.inner)
            .field("envelopes", &self.shared.envelopes)
            .finish_non_exhaustive()
    }
}
