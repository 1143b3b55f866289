//! Problem details (RFC 9457), with the code and the request's id.

use ::axum::Json;
use ::axum::response::IntoResponse as _;
use http::header::CONTENT_TYPE;
use http::{StatusCode, Uri};
use http_api_problem::HttpApiProblem;
use manila::adapter::Renderer;
use manila::{Envelopes, IntoFault as _};
use problem_details::ProblemDetails;
use serde_json::json;

use super::by_hand::{Extensions, Problem};
use super::{ID, PROBLEM, contender, rendered, respond};
use crate::contenders::errors::PlanError;
use crate::measure::Runs;
use crate::work::{Body, Expected, Work};

const STATUS: StatusCode = StatusCode::PAYMENT_REQUIRED;
const KIND: &str = "https://docs.example/errors/PLAN_LIMIT_EXCEEDED";
const TITLE: &str = "Plan limit exceeded";
const CODE: &str = "PLAN_LIMIT_EXCEEDED";

/// What stands before the id.
const HEAD: &str = concat!(
    r#"{"type":"https://docs.example/errors/PLAN_LIMIT_EXCEEDED","title":"Plan limit exceeded","#,
    r#""status":402,"detail":"The plan's limit is reached.","code":"PLAN_LIMIT_EXCEEDED","#,
    r#""request_id":""#
);

pub(super) fn with_id() -> Work {
    let expected = Expected {
        status: 402,
        body: Body::Json(String::from_utf8_lossy(&placed(ID)).into_owned().into()),
        header: &[("content-type", "application/problem+json")],
    };
    let envelopes = Envelopes::problem()
        .catalog(PlanError::CATALOG)
        .reference_url("https://docs.example/errors");
    let renderer = Renderer::new(envelopes);
    Work {
        name: "render: a problem with the id".into(),
        runs: Runs::warm(2000),
        contenders: vec![
            contender("limit", &expected, || respond(STATUS, PROBLEM, placed(ID))),
            contender("manila", &expected, move || {
                let fault = PlanError::PlanLimitExceeded.into_fault();
                rendered(&renderer, &fault, Some(ID))
            }),
            contender("Json(struct)", &expected, || {
                let body = Problem {
                    kind: KIND,
                    title: TITLE,
                    status: 402,
                    detail: PlanError::PlanLimitExceeded.to_string(),
                    extensions: extensions(),
                };
                (STATUS, [(CONTENT_TYPE, PROBLEM)], Json(body)).into_response()
            }),
            contender("json!", &expected, || {
                let body = json!({
                    "type": KIND,
                    "title": TITLE,
                    "status": 402,
                    "detail": PlanError::PlanLimitExceeded.to_string(),
                    "code": CODE,
                    "request_id": ID,
                });
                (STATUS, [(CONTENT_TYPE, PROBLEM)], Json(body)).into_response()
            }),
            contender("problem_details", &expected, || {
                ProblemDetails::from_status_code(STATUS)
                    .with_type(Uri::from_static(KIND))
                    .with_title(TITLE)
                    .with_detail(PlanError::PlanLimitExceeded.to_string())
                    .with_extensions(extensions())
                    .into_response()
            }),
            contender("http-api-problem", &expected, || {
                HttpApiProblem::new(STATUS)
                    .type_url(KIND)
                    .title(TITLE)
                    .detail(PlanError::PlanLimitExceeded.to_string())
                    .value("code", &CODE)
                    .value("request_id", &ID)
                    .into_response()
            }),
        ],
    }
}

fn extensions() -> Extensions<'static> {
    Extensions {
        code: CODE,
        request_id: ID,
    }
}

/// The bytes put in their place, in one block that has room for them.
fn placed(id: &str) -> Vec<u8> {
    let mut body = Vec::with_capacity(HEAD.len() + id.len() + 2);
    body.extend_from_slice(HEAD.as_bytes());
    body.extend_from_slice(id.as_bytes());
    body.extend_from_slice(br#""}"#);
    body
}
