//! axum, and other tower services.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Request, StatusCode};
use axum::response::Response;
use axum::routing::get;
use manila::{Condition, Fault};
use manila_axum::{EnvelopeLayer, Envelopes, RouterExt as _};
use manila_probe::{assert_code, assert_code_of, assert_code_with};
use tower::service_fn;

use super::{ApiError, styles};
use crate::panics::catch;

fn router() -> Router {
    Router::new()
        .route("/apps", get(async || ApiError::PlanLimitExceeded))
        .route("/broken", get(async || ApiError::Broken))
        .route(
            "/text",
            get(async || (StatusCode::PAYMENT_REQUIRED, "pay first")),
        )
        .route("/ok", get(async || "ok"))
}

fn to(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn a_code_is_found_in_each_style() {
    for envelopes in styles() {
        let app = router().with_envelope(envelopes.clone());
        let response = assert_code(&app, to("/apps"), ApiError::PlanLimitExceeded).await;
        assert!(response.text().contains("limit is reached"));
        assert_code(&app, to("/broken"), ApiError::Broken).await;
        let missing = Fault::condition(Condition::RouteNotFound);
        assert_code(&app, to("/missing"), missing).await;
        let head = Request::head("/apps").body(Body::empty()).unwrap();
        assert_code(&app, head, ApiError::PlanLimitExceeded).await;

        let app = router().layer(EnvelopeLayer::new(envelopes));
        assert_code(&app, to("/apps"), ApiError::PlanLimitExceeded).await;
    }
}

#[tokio::test]
async fn an_id_in_another_field_is_told_to_the_oracle() {
    let envelopes = Envelopes::ok_error().request_id_header("x-trace").unwrap();
    let app = router().with_envelope(envelopes);
    let with = |app, code| {
        assert_code_with(app, to("/apps"), code, |oracle| {
            oracle.request_id_header("x-trace")
        })
    };
    with(&app, ApiError::PlanLimitExceeded).await;
    let told = catch(assert_code(&app, to("/apps"), ApiError::PlanLimitExceeded)).await;
    assert!(told.contains("x-request-id is missing"), "{told}");
}

#[tokio::test]
async fn what_is_wrong_is_told_with_what_came() {
    let app = router().with_envelope(Envelopes::ok_error());
    let code = ApiError::PlanLimitExceeded;
    let lines = |text: &str, lines: &[&str]| {
        for line in lines {
            assert!(text.contains(line), "{line}\n{text}");
        }
    };
    let here = catch(assert_code(&app, to("/apps?a=1"), ApiError::PlanEnded)).await;
    lines(
        &here,
        &[
            "probe/tests/it/coded/axum.rs:",
            "expected 402 PLAN_ENDED in its envelope from GET /apps?a=1\n",
            "- x-error-code is \"PLAN_LIMIT_EXCEEDED\", not \"PLAN_ENDED\"\n",
            "- the code in the body is \"PLAN_LIMIT_EXCEEDED\", not \"PLAN_ENDED\"\n",
            "\n  402\n",
            "\n  x-request-id: ",
            "\n      \"code\": \"PLAN_LIMIT_EXCEEDED\",",
        ],
    );
    assert!(!here.contains("the status is"), "{here}");
    let missing = catch(assert_code(&app, to("/missing"), code)).await;
    lines(&missing, &["- the status is 404, not 402\n"]);
    let success = catch(assert_code(&app, to("/ok"), code)).await;
    lines(
        &success,
        &[
            "- the status is 200, not 402\n",
            "- x-error-code is missing",
            "\"ok\"",
        ],
    );
    let bare = catch(assert_code(&router(), to("/text"), code)).await;
    lines(
        &bare,
        &[
            "- x-error-code is missing",
            "- x-request-id is missing",
            "- the body is not strict JSON",
        ],
    );
    // It writes an envelope itself, but no layer is around it.
    let alone = catch(assert_code(&router(), to("/apps"), code)).await;
    lines(&alone, &["- x-request-id is missing"]);
    let failing = service_fn(async |_: Request<Body>| Err::<Response, _>("it is down"));
    let failed = catch(assert_code(&failing, to("/"), code)).await;
    lines(&failed, &["- the service failed: \"it is down\"\n"]);
}

#[tokio::test]
async fn a_code_that_differs_in_the_body_is_found() {
    for envelopes in styles() {
        let app = router().with_envelope(envelopes);
        let response = assert_code(&app, to("/apps"), ApiError::PlanLimitExceeded).await;
        let received = |changed: &str| {
            let text = response.text();
            let body = text
                .replace("PLAN_LIMIT_EXCEEDED", changed)
                .replace("-402", "-403");
            let headers = response.headers.clone();
            assert_code_of(response.status, headers, body, ApiError::PlanLimitExceeded)
        };
        let panic = catch(async { received("PLAN_ENDED") }).await;
        let told = "the code in the body is ";
        assert!(panic.contains(told), "{panic}");
    }
}

#[tokio::test]
async fn a_response_of_any_client_is_judged() {
    let app = router().with_envelope(Envelopes::problem());
    let response = assert_code(&app, to("/apps"), ApiError::PlanLimitExceeded).await;
    let mut headers = axum::http::HeaderMap::new();
    for (name, value) in &response.headers {
        let name: axum::http::HeaderName = name.parse().unwrap();
        headers.append(name, HeaderValue::from_str(value).unwrap());
    }
    assert_code_of(402, &headers, &response.body, ApiError::PlanLimitExceeded);
    headers.remove("x-request-id");
    let panic =
        catch(async { assert_code_of(402, &headers, &response.body, ApiError::PlanLimitExceeded) })
            .await;
    assert!(panic.contains("x-request-id is missing"), "{panic}");
}
