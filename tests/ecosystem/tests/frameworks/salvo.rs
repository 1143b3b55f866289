//! salvo: `compat()` makes a hoop of a tower layer. salvo drives the handlers beside the layer, not inside
//! of it, so that a panic goes past it unless `CatchPanic` is a hoop further in; and no hoop of a router
//! sees a route that there is not, so that a last goal answers those.

use manila_ecosystem::{SECRET, Server, envelopes};
use manila_tower::EnvelopeLayer;
use salvo::conn::{Acceptor as _, Listener as _, TcpListener};
use salvo::http::ReqBody;
use salvo::prelude::{CatchPanic, Response, Router, StatusCode, TowerLayerCompat as _, handler};

#[handler]
async fn ok() -> &'static str {
    "all is well"
}

#[handler]
async fn fails(response: &mut Response) {
    response.status_code(StatusCode::INTERNAL_SERVER_ERROR);
    response.render(SECRET);
}

#[handler]
async fn panics() -> &'static str {
    panic!("{SECRET}")
}

#[tokio::test]
async fn errors_of_salvos_handlers_are_envelopes() {
    let router = Router::new()
        .hoop(EnvelopeLayer::new(envelopes()).compat::<ReqBody>())
        .hoop(CatchPanic::new())
        .push(Router::with_path("ok").get(ok))
        .push(Router::with_path("text").get(fails))
        .push(Router::with_path("panic").get(panics))
        .push(Router::with_path("{**rest}").goal(not_found));
    let acceptor = TcpListener::new("127.0.0.1:0").bind().await;
    let address = acceptor.holdings()[0]
        .local_addr
        .clone()
        .into_std()
        .unwrap();
    let serving = tokio::spawn(salvo::Server::new(acceptor).serve(router));
    let server = Server::at(address);
    server.get("/ok").await.assert_success();
    server
        .get("/text")
        .await
        .assert_envelope(500, "internal_server_error");
    server
        .get("/missing")
        .await
        .assert_envelope(404, "not_found");
    server
        .get("/panic")
        .await
        .assert_envelope(500, "internal_server_error");
    serving.abort();
}

#[handler]
async fn not_found(response: &mut Response) {
    response.status_code(StatusCode::NOT_FOUND);
}
