//! `main` answers requests without an id, and traps where an answer is not what it has to be.
//! `tools/check-ecosystem` runs it in node, on `wasm32-unknown-unknown`.

use std::collections::HashSet;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::routing::get;
use futures_util::FutureExt as _;
use manila::{Condition, Fault};
use manila_axum::{Envelopes, Error, RouterExt as _};
use tower::ServiceExt as _;

async fn refuse() -> Error {
    let wait = Duration::from_secs(2);
    Fault::condition(Condition::RateLimited)
        .with_retry_after(wait)
        .into()
}

fn main() {
    let app = Router::new()
        .route("/", get(async || "hello"))
        .route("/refused", get(refuse))
        .with_envelope(Envelopes::problem());
    let mut ids = HashSet::new();
    for (path, status) in [("/", 200), ("/missing", 404), ("/refused", 429)] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let answer = app
            .clone()
            .oneshot(request)
            .now_or_never()
            .unwrap()
            .unwrap();
        assert_eq!(answer.status(), status);
        let id = answer.headers()["x-request-id"].to_str().unwrap();
        assert_eq!(
            (id.len(), id.as_bytes()[14]),
            (36, b'4'),
            "a UUID version 4"
        );
        assert!(ids.insert(id.to_owned()), "an id twice");
    }
}
