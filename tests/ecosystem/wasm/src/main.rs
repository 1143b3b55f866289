//! `main` answers requests without an id, and traps where an answer is not what it has to be.
//! `tools/check-ecosystem` runs it in node, on `wasm32-unknown-unknown`.

use std::collections::HashSet;
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::routing::get;
use futures_util::FutureExt as _;
use manila::{Condition, Fault};
use manila_axum::{Envelopes, Error, RouterExt as _};
use manila_client::{Exit, decode};
use tower::ServiceExt as _;

async fn refuse() -> Error {
    let wait = Duration::from_secs(2);
    Fault::condition(Condition::RateLimited)
        .with_retry_after(wait)
        .into()
}

fn main() {
    serve();
    read();
}

fn serve() {
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

/// What a client reads, dates included, takes no clock.
fn read() {
    for retry_after in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
    ] {
        let date = ("date", "Sun, 06 Nov 1994 08:49:07 GMT");
        let remote = decode(429, [("retry-after", retry_after), date], b"");
        let wait = remote.retry().wait(SystemTime::UNIX_EPOCH);
        assert_eq!(wait, Some(Duration::from_secs(30)));
        assert_eq!(Exit::from(remote).exit_code(), 75);
    }
}
