//! The check itself.

use std::future::Future;
use std::panic::Location;

use manila::IntoFault;

use super::callable::Callable;
use super::expected::Expected;
use crate::oracle::Oracle;
use crate::wire::{Request, Response};

/// Calls an app without a server, and checks that the request is refused with this code: by its status,
/// in `x-error-code`, in the body in whatever style it is, and in a whole envelope with a request id.
///
/// The app is a reference to any tower service over `http` 1.x (an axum `Router`, Manila's `App`), or to
/// what actix-web's `test::init_service` makes. There an `Err`, with which a middleware refuses, is the
/// response that the server makes of it.
///
/// The code is a value of an enum of codes, a [`manila::Code`] or a [`manila::Fault`]. One of a bare
/// condition has HTTP's own code. The response is returned, for what else is to be checked.
///
/// ```
/// use axum::body::Body;
/// use axum::http::Request;
/// use axum::{Router, routing::get};
/// use manila_axum::{Envelopes, RouterExt as _};
/// use manila_probe::assert_code;
///
/// #[derive(Debug, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
/// #[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
/// enum ApiError {
///     #[error("The plan's limit is reached.")]
///     #[error_code(status = 402)]
///     PlanLimitExceeded,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let app = Router::new()
///     .route("/apps", get(async || ApiError::PlanLimitExceeded))
///     .with_envelope(Envelopes::problem());
/// let request = Request::get("/apps").body(Body::empty()).unwrap();
/// let response = assert_code(&app, request, ApiError::PlanLimitExceeded).await;
/// assert!(response.text().contains("The plan's limit is reached."));
/// # }
/// ```
///
/// # Panics
///
/// If the response is another: the message says what was expected, and shows what came.
#[track_caller]
pub fn assert_code<Kind, R>(
    app: &impl Callable<Kind, R>,
    request: R,
    code: impl IntoFault,
) -> impl Future<Output = Response> {
    assert_code_with(app, request, code, |oracle| oracle)
}

/// Like [`assert_code`], with an oracle that knows more: the style, another field for the request id.
///
/// ```no_run
/// # async fn check(app: axum::Router) {
/// use axum::{body::Body, http::Request};
/// use manila::{Condition, Fault};
/// use manila_probe::{assert_code_with, oracle::Oracle};
///
/// let request = Request::get("/missing").body(Body::empty()).unwrap();
/// let fault = Fault::condition(Condition::RouteNotFound);
/// let configure = |oracle: Oracle| oracle.request_id_header("x-trace");
/// assert_code_with(&app, request, fault, configure).await;
/// # }
/// ```
///
/// # Panics
///
/// As [`assert_code`].
#[track_caller]
pub fn assert_code_with<Kind, R>(
    app: &impl Callable<Kind, R>,
    request: R,
    code: impl IntoFault,
    configure: impl FnOnce(Oracle) -> Oracle,
) -> impl Future<Output = Response> {
    let caller = Location::caller();
    let expected = Expected::new(code.into_fault());
    let oracle = configure(Oracle::any());
    async move {
        let (request, received) = app.call(request).await;
        check(caller, &expected, &oracle, &request, received)
    }
}

/// Checks a response that was received already, from any client: its status, its header fields and its
/// body.
///
/// With axum-test, whose responses have these, the code is checked like this:
///
/// ```rust,ignore
/// let response = server.get("/apps").await;
/// let status = response.status_code().as_u16();
/// assert_code_of(status, response.headers(), response.as_bytes(), ApiError::PlanLimitExceeded);
/// ```
///
/// A response that was made by hand is refused:
///
/// ```should_panic
/// use manila::{Condition, Fault};
/// use manila_probe::assert_code_of;
///
/// let fault = Fault::condition(Condition::RouteNotFound);
/// assert_code_of(404, [("content-type", "text/plain")], b"no such page", fault);
/// ```
///
/// # Panics
///
/// As [`assert_code`].
#[track_caller]
pub fn assert_code_of<N: AsRef<str>, V: AsRef<[u8]>>(
    status: u16,
    headers: impl IntoIterator<Item = (N, V)>,
    body: impl AsRef<[u8]>,
    code: impl IntoFault,
) -> Response {
    let headers = headers.into_iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_ref());
        (name.as_ref().to_ascii_lowercase(), value.into_owned())
    });
    let response = Response {
        status,
        headers: headers.collect(),
        body: body.as_ref().to_vec(),
    };
    let expected = Expected::new(code.into_fault());
    // What was asked for is not known; where it was HEAD there is no body to judge.
    let request = Request::get("the service");
    let caller = Location::caller();
    check(caller, &expected, &Oracle::any(), &request, Ok(response))
}

fn check(
    caller: &Location<'_>,
    expected: &Expected,
    oracle: &Oracle,
    request: &Request,
    received: Result<Response, String>,
) -> Response {
    match (expected.mistakes(oracle, request, &received), received) {
        (None, Ok(response)) => response,
        (Some(mistakes), _) => panic!("at {caller}: {mistakes}"),
        (None, Err(error)) => panic!("at {caller}: {error}"),
    }
}
