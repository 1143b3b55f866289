//! The fixed body as a response of actix-web's.

use std::hint::black_box;
use std::rc::Rc;

use actix_web::HttpResponse;
use actix_web::body::MessageBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderValue};
use manila::adapter::{Renderer, RequestContext};
use manila::{Envelopes, IntoFault as _};
use serde_json::json;

use super::by_hand::{OkError, OkErrorBody};
use super::ok_error::FIXED;
use crate::contenders::errors::PlanError;
use crate::measure::Runs;
use crate::work::{Answer, Body, Contender, Expected, Work};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const STATUS: StatusCode = StatusCode::PAYMENT_REQUIRED;

pub(super) fn fixed() -> Work {
    let renderer = Renderer::new(Envelopes::ok_error().catalog(PlanError::CATALOG));
    Work {
        name: "render: a fixed body, actix".into(),
        runs: Runs::warm(2000),
        contenders: vec![
            contender("limit", || respond(STATUS, JSON, FIXED)),
            contender("manila", move || {
                let fault = PlanError::PlanLimitExceeded.into_fault();
                let rendered = renderer.render(&fault, &RequestContext::new(None));
                let status = StatusCode::from_u16(rendered.status()).unwrap_or_default();
                // The adapter too knows the media types of the built-in styles beforehand.
                let content_type = match rendered.content_type() {
                    "application/json" => JSON,
                    other => HeaderValue::from_str(other).unwrap_or(JSON),
                };
                respond(status, content_type, rendered.into_body())
            }),
            contender("Json(struct)", || {
                HttpResponse::build(STATUS).json(OkError {
                    ok: false,
                    error: OkErrorBody::<()> {
                        code: "PLAN_LIMIT_EXCEEDED",
                        message: PlanError::PlanLimitExceeded.to_string(),
                        details: None,
                    },
                })
            }),
            contender("json!", || {
                HttpResponse::build(STATUS).json(json!({
                    "ok": false,
                    "error": {
                        "code": "PLAN_LIMIT_EXCEEDED",
                        "message": PlanError::PlanLimitExceeded.to_string(),
                    },
                }))
            }),
        ],
    }
}

fn respond(
    status: StatusCode,
    content_type: HeaderValue,
    body: impl MessageBody + 'static,
) -> HttpResponse {
    let mut response = HttpResponse::with_body(status, body).map_into_boxed_body();
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}

fn contender(name: &'static str, respond: impl Fn() -> HttpResponse + 'static) -> Contender {
    let expected = Expected {
        status: 402,
        body: Body::Json(FIXED.into()),
        header: &[("content-type", "application/json")],
    };
    let respond = Rc::new(respond);
    let once = Rc::clone(&respond);
    let answer = move || answer(once());
    Contender::new(name, expected, answer, move |times| {
        for _ in 0..times {
            black_box(respond());
        }
    })
}

fn answer(response: HttpResponse) -> Answer {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let header = response
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), text(value.as_bytes())))
        .collect();
    Answer {
        status: response.status().as_u16(),
        header,
        // Every body here is finished bytes.
        body: response
            .into_body()
            .try_into_bytes()
            .map(Vec::from)
            .unwrap_or_default(),
    }
}
