//! axum and other tower services.

use std::fmt::Debug;
use std::future::poll_fn;
use std::pin::pin;

use bytes::Buf as _;
use http_body::Body;
use tower_service::Service;

use super::callable::{Call, Exchange};
use crate::enveloped::Tower;
use crate::wire::{Request, Response};

impl<S, B, R> Call<Tower, http::Request<R>> for S
where
    S: Service<http::Request<R>, Response = http::Response<B>> + Clone,
    S::Error: Debug,
    B: Body,
    B::Error: Debug,
{
    async fn call(&self, request: http::Request<R>) -> Exchange {
        let uri = request.uri();
        let path = uri.path_and_query().map_or("*", |path| path.as_str());
        let sent = Request::new(request.method().as_str().to_owned(), path);
        let received = answer(self.clone(), request).await;
        (sent, received)
    }
}

async fn answer<S, B, R>(mut service: S, request: http::Request<R>) -> Result<Response, String>
where
    S: Service<http::Request<R>, Response = http::Response<B>>,
    S::Error: Debug,
    B: Body,
    B::Error: Debug,
{
    let failed = |error: S::Error| format!("the service failed: {error:?}");
    poll_fn(|cx| service.poll_ready(cx)).await.map_err(failed)?;
    let response = service.call(request).await.map_err(failed)?;
    let (head, body) = response.into_parts();
    let headers = head.headers.iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.as_str().to_owned(), value.into_owned())
    });
    Ok(Response {
        status: head.status.as_u16(),
        headers: headers.collect(),
        body: read(body).await?,
    })
}

async fn read<B: Body<Error: Debug>>(body: B) -> Result<Vec<u8>, String> {
    let mut body = pin!(body);
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
        let frame = frame.map_err(|error| format!("the body failed: {error:?}"))?;
        if let Ok(mut data) = frame.into_data() {
            while data.has_remaining() {
                let part = data.chunk().to_vec();
                data.advance(part.len());
                bytes.extend(part);
            }
        }
    }
    Ok(bytes)
}
