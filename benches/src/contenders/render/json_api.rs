//! JSON:API error documents.

use ::axum::Json;
use ::axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use manila::adapter::Renderer;
use manila::{Envelopes, IntoFault as _, Pointer, Violation};
use serde_json::{Value, json};

use super::by_hand::{JsonApi, JsonApiError, Meta, Source};
use super::limit::push_text;
use super::{ID, JSON_API, contender, rendered, respond};
use crate::contenders::errors::PlanError;
use crate::measure::Runs;
use crate::work::{Body, Expected, Work};

const TOO_SHORT: &str = "The name is too short.";

fn expected(status: u16, body: &[u8]) -> Expected {
    Expected {
        status,
        body: Body::Json(String::from_utf8_lossy(body).into_owned().into()),
        header: &[("content-type", "application/vnd.api+json")],
    }
}

pub(super) fn one_error() -> Work {
    let expected = expected(402, &one(ID));
    let renderer = Renderer::new(Envelopes::json_api().catalog(PlanError::CATALOG));
    let answer = |body| {
        let status = StatusCode::PAYMENT_REQUIRED;
        (status, [(CONTENT_TYPE, JSON_API)], body).into_response()
    };
    Work {
        name: "render: JSON:API, one error".into(),
        runs: Runs::warm(2000),
        contenders: vec![
            contender("limit", &expected, || {
                respond(StatusCode::PAYMENT_REQUIRED, JSON_API, one(ID))
            }),
            contender("manila", &expected, move || {
                let fault = PlanError::PlanLimitExceeded.into_fault();
                rendered(&renderer, &fault, Some(ID))
            }),
            contender("Json(struct)", &expected, || {
                let error = JsonApiError {
                    status: StatusCode::PAYMENT_REQUIRED.as_u16().to_string(),
                    code: "PLAN_LIMIT_EXCEEDED",
                    title: "Plan limit exceeded",
                    detail: PlanError::PlanLimitExceeded.to_string(),
                    source: None,
                };
                let body = JsonApi {
                    errors: vec![error],
                    meta: Meta {
                        request_id: ID,
                        code: None,
                    },
                };
                let status = StatusCode::PAYMENT_REQUIRED;
                (status, [(CONTENT_TYPE, JSON_API)], Json(body)).into_response()
            }),
            contender("json!", &expected, move || {
                answer(Json(json!({
                    "errors": [{
                        "status": StatusCode::PAYMENT_REQUIRED.as_u16().to_string(),
                        "code": "PLAN_LIMIT_EXCEEDED",
                        "title": "Plan limit exceeded",
                        "detail": PlanError::PlanLimitExceeded.to_string(),
                    }],
                    "meta": {"request_id": ID},
                })))
            }),
        ],
    }
}

fn one(id: &str) -> Vec<u8> {
    let head = concat!(
        r#"{"errors":[{"status":"402","code":"PLAN_LIMIT_EXCEEDED","title":"Plan limit exceeded","#,
        r#""detail":"The plan's limit is reached."}],"meta":{"request_id":""#
    );
    let mut body = Vec::with_capacity(head.len() + id.len() + 3);
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(id.as_bytes());
    body.extend_from_slice(br#""}}"#);
    body
}

/// A rule that a member of the order breaks. Everyone is given the same finished list of them.
#[derive(Clone)]
struct Broken {
    pointer: String,
    message: &'static str,
}

/// The rules that the order breaks.
fn broken(count: usize) -> Vec<Broken> {
    (0..count)
        .map(|at| Broken {
            pointer: format!("/items/{at}/name"),
            message: TOO_SHORT,
        })
        .collect()
}

pub(super) fn twenty_violations() -> Work {
    let list = broken(20);
    let expected = expected(422, &placed(&list, ID));
    let renderer = Renderer::new(Envelopes::json_api().catalog(PlanError::CATALOG));
    let fault = PlanError::OrderInvalid
        .into_fault()
        .with_violations((0..list.len()).map(|at| {
            let pointer = Pointer::root().member("items").index(at).member("name");
            Violation::new(TOO_SHORT).with_pointer(pointer)
        }));
    let (placing, structs, values) = (list.clone(), list.clone(), list);
    Work {
        name: "render: JSON:API, 20 violations".into(),
        runs: Runs::warm(200),
        contenders: vec![
            contender("limit", &expected, move || {
                let body = placed(&placing, ID);
                respond(StatusCode::UNPROCESSABLE_ENTITY, JSON_API, body)
            }),
            contender("manila", &expected, move || {
                rendered(&renderer, &fault, Some(ID))
            }),
            contender("Json(struct)", &expected, move || with_structs(&structs)),
            contender("json!", &expected, move || with_values(&values)),
        ],
    }
}

fn with_structs(list: &[Broken]) -> Response {
    let errors = list.iter().map(|broken| JsonApiError {
        status: StatusCode::UNPROCESSABLE_ENTITY.as_u16().to_string(),
        code: "ORDER_INVALID",
        title: "Order invalid",
        detail: broken.message.to_owned(),
        source: Some(Source {
            pointer: &broken.pointer,
        }),
    });
    let body = JsonApi {
        errors: errors.collect(),
        meta: Meta {
            request_id: ID,
            code: Some("ORDER_INVALID"),
        },
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    (status, [(CONTENT_TYPE, JSON_API)], Json(body)).into_response()
}

fn with_values(list: &[Broken]) -> Response {
    let error = |broken: &Broken| {
        json!({
            "status": StatusCode::UNPROCESSABLE_ENTITY.as_u16().to_string(),
            "code": "ORDER_INVALID",
            "title": "Order invalid",
            "detail": broken.message,
            "source": {"pointer": broken.pointer},
        })
    };
    let body = json!({
        "errors": list.iter().map(error).collect::<Vec<Value>>(),
        "meta": {"request_id": ID, "code": "ORDER_INVALID"},
    });
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    (status, [(CONTENT_TYPE, JSON_API)], Json(body)).into_response()
}

/// The bytes put in their place, in one block that has room for them.
fn placed(list: &[Broken], id: &str) -> Vec<u8> {
    let mut body = Vec::with_capacity(96 + 192 * list.len());
    body.extend_from_slice(br#"{"errors":["#);
    for (at, broken) in list.iter().enumerate() {
        if at > 0 {
            body.push(b',');
        }
        body.extend_from_slice(
            br#"{"status":"422","code":"ORDER_INVALID","title":"Order invalid","detail":""#,
        );
        push_text(broken.message, &mut body);
        body.extend_from_slice(br#"","source":{"pointer":""#);
        push_text(&broken.pointer, &mut body);
        body.extend_from_slice(br#""}}"#);
    }
    body.extend_from_slice(br#"],"meta":{"request_id":""#);
    body.extend_from_slice(id.as_bytes());
    body.extend_from_slice(br#"","code":"ORDER_INVALID"}}"#);
    body
}
