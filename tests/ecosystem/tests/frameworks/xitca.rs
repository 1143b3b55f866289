//! xitca-web: `TowerHttpCompat` makes a middleware of a tower layer. An unknown route is an `Err` of its
//! service, which the service itself has to judge.

use manila::{Condition, Fault};
use manila_ecosystem::{SECRET, Server, envelopes};
use manila_tower::EnvelopeLayer;
use xitca_web::App;
use xitca_web::error::Error;
use xitca_web::handler::handler_service;
use xitca_web::http::StatusCode;
use xitca_web::middleware::tower_http_compat::TowerHttpCompat;
use xitca_web::route::get;

async fn ok() -> &'static str {
    "all is well"
}

async fn fails() -> Result<&'static str, Error> {
    Err(Error::from(StatusCode::CONFLICT))
}

async fn panics() -> &'static str {
    panic!("{SECRET}")
}

fn serve() -> Server {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let envelopes = envelopes().on_service_error(|error| {
            let text = format!("{error:?}");
            text.contains("MatchError")
                .then(|| Fault::condition(Condition::RouteNotFound))
        });
        App::new()
            .at("/ok", get(handler_service(ok)))
            .at("/conflict", get(handler_service(fails)))
            .at("/panic", get(handler_service(panics)))
            .enclosed(TowerHttpCompat::new(EnvelopeLayer::new(envelopes)))
            .serve()
            .worker_threads(1)
            .disable_signal()
            .listen(listener)
            .unwrap()
            .run()
            .wait()
    });
    Server::at(address)
}

#[tokio::test]
async fn errors_of_xitca_are_envelopes() {
    let server = serve();
    server.get("/ok").await.assert_success();
    // Each error of xitca's is an `Err`, whose answer only xitca itself would make.
    server
        .get("/conflict")
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
}
