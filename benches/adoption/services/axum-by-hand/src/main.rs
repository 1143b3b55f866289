//! The service on axum with an envelope written by hand, and tower-http's layers for the rest.

use std::any::Any;

use axum::extract::Path;
use axum::http::{HeaderValue, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing::get};
use serde::Serialize;
use tokio::net::TcpListener;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{
    MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer,
};
use uuid::Uuid;

#[derive(Debug, thiserror::Error)]
enum ApiError {
    #[error("The plan's limit is reached.")]
    PlanLimitExceeded,
    #[error("There is no app of this name.")]
    AppNotFound,
    #[error("An app has this name already.")]
    NameTaken,
    #[error("This is no name for an app.")]
    NameInvalid,
    #[error("The builder does not answer.")]
    UpstreamFailed,
}

#[derive(Serialize)]
struct Envelope {
    ok: bool,
    error: ErrorBody,
}

#[derive(Serialize)]
struct ErrorBody {
    code: &'static str,
    message: String,
}

fn answer(status: StatusCode, code: &'static str, message: String) -> Response {
    let error = ErrorBody { code, message };
    (status, Json(Envelope { ok: false, error })).into_response()
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code) = match self {
            Self::PlanLimitExceeded => (StatusCode::PAYMENT_REQUIRED, "PLAN_LIMIT_EXCEEDED"),
            Self::AppNotFound => (StatusCode::NOT_FOUND, "APP_NOT_FOUND"),
            Self::NameTaken => (StatusCode::CONFLICT, "NAME_TAKEN"),
            Self::NameInvalid => (StatusCode::UNPROCESSABLE_ENTITY, "NAME_INVALID"),
            Self::UpstreamFailed => (StatusCode::BAD_GATEWAY, "UPSTREAM_FAILED"),
        };
        answer(status, code, self.to_string())
    }
}

async fn route_not_found() -> Response {
    let message = "Nothing was found at this address.".to_owned();
    answer(StatusCode::NOT_FOUND, "NOT_FOUND", message)
}

async fn method_not_allowed() -> Response {
    let message = "This method is not allowed here.".to_owned();
    answer(
        StatusCode::METHOD_NOT_ALLOWED,
        "METHOD_NOT_ALLOWED",
        message,
    )
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    let message = "Something went wrong on the server.".to_owned();
    answer(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", message)
}

#[derive(Clone)]
struct MakeId;

impl MakeRequestId for MakeId {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        let id = HeaderValue::try_from(Uuid::now_v7().to_string());
        id.ok().map(RequestId::new)
    }
}

async fn app(Path(name): Path<String>) -> Result<&'static str, ApiError> {
    match &*name {
        "" => Err(ApiError::NameInvalid),
        "sixth" => Err(ApiError::PlanLimitExceeded),
        "taken" => Err(ApiError::NameTaken),
        "missing" => Err(ApiError::AppNotFound),
        "unreachable" => Err(ApiError::UpstreamFailed),
        _ => Ok("an app"),
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let layers = ServiceBuilder::new()
        .layer(SetRequestIdLayer::x_request_id(MakeId))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(CatchPanicLayer::custom(panicked));
    let app = Router::new()
        .route("/apps/{name}", get(app))
        .fallback(route_not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(layers);
    axum::serve(TcpListener::bind("127.0.0.1:3000").await?, app).await
}
