//! Other ways to serve an app, and to test one.

use axum_test::TestServer;
use manila_axum::{EnvelopeLayer, RouterExt as _};
use manila_ecosystem::{ID, Server, envelopes, router};
use tower_http::cors::CorsLayer;

async fn check(server: &TestServer) {
    let answer = server.get("/fault").add_header("x-request-id", ID).await;
    assert_eq!(answer.status_code(), 402);
    assert_eq!(answer.header("x-error-code"), "PLAN_LIMIT_EXCEEDED");
    assert_eq!(answer.header("x-request-id"), ID);
    let answer = server.get("/missing").await;
    assert_eq!(
        answer.json::<serde_json::Value>()["error"]["code"],
        "not_found"
    );
    let answer = server.get("/panic").await;
    assert_eq!(answer.header("x-error-code"), "internal_server_error");
}

#[tokio::test]
async fn axum_test_takes_a_layered_router_and_an_app() {
    let layered = router().layer(EnvelopeLayer::new(envelopes()));
    check(&TestServer::new(layered)).await;
    let app = router().with_envelope(envelopes());
    check(&TestServer::new(app.clone().into_make_service())).await;
    let app = app.layer(CorsLayer::permissive());
    check(&TestServer::new(app.into_make_service())).await;
}

#[tokio::test]
async fn axum_test_over_a_socket_takes_them_too() {
    let app = router().with_envelope(envelopes());
    let server = TestServer::builder()
        .http_transport()
        .build(app.into_make_service());
    check(&server).await;
}

#[tokio::test]
async fn axum_server_serves_an_app() {
    let app = router()
        .with_envelope(envelopes())
        .layer(CorsLayer::permissive());
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let serving = tokio::spawn(async move {
        let server = axum_server::from_tcp(listener).unwrap();
        server.serve(app.into_make_service()).await
    });
    let server = Server::at(address);
    server.assert_own_answers().await;
    serving.abort();
}

#[tokio::test]
async fn axum_serves_an_app_and_a_layered_one() {
    for app in [
        router().with_envelope(envelopes()),
        router()
            .with_envelope(envelopes())
            .layer(CorsLayer::permissive()),
    ] {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Server::at(listener.local_addr().unwrap());
        let serving = tokio::spawn(async move { axum::serve(listener, app).await });
        server
            .get("/missing")
            .await
            .assert_envelope(404, "not_found");
        server.get("/ok").await.assert_success();
        serving.abort();
    }
}
