//! The least that gives every response an id and every error a body: one service outside the
//! router, which knows every answer beforehand and puts finished bytes in their place.

use std::cell::Cell;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, ready};

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderMap, HeaderName, Request, StatusCode};
use pin_project_lite::pin_project;
use tower::Service;
use uuid::Uuid;

use super::routes::bare;
use super::works::{LIMIT_EXCEEDED, NOT_FOUND};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const ERROR_CODE: HeaderName = HeaderName::from_static("x-error-code");

static NOT_FOUND_HEADER: LazyLock<HeaderMap> = LazyLock::new(|| header("NOT_FOUND"));
static LIMIT_EXCEEDED_HEADER: LazyLock<HeaderMap> = LazyLock::new(|| header("PLAN_LIMIT_EXCEEDED"));

fn header(code: &'static str) -> HeaderMap {
    let mut header = HeaderMap::with_capacity(6);
    header.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    header.insert(ERROR_CODE, HeaderValue::from_static(code));
    header.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    header.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    header
}

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

/// An id of a counter alone: nothing that can be told apart costs less.
fn fresh_id() -> HeaderValue {
    thread_local! {
        static NEXT: Cell<u64> = const { Cell::new(0) };
    }
    let next = NEXT.replace(NEXT.get() + 1);
    let mut text = Uuid::encode_buffer();
    let text = Uuid::from_u64_pair(0, next)
        .hyphenated()
        .encode_lower(&mut text);
    HeaderValue::from_maybe_shared(Bytes::copy_from_slice(text.as_bytes()))
        .unwrap_or(HeaderValue::from_static("unknown"))
}
