//! `{"ok":false,"error":{…}}`.

use std::hint::black_box;

use ::axum::Json;
use ::axum::response::IntoResponse as _;
use http::StatusCode;
use manila::adapter::Renderer;
use manila::{Envelopes, IntoFault as _};
use serde_json::json;

use super::by_hand::{Apps, OkError, OkErrorBody};
use super::limit::push_text;
use super::{JSON, contender, rendered, respond};
use crate::contenders::errors::PlanError;
use crate::measure::Runs;
use crate::work::{Body, Expected, Work};

const STATUS: StatusCode = StatusCode::PAYMENT_REQUIRED;

/// The body that is the same every time.
pub(super) const FIXED: &str = concat!(
    r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","#,
    r#""message":"The plan's limit is reached."}}"#
);

const DETAILED: &str = concat!(
    r#"{"ok":false,"error":{"code":"TOO_MANY_APPS","message":"The plan has no room for another app.","#,
    r#""details":{"limit":3,"used":3,"plan":"free"}}}"#
);

fn expected(body: &'static str) -> Expected {
    Expected {
        status: 402,
        body: Body::Json(body.into()),
        header: &[("content-type", "application/json")],
    }
}

pub(super) fn fixed() -> Work {
    let expected = expected(FIXED);
    let renderer = Renderer::new(Envelopes::ok_error().catalog(PlanError::CATALOG));
    Work {
        name: "render: a fixed body".into(),
        runs: Runs::warm(2000),
        contenders: vec![
            contender("limit", &expected, || respond(STATUS, JSON, FIXED)),
            contender("manila", &expected, move || {
                let fault = PlanError::PlanLimitExceeded.into_fault();
                rendered(&renderer, &fault, None)
            }),
            contender("Json(struct)", &expected, || {
                let body = OkError {
                    ok: false,
                    error: OkErrorBody::<()> {
                        code: "PLAN_LIMIT_EXCEEDED",
                        message: PlanError::PlanLimitExceeded.to_string(),
                        details: None,
                    },
                };
                (STATUS, Json(body)).into_response()
            }),
            contender("json!", &expected, || {
                let body = json!({
                    "ok": false,
                    "error": {
                        "code": "PLAN_LIMIT_EXCEEDED",
                        "message": PlanError::PlanLimitExceeded.to_string(),
                    },
                });
                (STATUS, Json(body)).into_response()
            }),
        ],
    }
}

pub(super) fn with_details() -> Work {
    let expected = expected(DETAILED);
    let renderer = Renderer::new(Envelopes::ok_error().catalog(PlanError::CATALOG));
    Work {
        name: "render: a body with details".into(),
        runs: Runs::warm(2000),
        contenders: vec![
            contender("limit", &expected, || respond(STATUS, JSON, detailed())),
            contender("manila", &expected, move || {
                rendered(&renderer, &too_many_apps().into_fault(), None)
            }),
            contender("Json(struct)", &expected, || {
                let message = too_many_apps().to_string();
                let body = OkError {
                    ok: false,
                    error: OkErrorBody {
                        code: "TOO_MANY_APPS",
                        message,
                        details: Some(Apps {
                            limit: black_box(3),
                            used: black_box(3),
                            plan: black_box("free"),
                        }),
                    },
                };
                (STATUS, Json(body)).into_response()
            }),
            contender("json!", &expected, || {
                let body = json!({
                    "ok": false,
                    "error": {
                        "code": "TOO_MANY_APPS",
                        "message": too_many_apps().to_string(),
                        "details": {
                            "limit": black_box(3),
                            "used": black_box(3),
                            "plan": black_box("free"),
                        },
                    },
                });
                (STATUS, Json(body)).into_response()
            }),
        ],
    }
}

fn too_many_apps() -> PlanError {
    PlanError::TooManyApps {
        limit: black_box(3),
        used: black_box(3),
        plan: black_box("free"),
    }
}

/// The bytes put in their place, in one block that has room for them.
fn detailed() -> Vec<u8> {
    let mut body = Vec::with_capacity(192);
    body.extend_from_slice(
        concat!(
            r#"{"ok":false,"error":{"code":"TOO_MANY_APPS","#,
            r#""message":"The plan has no room for another app.","details":{"limit":"#
        )
        .as_bytes(),
    );
    let mut digits = itoa::Buffer::new();
    body.extend_from_slice(digits.format(black_box(3_u32)).as_bytes());
    body.extend_from_slice(br#","used":"#);
    body.extend_from_slice(digits.format(black_box(3_u32)).as_bytes());
    body.extend_from_slice(br#","plan":""#);
    push_text(black_box("free"), &mut body);
    body.extend_from_slice(br#""}}}"#);
    body
}
