//! The least that gives every response an id: one header outside the app.

use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll, ready as await_ready};

use actix_web::body::MessageBody;
use actix_web::dev::{
    Service, ServiceFactory, ServiceRequest, ServiceResponse, Transform, forward_ready,
};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{App, Error};
use pin_project_lite::pin_project;

use super::routes::{plain, routes};
use crate::contenders::least::fresh_id_text;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

pub(super) fn app() -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    App::new().wrap(Limit).configure(routes(plain))
}

struct Limit;

impl<S, B> Transform<S, ServiceRequest> for Limit
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Transform = LimitService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(LimitService { inner }))
    }
}

struct LimitService<S> {
    inner: S,
}

impl<S, B> Service<ServiceRequest> for LimitService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = LimitFuture<S::Future>;

    forward_ready!(inner);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        LimitFuture {
            answer: self.inner.call(request),
        }
    }
}

pin_project! {
    struct LimitFuture<F> {
        #[pin]
        answer: F,
    }
}

impl<F, B> Future for LimitFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut response = await_ready!(self.project().answer.poll(cx))?;
        let id = HeaderValue::from_maybe_shared(fresh_id_text());
        let id = id.unwrap_or(HeaderValue::from_static("unknown"));
        response.headers_mut().insert(REQUEST_ID, id);
        Poll::Ready(Ok(response))
    }
}
