//! What is asked of the services, and what has to come back.

use std::convert::Infallible;
use std::fmt::Display;
use std::hint::black_box;

use axum::Router;
use axum::body::Body as AxumBody;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use tower::{Layer as _, Service, ServiceBuilder, ServiceExt as _};
use tower_http::catch_panic::{CatchPanic, CatchPanicLayer, DefaultResponseForPanic};
use tower_http::request_id::{
    MakeRequestUuid, PropagateRequestId, PropagateRequestIdLayer, SetRequestId, SetRequestIdLayer,
};

use super::routes::{REFUSAL, bare, request, request_with_id};
use super::{by_hand, limit, manilas};
use crate::contenders::execute::{block_on, read};
use crate::work::{Body, Contender, Expected, Work};

pub(super) const NOT_FOUND: &str = concat!(
    r#"{"ok":false,"error":{"code":"NOT_FOUND","#,
    r#""message":"Nothing was found at this address."}}"#
);

pub(super) const LIMIT_EXCEEDED: &str = concat!(
    r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","#,
    r#""message":"The plan's limit is reached."}}"#
);

const BAD_REQUEST: &str = concat!(
    r#"{"ok":false,"error":{"code":"BAD_REQUEST","message":"The request is malformed.","#,
    r#""details":{"reason":"The name is too long."}}}"#
);

const INTERNAL: &str = concat!(
    r#"{"ok":false,"error":{"code":"INTERNAL_SERVER_ERROR","#,
    r#""message":"Something went wrong on the server."}}"#
);

/// The id that the client sends.
const THEIR_ID: &[(&str, &str)] = &[("x-request-id", "01a1fca2-a9ef-75d0-a98d-d8de0d9c9949")];

/// Any id.
const AN_ID: &[(&str, &str)] = &[("x-request-id", "")];

fn ok(header: &'static [(&'static str, &'static str)]) -> Expected {
    Expected {
        header,
        ..text(200, "hello")
    }
}

const fn text(status: u16, body: &'static str) -> Expected {
    Expected {
        status,
        body: Body::Text(body),
        header: &[],
    }
}

/// An envelope with every field of the header that Manila sets; the code is in the body too.
fn envelope(status: u16, body: &'static str) -> Expected {
    Expected {
        status,
        body: Body::Json(body.into()),
        header: &[
            ("content-type", "application/json"),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("x-error-code", ""),
            ("x-request-id", ""),
        ],
    }
}

pub(in crate::contenders) fn works() -> Vec<Work> {
    vec![
        success(),
        their_id(),
        not_found(),
        error(),
        refusal(),
        panic(),
    ]
}

fn success() -> Work {
    let of = || request("/ok");
    Work {
        name: "axum: 200",
        repeats: 200,
        contenders: vec![
            contender("bare", &ok(&[]), bare, of),
            contender("limit", &ok(AN_ID), limit::app, of),
            contender("manila", &ok(AN_ID), manilas::app, of),
            contender("tower-http's pair", &ok(AN_ID), pair, of),
            contender("by hand", &ok(AN_ID), by_hand::app, of),
            contender("CatchPanicLayer", &ok(&[]), catch_panic, of),
        ],
    }
}

fn their_id() -> Work {
    let of = || request_with_id("/ok");
    Work {
        name: "axum: 200, the client's id",
        repeats: 200,
        contenders: vec![
            contender("bare", &ok(&[]), bare, of),
            contender("manila", &ok(THEIR_ID), manilas::app, of),
            contender("tower-http's pair", &ok(THEIR_ID), pair, of),
            contender("by hand", &ok(THEIR_ID), by_hand::app, of),
        ],
    }
}

fn not_found() -> Work {
    let of = || request("/missing");
    let expected = envelope(404, NOT_FOUND);
    Work {
        name: "axum: 404",
        repeats: 200,
        contenders: vec![
            contender("bare", &text(404, ""), bare, of),
            contender("limit", &expected, limit::app, of),
            contender("manila", &expected, manilas::app, of),
            contender("by hand", &expected, by_hand::app, of),
        ],
    }
}

fn error() -> Work {
    let of = || request("/error");
    let expected = envelope(402, LIMIT_EXCEEDED);
    let plain = text(402, "The plan's limit is reached.");
    Work {
        name: "axum: a handler's error",
        repeats: 200,
        contenders: vec![
            contender("bare", &plain, bare, of),
            contender("limit", &expected, limit::app, of),
            contender("manila", &expected, manilas::app, of),
            contender("by hand", &expected, by_hand::app, of),
        ],
    }
}

fn refusal() -> Work {
    let of = || request("/refusal");
    let expected = envelope(400, BAD_REQUEST);
    Work {
        name: "axum: a foreign refusal with its text",
        repeats: 200,
        contenders: vec![
            contender("bare", &text(400, REFUSAL), bare, of),
            contender("manila", &expected, manilas::app, of),
            contender("by hand", &expected, by_hand::app, of),
        ],
    }
}

fn panic() -> Work {
    let of = || request("/panic");
    let plain = text(500, "Service panicked");
    Work {
        name: "axum: a handler's panic",
        repeats: 40,
        contenders: vec![
            contender("manila", &envelope(500, INTERNAL), manilas::app, of),
            contender("CatchPanicLayer", &plain, catch_panic, of),
        ],
    }
}

/// tower-http's two layers for request ids, around the finished service.
fn pair() -> SetRequestId<PropagateRequestId<Router>, MakeRequestUuid> {
    ServiceBuilder::new()
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(PropagateRequestIdLayer::x_request_id())
        .service(bare())
}

/// tower-http's guard against panics, around the finished service.
fn catch_panic() -> CatchPanic<Router, DefaultResponseForPanic> {
    CatchPanicLayer::new().layer(bare())
}

/// Someone who answers a request: it is made anew each time, and its answer is read to its end.
fn contender<S, B>(
    name: &'static str,
    expected: &Expected,
    make: fn() -> S,
    request: fn() -> Request<AxumBody>,
) -> Contender
where
    S: Service<Request<AxumBody>, Response = Response<B>, Error = Infallible> + Clone + 'static,
    B: http_body::Body<Data = Bytes, Error: Display>,
{
    let answer = move || {
        block_on(async move {
            let Ok(response) = make().oneshot(request()).await;
            read(response).await
        })
    };
    Contender::new(name, expected.clone(), answer, move |times| {
        block_on(async move {
            let service = make();
            for _ in 0..times {
                let Ok(response) = service.clone().oneshot(request()).await;
                black_box(response.into_body().collect().await.ok());
            }
        });
    })
}
