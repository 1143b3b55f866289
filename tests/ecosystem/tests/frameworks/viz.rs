//! viz: its responder is a service of hyper's, and `viz-tower` makes a middleware of a tower layer. No
//! middleware of a router sees a route that there is not, so that the layer goes around the responder.

use std::convert::Infallible;
use std::sync::Arc;

use hyper::body::Incoming;
use hyper::service::Service as _;
use manila_ecosystem::{SECRET, Server, envelopes};
use manila_tower::EnvelopeLayer;
use tower::{Layer as _, service_fn};
use viz::{IntoResponse as _, Request, Responder, Response, Result, Router, StatusCode, Tree};
use viz_tower::Layered;

async fn ok(_: Request) -> Result<&'static str> {
    Ok("all is well")
}

async fn fails(_: Request) -> Result<Response> {
    Err((StatusCode::INTERNAL_SERVER_ERROR, SECRET).into_error())
}

async fn panics(_: Request) -> Result<&'static str> {
    panic!("{SECRET}")
}

fn routes() -> Router {
    Router::new()
        .get("/ok", ok)
        .get("/text", fails)
        .get("/panic", panics)
}

/// The service that viz serves a router by.
fn service(
    routes: Router,
) -> impl tower::Service<http::Request<Incoming>, Response = Response, Error = Infallible, Future: Send>
+ Clone
+ Send
+ 'static {
    let tree = Arc::new(Tree::from(routes));
    service_fn(move |request: http::Request<Incoming>| {
        Responder::<()>::new(Arc::clone(&tree), None).call(request)
    })
}

#[tokio::test]
async fn errors_of_viz_are_envelopes() {
    let server = Server::of(EnvelopeLayer::new(envelopes()).layer(service(routes()))).await;
    server.get("/ok").await.assert_success();
    server.assert_foreign_errors().await;
}

#[tokio::test]
async fn a_middleware_of_vizs_sees_the_routes_that_there_are() {
    let routes = routes().with(Layered::new(EnvelopeLayer::new(envelopes())));
    let server = Server::of(service(routes)).await;
    server.get("/ok").await.assert_success();
    for path in ["/text", "/panic"] {
        server
            .get(path)
            .await
            .assert_envelope(500, "internal_server_error");
    }
}
