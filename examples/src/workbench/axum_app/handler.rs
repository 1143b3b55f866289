//! What the handlers have in common.

use axum::Json;
use axum::extract::State;
use axum::handler::Handler;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use manila_axum::Reply;

use crate::workbench::options::Options;
use crate::workbench::routes;

/// A handler of GET, and of gRPC's POST where the service speaks it.
pub(super) fn call<H, T>(options: &Options, handler: H) -> MethodRouter<Options>
where
    H: Handler<T, Options>,
    T: 'static,
{
    if options.settings.grpc {
        get(handler.clone()).post(handler)
    } else {
        get(handler)
    }
}

/// `/reply`
pub(super) async fn reply(State(options): State<Options>) -> Response {
    if options.bare {
        return Json(routes::hello()).into_response();
    }
    Reply(routes::hello()).into_response()
}
