//! The least that gives every response an id and every error a body: one service outside the
//! router, which knows every answer beforehand and puts finished bytes in their place.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, ready};

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use http::{HeaderMap, Request, StatusCode};
use pin_project_lite::pin_project;
use tower::Service;

use super::routes::bare;
use crate::contenders::answers::{LIMIT_EXCEEDED, NOT_FOUND};
use crate::contenders::least::{REQUEST_ID, fresh_id, header};

static NOT_FOUND_HEADER: LazyLock<HeaderMap> = LazyLock::new(|| header("NOT_FOUND"));
static LIMIT_EXCEEDED_HEADER: LazyLock<HeaderMap> = LazyLock::new(|| header("PLAN_LIMIT_EXCEEDED"));

pub(super) fn app() -> Limit {
    Limit(bare())
}

#[derive(Clone)]
pub(super) struct Limit(Router);

impl Service<Request<Body>> for Limit {
    type Response = Response;
    type Error = Infallible;
    type Future = LimitFuture;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Service::<Request<Body>>::poll_ready(&mut self.0, cx)
    }

    fn call(&mut self, request: Request<Body>) -> LimitFuture {
        LimitFuture {
            answer: self.0.call(request),
        }
    }
}

pin_project! {
    pub(super) struct LimitFuture {
        #[pin]
        answer: RouteFuture<Infallible>,
    }
}

impl Future for LimitFuture {
    type Output = Result<Response, Infallible>;

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
