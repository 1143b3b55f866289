//! A reverse proxy: hyper's client behind the layer, and an enveloped service behind that.

use std::net::SocketAddr;

use axum::Router;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper_util::client::legacy::Error as ClientError;
use manila::{Condition, Envelopes, Fault};
use manila_axum::RouterExt as _;
use manila_ecosystem::{SECRET, Server, client, envelopes, router};
use manila_tower::{EnvelopeLayer, pass_enveloped};
use tower::{ServiceBuilder, service_fn};

fn proxy_envelopes() -> Envelopes {
    envelopes().on_service_error(|error| {
        let error = error.downcast_ref::<ClientError>()?;
        error
            .is_connect()
            .then(|| Fault::condition(Condition::UpstreamFailed))
    })
}

async fn proxy(envelopes: Envelopes, behind: SocketAddr) -> Server {
    let forward = service_fn(move |request: Request<Incoming>| async move {
        let uri = format!("http://{behind}{}", request.uri().path());
        let mut onward = Request::builder().uri(uri);
        if let Some(headers) = onward.headers_mut() {
            headers.extend(
                request
                    .headers()
                    .get("x-request-id")
                    .map(|id| (http::HeaderName::from_static("x-request-id"), id.clone())),
            );
        }
        let onward = onward.body(Full::<Bytes>::default()).unwrap();
        let answer: Result<Response<Incoming>, ClientError> = client().request(onward).await;
        answer
    });
    let service = ServiceBuilder::new()
        .layer(EnvelopeLayer::new(envelopes))
        .map_response(pass_enveloped)
        .service(forward);
    Server::of(service).await
}

#[tokio::test]
async fn the_envelope_of_the_service_behind_reaches_the_client() {
    let behind = Server::of(router().with_envelope(envelopes())).await;
    let front = proxy(proxy_envelopes(), behind.address).await;
    front
        .get("/fault")
        .await
        .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
    front
        .get("/panic")
        .await
        .assert_envelope(500, "internal_server_error");
    front.get("/ok").await.assert_success();
    assert_eq!(
        front.get("/fault").await.body,
        behind.get("/fault").await.body
    );
}

#[tokio::test]
async fn an_error_of_anyone_else_is_replaced() {
    let page = Router::new().fallback(async || (http::StatusCode::BAD_GATEWAY, SECRET));
    let behind = Server::of(page).await;
    let front = proxy(proxy_envelopes(), behind.address).await;
    front.get("/").await.assert_envelope(502, "bad_gateway");
}

#[tokio::test]
async fn an_envelope_of_another_style_is_written_anew() {
    let behind = Server::of(router().with_envelope(Envelopes::problem())).await;
    let front = proxy(proxy_envelopes(), behind.address).await;
    front
        .get("/fault")
        .await
        .assert_envelope(402, "payment_required");
}

#[tokio::test]
async fn a_service_that_is_not_there_is_a_502() {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = closed.local_addr().unwrap();
    drop(closed);
    let front = proxy(proxy_envelopes(), address).await;
    front.get("/ok").await.assert_envelope(502, "bad_gateway");
    let front = proxy(envelopes(), address).await;
    front
        .get("/ok")
        .await
        .assert_envelope(500, "internal_server_error");
}
