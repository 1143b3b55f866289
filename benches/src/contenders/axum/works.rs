//! What is asked of the services, and what has to come back.

use axum::Router;
use tower::{Layer as _, ServiceBuilder};
use tower_http::catch_panic::{CatchPanic, CatchPanicLayer, DefaultResponseForPanic};
use tower_http::request_id::{
    MakeRequestUuid, PropagateRequestId, PropagateRequestIdLayer, SetRequestId, SetRequestIdLayer,
};

use super::routes::{REFUSAL, bare, request, request_with_id};
use super::{by_hand, guard, limit, manilas};
use crate::contenders::answers::{
    AN_ID, BAD_REQUEST, INTERNAL, LIMIT_EXCEEDED, NOT_FOUND, THEIR_ID, envelope, ok, text,
};
use crate::contenders::service::contender;
use crate::measure::Runs;
use crate::work::Work;

pub(in crate::contenders) fn works() -> Vec<Work> {
    vec![
        success(),
        success_of_a_layered_router(),
        their_id(),
        guarded(),
        not_found(),
        error(),
        refusal(),
        panic(),
    ]
}

fn success() -> Work {
    let of = || request("/ok");
    Work {
        name: "axum: 200".into(),
        runs: Runs::warm(1000),
        contenders: vec![
            contender("bare", &ok(&[]), bare, of),
            contender("limit", &ok(AN_ID), limit::app, of),
            contender("manila", &ok(AN_ID), manilas::app, of),
            contender("manila, observed", &ok(AN_ID), manilas::observed, of),
            contender("tower-http's pair", &ok(AN_ID), pair, of),
            contender("by hand", &ok(AN_ID), by_hand::app, of),
        ],
    }
}

fn success_of_a_layered_router() -> Work {
    let of = || request("/ok");
    Work {
        name: "axum: 200, by Router::layer".into(),
        runs: Runs::warm(1000),
        contenders: vec![
            contender("bare", &ok(&[]), || served(bare()), of),
            contender("limit", &ok(AN_ID), || served(limit::layered()), of),
            contender("manila", &ok(AN_ID), || served(manilas::layered()), of),
            contender(
                "manila, observed",
                &ok(AN_ID),
                || served(manilas::layered_observed()),
                of,
            ),
            contender(
                "tower-http's pair",
                &ok(AN_ID),
                || served(layered_pair()),
                of,
            ),
        ],
    }
}

/// The router as `axum::serve` calls it: its layers are around its handlers beforehand, and not anew
/// for each request.
fn served(router: Router) -> Router {
    router.with_state(())
}

fn their_id() -> Work {
    let of = || request_with_id("/ok");
    Work {
        name: "axum: 200, the client's id".into(),
        runs: Runs::warm(1000),
        contenders: vec![
            contender("bare", &ok(&[]), bare, of),
            contender("manila", &ok(THEIR_ID), manilas::app, of),
            contender("tower-http's pair", &ok(THEIR_ID), pair, of),
            contender("by hand", &ok(THEIR_ID), by_hand::app, of),
        ],
    }
}

fn guarded() -> Work {
    let of = || request("/ok");
    Work {
        name: "axum: 200, guarded against panics alone".into(),
        runs: Runs::warm(1000),
        contenders: vec![
            contender("bare", &ok(&[]), bare, of),
            contender("manila", &ok(&[]), guard::app, of),
            contender("CatchPanicLayer", &ok(&[]), catch_panic, of),
        ],
    }
}

fn not_found() -> Work {
    let of = || request("/missing");
    let expected = envelope(404, NOT_FOUND);
    Work {
        name: "axum: 404".into(),
        runs: Runs::warm(1000),
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
        name: "axum: a handler's error".into(),
        runs: Runs::warm(1000),
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
        name: "axum: a foreign refusal with its text".into(),
        runs: Runs::warm(1000),
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
        name: "axum: a handler's panic".into(),
        runs: Runs::warm(200),
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

/// The same as the last layers of the router.
fn layered_pair() -> Router {
    bare()
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
}

/// tower-http's guard against panics, around the finished service.
fn catch_panic() -> CatchPanic<Router, DefaultResponseForPanic> {
    CatchPanicLayer::new().layer(bare())
}
