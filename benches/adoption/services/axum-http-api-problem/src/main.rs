//! The service on axum with `http-api-problem`, as its documentation shows.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use http_api_problem::HttpApiProblem;
use tokio::net::TcpListener;

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

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code) = match self {
            Self::PlanLimitExceeded => (StatusCode::PAYMENT_REQUIRED, "PLAN_LIMIT_EXCEEDED"),
            Self::AppNotFound => (StatusCode::NOT_FOUND, "APP_NOT_FOUND"),
            Self::NameTaken => (StatusCode::CONFLICT, "NAME_TAKEN"),
            Self::NameInvalid => (StatusCode::UNPROCESSABLE_ENTITY, "NAME_INVALID"),
            Self::UpstreamFailed => (StatusCode::BAD_GATEWAY, "UPSTREAM_FAILED"),
        };
        HttpApiProblem::with_title(status)
            .with_detail(self.to_string())
            .value("code", &code)
            .into_response()
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
    let app = Router::new().route("/apps/{name}", get(app));
    axum::serve(TcpListener::bind("127.0.0.1:3000").await?, app).await
}
