//! Someone who is a service of tower's.

use std::convert::Infallible;
use std::fmt::Display;
use std::hint::black_box;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use tower::{Service, ServiceExt as _};

use super::execute::{block_on, read};
use crate::work::{Contender, Expected};

/// A service that answers a request: it is made anew each time, and its answer is read to its end.
/// As a server does, each request is given a clone of the service.
pub(super) fn contender<S, B, T>(
    name: &'static str,
    expected: &Expected,
    make: fn() -> S,
    request: fn() -> Request<T>,
) -> Contender
where
    T: 'static,
    S: Service<Request<T>, Response = Response<B>, Error = Infallible> + Clone + 'static,
    B: http_body::Body<Data = Bytes, Error: Display>,
{
    let answer = move || {
        block_on(async move {
            let Ok(response) = make().oneshot(request()).await;
            read(response).await
        })
    };
    Contender::new(name, expected.clone(), answer, move |times| {
        block_on(async move {
            let service = make();
            for _ in 0..times {
                let Ok(response) = service.clone().oneshot(request()).await;
                black_box(response.into_body().collect().await.ok());
            }
        });
    })
}
