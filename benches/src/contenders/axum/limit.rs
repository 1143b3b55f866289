//! The least that gives every response an id and every error a body: one service outside the
//! router, which knows every answer beforehand and puts finished bytes in their place.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, ready};

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use http::{HeaderMap, Request, StatusCode};
use pin_project_lite::pin_project;
use tower::Service;
use tower::layer::layer_fn;

use super::routes::bare;
use crate::contenders::answers::{LIMIT_EXCEEDED, NOT_FOUND};
use crate::contenders::least::{REQUEST_ID, fresh_id, header};

static NOT_FOUND_HEADER: LazyLock<HeaderMap> = LazyLock::new(|| header("NOT_FOUND"));
static LIMIT_EXCEEDED_HEADER: LazyLock<HeaderMap> = LazyLock::new(|| header("PLAN_LIMIT_EXCEEDED"));

pub(super) fn app() -> Limit<Router> {
    Limit(bare())
}

/// As the router's last layer.
pub(super) fn layered() -> Router {
    bare().layer(layer_fn(Limit))
}

#[derive(Clone)]
pub(super) struct Limit<S>(S);

impl<S> Service<Request<Body>> for Limit<S>
where
    S: Service<Request<Body>, Response = Response, Error = Infallible>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = LimitFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: Request<Body>) -> LimitFuture<S::Future> {
        LimitFuture {
            answer: self.0.call(request),
        }
    }
}

pin_project! {
    pub(super) struct LimitFuture<F> {
        #[pin]
        answer: F,
    }
}

impl<F: Future<Output = Result<Response, Infallible>>> Future for LimitFuture<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let Ok(mut response) = ready!(self.project().answer.poll(cx));
        match response.status() {
            StatusCode::NOT_FOUND => rewrite(&mut response, &NOT_FOUND_HEADER, NOT_FOUND),
            StatusCode::PAYMENT_REQUIRED => {
                rewrite(&mut response, &LIMIT_EXCEEDED_HEADER, LIMIT_EXCEEDED);
            }
            _ => {}
        }
        response.headers_mut().insert(REQUEST_ID, fresh_id());
        Poll::Ready(Ok(response))
    }
}

fn rewrite(response: &mut Response, header: &HeaderMap, body: &'static str) {
    *response.headers_mut() = header.clone();
    *response.body_mut() = Body::from(body);
}
