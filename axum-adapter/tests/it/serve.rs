//! An enveloped router behind `axum::serve`.

use std::io::{Read as _, Write as _};
use std::net::SocketAddr;

use axum::extract::ConnectInfo;
use axum::routing::get;
use axum::{Json, Router};
use manila_axum::{Envelopes, RouterExt as _};

#[tokio::test]
async fn the_app_serves_with_the_address_of_its_client() {
    let router = Router::new().route(
        "/",
        get(async |ConnectInfo(client): ConnectInfo<SocketAddr>| Json(client.ip().is_loopback())),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = router
        .with_envelope(Envelopes::ok_error())
        .into_make_service_with_connect_info::<SocketAddr>();
    let server = tokio::spawn(async move { axum::serve(listener, service).await });
    let response = tokio::task::spawn_blocking(move || {
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        stream
            .write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
            .unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        response
    });
    let response = response.await.unwrap();
    assert!(response.ends_with("\r\n\r\ntrue"), "{response}");
    server.abort();
}
