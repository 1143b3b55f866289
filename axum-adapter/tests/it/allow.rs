//! Which methods a 405 names, of whichever origin, wherever the layer stands.

use std::convert::Infallible;

use axum::Router;
use axum::body::Body;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use http::{Request, Response, StatusCode, header};
use manila::{Condition, Fault};
use manila_axum::{EnvelopeLayer, Envelopes, Error, RouterExt as _};
use tower::util::BoxCloneSyncService;
use tower::{Service, ServiceExt as _};

type App = BoxCloneSyncService<Request<Body>, Response<Body>, Infallible>;

fn boxed<S>(service: S) -> App
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send,
{
    BoxCloneSyncService::new(service)
}

async fn raise(says: bool) -> Result<(), Error> {
    let fault = Fault::condition(Condition::MethodNotAllowed);
    Err(if says {
        fault.with_allow(["GET", "PUT"]).into()
    } else {
        fault.into()
    })
}

const PATCH: [(header::HeaderName, &str); 1] = [(header::ALLOW, "PATCH")];

fn routes() -> Router {
    let bare = StatusCode::METHOD_NOT_ALLOWED;
    Router::new()
        .route("/routed", get(async || "hello"))
        .route("/bare", post(async move || bare))
        .route("/bare-that-sets", post(async move || (bare, PATCH)))
        .route("/fault", post(|| raise(false)))
        .route("/fault-that-says", post(|| raise(true)))
        .route(
            "/fault-that-sets-and-says",
            post(async || (PATCH, raise(true).await).into_response()),
        )
}

/// The router with a layer inside of it, around it, and around it inside of another one.
fn placements(router: &Router) -> [(&'static str, App); 3] {
    let envelopes = Envelopes::ok_error;
    let inside = router.clone().layer(EnvelopeLayer::new(envelopes()));
    let around = router.clone().with_envelope(envelopes());
    let nested = router.clone().with_envelope(envelopes());
    let nested = Router::new().fallback_service(nested);
    [
        ("layer", boxed(inside)),
        ("with_envelope", boxed(around)),
        ("nested", boxed(nested)),
    ]
}

async fn allow(app: App, path: &str) -> Option<String> {
    let request = Request::post(path).body(Body::empty()).unwrap();
    let response = app.oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
    assert!(response.headers().contains_key("x-error-code"), "{path}");
    let mut values = response.headers().get_all(header::ALLOW).iter();
    let only = values
        .next()
        .map(|value| value.to_str().unwrap().to_owned());
    assert_eq!(values.next(), None, "{path}");
    only
}

#[tokio::test]
async fn a_handlers_405_has_what_the_response_says_else_the_fault_and_is_never_completed_inside_a_router()
 {
    for (path, inside, elsewhere) in [
        ("/bare", None, ""),
        ("/bare-that-sets", Some("PATCH"), "PATCH"),
        ("/fault", None, ""),
        ("/fault-that-says", Some("GET, PUT"), "GET, PUT"),
        ("/fault-that-sets-and-says", Some("PATCH"), "PATCH"),
    ] {
        for (placement, app) in placements(&routes()) {
            let expected = if placement == "layer" {
                inside
            } else {
                Some(elsewhere)
            };
            let found = allow(app, path).await;
            assert_eq!(found.as_deref(), expected, "{placement} {path}");
        }
    }
}

#[tokio::test]
async fn the_routers_own_405_has_the_methods_of_the_route() {
    let answering = |says| routes().method_not_allowed_fallback(move || raise(says));
    let bare = routes().method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED);
    let route = "GET,HEAD";
    for (router, inside, elsewhere) in [
        (routes(), route, route),
        (bare, route, route),
        (answering(false), route, route),
        // By the time that a layer around the router sees it, the router has put them there.
        (answering(true), "GET, PUT", route),
    ] {
        for (placement, app) in placements(&router) {
            let expected = if placement == "layer" {
                inside
            } else {
                elsewhere
            };
            let found = allow(app, "/routed").await;
            assert_eq!(found.as_deref(), Some(expected), "{placement}");
        }
    }
}
