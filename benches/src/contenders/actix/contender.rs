//! Someone who is an app of actix-web's.

use std::hint::black_box;

use actix_http::Request;
use actix_web::body::{self, MessageBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::header::{ACCEPT, HOST, HeaderValue, USER_AGENT};
use actix_web::test::{call_service, init_service};
use actix_web::{App, Error};

use crate::contenders::execute::block_on;
use crate::work::{Answer, Contender, Expected};

/// An app that answers a request: it is made anew each time, and its answer is read to its end.
pub(super) fn contender<T, B>(
    name: &'static str,
    expected: &Expected,
    make: fn() -> App<T>,
    path: &'static str,
) -> Contender
where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    let answer = move || {
        block_on(async move {
            let app = init_service(make()).await;
            read(call_service(&app, request(path)).await).await
        })
    };
    Contender::new(name, expected.clone(), answer, move |times| {
        block_on(async move {
            let app = init_service(make()).await;
            for _ in 0..times {
                let response = call_service(&app, request(path)).await;
                black_box(body::to_bytes(response.into_body()).await.ok());
            }
        });
    })
}

/// A request as a command-line client sends it, made as the server makes it: of a head that has
/// served before, whose header has room for more than this.
fn request(path: &'static str) -> Request {
    let mut request = Request::new();
    *request.uri_mut() = Uri::from_static(path);
    let header = request.headers_mut();
    header.append(HOST, HeaderValue::from_static("localhost"));
    header.append(USER_AGENT, HeaderValue::from_static("curl/8.0"));
    header.append(ACCEPT, HeaderValue::from_static("*/*"));
    request
}

async fn read<B: MessageBody>(response: ServiceResponse<B>) -> Answer {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let header = response
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), text(value.as_bytes())))
        .collect();
    let status = response.status().as_u16();
    // A body that breaks off is seen to be another one than expected.
    let body = body::to_bytes(response.into_body()).await;
    Answer {
        status,
        header,
        body: body.map(Vec::from).unwrap_or_default(),
    }
}
