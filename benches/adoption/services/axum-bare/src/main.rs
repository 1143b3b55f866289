//! The service on axum alone: an error is a status and a text.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use tokio::net::TcpListener;

enum ApiError {
    PlanLimitExceeded,
    AppNotFound,
    NameTaken,
    NameInvalid,
    UpstreamFailed,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let answer = match self {
            Self::PlanLimitExceeded => {
                (StatusCode::PAYMENT_REQUIRED, "The plan's limit is reached.")
            }
            Self::AppNotFound => (StatusCode::NOT_FOUND, "There is no app of this name."),
            Self::NameTaken => (StatusCode::CONFLICT, "An app has this name already."),
            Self::NameInvalid => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "This is no name for an app.",
            ),
            Self::UpstreamFailed => (StatusCode::BAD_GATEWAY, "The builder does not answer."),
        };
        answer.into_response()
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
