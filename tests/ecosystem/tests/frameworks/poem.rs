//! poem: its requests are of a type of its own, so that an endpoint is put into a tower service here.

use std::convert::Infallible;
use std::sync::Arc;

use hyper::body::Incoming;
use manila_ecosystem::{SECRET, Server, envelopes};
use manila_tower::EnvelopeLayer;
use poem::http::{StatusCode, uri::Scheme};
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Endpoint, EndpointExt as _, Route, get, handler};
use tower::{Layer as _, service_fn};

#[handler]
fn ok() -> &'static str {
    "all is well"
}

#[handler]
fn fails() -> poem::Result<String> {
    Err(poem::Error::from_string(
        SECRET,
        StatusCode::INTERNAL_SERVER_ERROR,
    ))
}

#[handler]
fn panics() -> String {
    panic!("{SECRET}")
}

#[tokio::test]
async fn errors_of_poem_are_envelopes() {
    let routes = Route::new()
        .at("/ok", get(ok))
        .at("/text", get(fails))
        .at("/panic", get(panics));
    let routes = Arc::new(routes.map_to_response());
    let service = service_fn(move |request: http::Request<Incoming>| {
        let routes = Arc::clone(&routes);
        async move {
            let request = (
                request,
                LocalAddr::default(),
                RemoteAddr::default(),
                Scheme::HTTP,
            );
            let response = routes.get_response(request.into()).await;
            Ok::<hyper::Response<_>, Infallible>(response.into())
        }
    });
    let server = Server::of(EnvelopeLayer::new(envelopes()).layer(service)).await;
    server.get("/ok").await.assert_success();
    server.assert_foreign_errors().await;
    server
        .post("/ok", &[], "")
        .await
        .assert_envelope(405, "method_not_allowed");
}
