//! actix-web.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpResponse, web};
use manila::{Condition, Fault};
use manila_actix::{EnvelopeLayer, Error};
use manila_probe::assert_code;

use super::{ApiError, styles};
use crate::panics::catch;

/// Middleware inside of the envelope that refuses, by `Err`, or panics.
async fn refuse(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    match request.path() {
        "/refused" => Err(Error::from(ApiError::PlanEnded).into()),
        "/panics" => panic!("on purpose"),
        _ => next.call(request).await,
    }
}

fn to(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

#[actix_web::test]
async fn a_code_is_found_in_each_style() {
    for envelopes in styles() {
        let app = App::new()
            .route(
                "/apps",
                web::get().to(async || Err::<HttpResponse, _>(ApiError::PlanLimitExceeded)),
            )
            .wrap(from_fn(refuse))
            .wrap(EnvelopeLayer::new(envelopes));
        let app = init_service(app).await;
        let request = to("/apps").to_request();
        assert_code(&app, request, ApiError::PlanLimitExceeded).await;
        let missing = Fault::condition(Condition::RouteNotFound);
        assert_code(&app, to("/missing").to_request(), missing).await;
        // These leave the service as `Err`.
        assert_code(&app, to("/refused").to_request(), ApiError::PlanEnded).await;
        let panicked = Fault::condition(Condition::Internal);
        assert_code(&app, to("/panics").to_request(), panicked).await;
    }
}

#[actix_web::test]
async fn what_is_wrong_is_told_with_what_came() {
    let app = App::new().wrap(from_fn(refuse));
    let app = init_service(app).await;
    let request = to("/refused").to_request();
    let panic = catch(assert_code(&app, request, ApiError::PlanEnded)).await;
    // No layer is around it.
    for told in [
        "probe/tests/it/coded/actix.rs:",
        "expected 402 PLAN_ENDED in its envelope from GET /refused\n",
        "- x-request-id is missing\n",
        "\n  402\n",
    ] {
        assert!(panic.contains(told), "{told}\n{panic}");
    }
    let request = to("/missing").to_request();
    let panic = catch(assert_code(&app, request, ApiError::PlanEnded)).await;
    for told in ["- the status is 404, not 402\n", "(no body)"] {
        assert!(panic.contains(told), "{told}\n{panic}");
    }
}
