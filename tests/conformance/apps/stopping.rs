//! What tower-http has for axum, for actix-web: middleware that stops bodies.

use std::io::{Error, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::HttpMessage as _;
use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use futures_core::Stream;
use tokio::time::{Sleep, sleep};

use super::app::{LONGEST, PATIENCE};

/// A body that ends with an error where it is too long, or takes too long.
struct Stopping {
    body: Payload,
    left: usize,
    end: Option<Pin<Box<Sleep>>>,
}

impl Stream for Stopping {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match Pin::new(&mut self.body).poll_next(cx) {
            Poll::Ready(Some(Ok(bytes))) => {
                let left = self.left.checked_sub(bytes.len());
                self.left = left.unwrap_or_default();
                let bytes = left.map(|_| bytes).ok_or(PayloadError::Overflow);
                Poll::Ready(Some(bytes))
            }
            Poll::Pending => {
                let end = self.end.as_mut();
                match end.map(|end| end.as_mut().poll(cx)) {
                    Some(Poll::Ready(())) => {
                        let error = Error::from(ErrorKind::TimedOut);
                        Poll::Ready(Some(Err(PayloadError::Io(error))))
                    }
                    _ => Poll::Pending,
                }
            }
            polled @ Poll::Ready(_) => polled,
        }
    }
}

fn stop(request: &mut ServiceRequest, left: usize, end: Option<Sleep>) {
    let body = request.take_payload();
    let end = end.map(Box::pin);
    let body = Stopping { body, left, end };
    request.set_payload(Payload::Stream {
        payload: Box::pin(body),
    });
}

/// Stops a body that takes too long.
pub(super) async fn impatient(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    stop(&mut request, usize::MAX, Some(sleep(PATIENCE)));
    next.call(request).await
}

/// Stops a body that is too long.
pub(super) async fn limited(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    stop(&mut request, LONGEST, None);
    next.call(request).await
}
