//! The middleware of the actix adapter.

use std::cell::RefCell;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode, Version};
use actix_web::test::TestRequest;
use actix_web::{Error, HttpResponse};
use bytes::Bytes;
use manila::adapter::Carrier;
use manila_actix::EnvelopeLayer;

use super::body::{AnyBody, ReadBody};
use super::framework::{Asked, Framework, Inner};
use super::made::{Made, PHRASE};
use crate::expected::Fields;
use crate::settings::Settings;

pub(super) struct Actix;

impl Framework for Actix {
    const NAME: &'static str = "actix";

    fn through(settings: &Settings, asked: &Asked, inner: Inner<'_>) -> Made {
        let layer = EnvelopeLayer::new(settings.envelopes());
        let once = Once(Rc::new(RefCell::new(Some(inner))));
        let made = Transform::<_, ServiceRequest>::new_transform(&layer, once).into_inner();
        let service = made.unwrap_or_else(|()| panic!("the middleware cannot be made"));
        let mut future = pin!(service.call(request(asked)));
        let Poll::Ready(response) = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        else {
            panic!("no answer");
        };
        of(response.expect("a response is no error"))
    }
}

/// A service that answers once.
struct Once<'a>(Rc<RefCell<Option<Inner<'a>>>>);

impl Service<ServiceRequest> for Once<'_> {
    type Response = ServiceResponse<AnyBody>;
    type Error = Error;
    type Future = Ready<Result<Self::Response, Error>>;

    fn poll_ready(&self, _: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let inner = self.0.take().expect("called once");
        let asked = Asked {
            is_head: request.method() == Method::HEAD,
            fields: Fields::of(request.headers()),
        };
        ready(Ok(request.into_response(response(inner(asked)))))
    }
}

fn request(asked: &Asked) -> ServiceRequest {
    let method = if asked.is_head {
        Method::HEAD
    } else {
        Method::GET
    };
    let mut request = TestRequest::default().method(method);
    for (name, value) in &asked.fields.0 {
        let value = HeaderValue::from_bytes(value).expect("a value");
        request = request.append_header((name.as_str(), value));
    }
    request.to_srv_request()
}

fn response(made: Made) -> HttpResponse<AnyBody> {
    let mut response = HttpResponse::new(StatusCode::from_u16(made.status).expect("a status"));
    for (name, value) in made.fields.0 {
        let name = HeaderName::try_from(name).expect("a name");
        let value = HeaderValue::from_bytes(&value).expect("a value");
        response.headers_mut().append(name, value);
    }
    let head = response.head_mut();
    head.reason = made.has_phrase.then_some(PHRASE);
    if made.is_old_version {
        head.version = Version::HTTP_10;
    }
    if let Some(carrier) = made.carrier {
        response.extensions_mut().insert(carrier);
    }
    response.set_body(made.body)
}

fn of<B: MessageBody + Send + 'static>(response: ServiceResponse<B>) -> Made {
    let (mut head, body) = response.into_parts().1.into_parts();
    let carrier = head.extensions_mut().remove::<Carrier>();
    Made {
        status: head.status().as_u16(),
        fields: Fields::of(head.headers()),
        carrier,
        has_phrase: head.head().reason.is_some(),
        is_old_version: head.head().version == Version::HTTP_10,
        body: AnyBody::new(Of(Box::pin(body))),
    }
}

struct Of<B>(Pin<Box<B>>);

impl<B: MessageBody + Send> ReadBody for Of<B> {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        let data = self.0.as_mut().poll_next(cx);
        data.map(|data| data?.ok())
    }

    fn size(&self) -> Option<u64> {
        match self.0.size() {
            BodySize::Sized(size) => Some(size),
            BodySize::None => Some(0),
            BodySize::Stream => None,
        }
    }
}

impl MessageBody for AnyBody {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        Self::size(self).map_or(BodySize::Stream, BodySize::Sized)
    }

    fn poll_next(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        self.get_mut().poll(cx).map(|data| data.map(Ok))
    }
}
