//! Operations of a service, with a defect planted in each.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header::ALLOW};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{get, post};
use manila_axum::{EnvelopeLayer, Envelopes};
use manila_probe::{Probe, assert_enveloped_with};

use crate::panics::catch;

const ROUTES: [&str; 3] = ["GET /apps", "POST /apps", "GET /apps/{id}"];

/// axum's own extractor, whose refusal is a text.
async fn read(Path(id): Path<u64>) -> String {
    id.to_string()
}

async fn create(body: String) -> String {
    body
}

fn apps() -> Router {
    Router::new()
        .route("/apps", get(async || "apps").post(create))
        .route("/apps/{id}", get(read))
}

fn layer() -> EnvelopeLayer {
    EnvelopeLayer::new(Envelopes::ok_error())
}

fn enveloped() -> Router {
    apps()
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(layer())
}

/// A service that changes the field of a 405, outside of the envelope.
fn with_allow(allow: Option<&'static str>) -> Router {
    let change = move |mut response: Response| async move {
        if response.status() == StatusCode::METHOD_NOT_ALLOWED {
            response.headers_mut().remove(ALLOW);
            if let Some(allow) = allow {
                let allow = HeaderValue::from_static(allow);
                response.headers_mut().insert(ALLOW, allow);
            }
        }
        response
    };
    let service = Router::new().fallback_service(enveloped());
    service.layer(map_response(change))
}

async fn check(app: Router, configure: fn(Probe) -> Probe, told: &str) {
    let configure = |probe: Probe| configure(probe.routes(ROUTES));
    let panic = catch(assert_enveloped_with(app, configure)).await;
    assert!(panic.contains(told), "{told}\n{panic}");
}

fn plain(probe: Probe) -> Probe {
    probe
}

#[tokio::test]
async fn a_service_without_a_defect_passes() {
    let all = |probe: Probe| probe.routes(ROUTES);
    assert_enveloped_with(enveloped(), all).await;
    assert_enveloped_with(enveloped(), |probe| all(probe).unsafe_methods()).await;
    // A framework that does not know the methods sends the field empty.
    assert_enveloped_with(with_allow(Some("")), all).await;
}

#[tokio::test]
async fn a_405_in_plain_text_is_found() {
    let app =
        enveloped().method_not_allowed_fallback(async || (StatusCode::METHOD_NOT_ALLOWED, "no"));
    let told = "PROPFIND /apps: 405 text/plain: the method check at /apps does not pass";
    check(app, plain, told).await;
}

#[tokio::test]
async fn a_405_without_allow_is_found() {
    check(with_allow(None), plain, "405 without allow (RFC 9110").await;
}

#[tokio::test]
async fn a_405_that_names_other_methods_is_found() {
    let told = r#"allow is "GET", without POST, which the routes have"#;
    check(with_allow(Some("GET")), plain, told).await;
    let told = r#"allow is "GET, POST, PROPFIND", though PROPFIND is refused"#;
    check(with_allow(Some("GET, POST, PROPFIND")), plain, told).await;
}

#[tokio::test]
async fn a_parameter_that_is_refused_in_text_is_found() {
    let app = Router::new()
        .route("/apps", get(async || "apps").post(create))
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(layer())
        .route("/apps/{id}", get(read));
    let told = "GET /apps/manila-probe: 400 text/plain: the route /apps/0 does not pass";
    check(app, plain, told).await;
}

#[tokio::test]
async fn a_body_that_is_refused_in_text_is_found_where_bodies_may_be_sent() {
    let app = || {
        let outside = Router::new().route("/import", post(create));
        enveloped().merge(outside)
    };
    let told = "POST /import: 400 text/plain: the body check at /import does not pass";
    check(
        app(),
        |probe| probe.routes(["POST /import"]).unsafe_methods(),
        told,
    )
    .await;
    // By default the handler is not called; only its method check is seen.
    let panic = catch(assert_enveloped_with(app(), |probe| {
        probe.routes(["POST /import"])
    }))
    .await;
    assert!(!panic.contains("POST /import"), "{panic}");
}

#[tokio::test]
async fn a_code_of_no_catalog_is_found() {
    let codes = |probe: Probe| probe.codes(["not_found", "method_not_allowed"]);
    let told = "O13: the code bad_request is not in the service's catalog";
    check(enveloped(), codes, told).await;
    let all = |probe: Probe| codes(probe).codes(["bad_request"]);
    assert_enveloped_with(enveloped(), |probe| all(probe.routes(ROUTES))).await;
}
