//! The guard against panics that Manila's layers have, with nothing around it.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use http::{Request, StatusCode};
use manila::adapter::CatchUnwind;
use pin_project_lite::pin_project;
use tower::Service;

use super::routes::bare;

pub(super) fn app() -> Guard {
    Guard(bare())
}

#[derive(Clone)]
pub(super) struct Guard(Router);

impl Service<Request<Body>> for Guard {
    type Response = Response;
    type Error = Infallible;
    type Future = GuardFuture;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Service::<Request<Body>>::poll_ready(&mut self.0, cx)
    }

    fn call(&mut self, request: Request<Body>) -> GuardFuture {
        GuardFuture {
            answer: CatchUnwind::call(|| self.0.call(request)),
        }
    }
}

pin_project! {
    pub(super) struct GuardFuture {
        #[pin]
        answer: CatchUnwind<RouteFuture<Infallible>>,
    }
}

impl Future for GuardFuture {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(Ok(match ready!(self.project().answer.poll(cx)) {
            Ok(Ok(response)) => response,
            Err(_) => {
                let mut response = Response::default();
                *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                response
            }
        }))
    }
}
