//! Layers of frameworks on `http` 1.x.

use std::cell::RefCell;
use std::fmt::Debug;
use std::future::{Ready, ready};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, Version};
use http_body::Body;
use manila::adapter::Carrier;
use tower_service::Service;

use super::body::{AnyBody, ReadBody};
use super::framework::{Asked, Inner};
use super::made::{Made, PHRASE};
use crate::expected::Fields;

/// A service that answers once.
pub(super) struct Once<'a>(RefCell<Option<Inner<'a>>>);

impl<'a> Once<'a> {
    pub(super) fn new(inner: Inner<'a>) -> Self {
        Self(RefCell::new(Some(inner)))
    }
}

/// A phrase, in the extensions as a server would find it.
#[derive(Debug, Clone)]
struct Phrase(#[expect(dead_code, reason = "it is looked for, never read")] &'static str);

impl Service<Request<()>> for Once<'_> {
    type Response = Response<AnyBody>;
    type Error = Box<dyn std::error::Error + Send + Sync>;
    type Future = Ready<Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<()>) -> Self::Future {
        let asked = Asked {
            is_head: request.method() == Method::HEAD,
            fields: Fields::of(request.headers()),
        };
        let inner = self.0.take().expect("called once");
        ready(Ok(response(inner(asked))))
    }
}

fn response(made: Made) -> Response<AnyBody> {
    let mut response = Response::new(made.body);
    *response.status_mut() = StatusCode::from_u16(made.status).expect("a status");
    for (name, value) in made.fields.0 {
        let name = HeaderName::try_from(name).expect("a name");
        let value = HeaderValue::from_bytes(&value).expect("a value");
        response.headers_mut().append(name, value);
    }
    if made.has_phrase {
        response.extensions_mut().insert(Phrase(PHRASE));
    }
    if made.is_old_version {
        *response.version_mut() = Version::HTTP_10;
    }
    if let Some(carrier) = made.carrier {
        response.extensions_mut().insert(carrier);
    }
    response
}

/// Asks a layer's service once.
pub(super) fn ask<S, B>(asked: &Asked, mut service: S) -> Made
where
    S: Service<Request<()>, Response = Response<B>>,
    S::Error: Debug,
    B: Body<Data = Bytes> + Send + 'static,
{
    let method = if asked.is_head {
        Method::HEAD
    } else {
        Method::GET
    };
    let mut request = Request::builder().method(method).body(()).expect("plain");
    for (name, value) in &asked.fields.0 {
        let name = HeaderName::try_from(name).expect("a name");
        let value = HeaderValue::from_bytes(value).expect("a value");
        request.headers_mut().append(name, value);
    }
    let mut context = Context::from_waker(Waker::noop());
    assert!(service.poll_ready(&mut context).is_ready(), "not ready");
    let future = pin!(service.call(request));
    let Poll::Ready(response) = future.poll(&mut context) else {
        panic!("no answer");
    };
    let (mut parts, body) = response.expect("a layer does not fail").into_parts();
    Made {
        status: parts.status.as_u16(),
        fields: Fields::of(&parts.headers),
        carrier: parts.extensions.remove::<Carrier>(),
        has_phrase: parts.extensions.remove::<Phrase>().is_some(),
        is_old_version: parts.version == Version::HTTP_10,
        body: AnyBody::new(Of(Box::pin(body))),
    }
}

struct Of<B>(Pin<Box<B>>);

impl<B: Body<Data = Bytes> + Send> ReadBody for Of<B> {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        let frame = self.0.as_mut().poll_frame(cx);
        frame.map(|frame| frame?.ok()?.into_data().ok())
    }

    fn size(&self) -> Option<u64> {
        self.0.size_hint().exact()
    }
}
