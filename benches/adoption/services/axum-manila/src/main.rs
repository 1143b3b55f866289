//! The service on axum with Manila, as its README shows.

use axum::extract::Path;
use axum::{Router, routing::get};
use manila_axum::{EnvelopeLayer, Envelopes};
use tokio::net::TcpListener;

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
#[error_code(catalog = "apps", case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimitExceeded,
    #[error("There is no app of this name.")]
    #[error_code(status = 404)]
    AppNotFound,
    #[error("An app has this name already.")]
    #[error_code(status = 409)]
    NameTaken,
    #[error("This is no name for an app.")]
    #[error_code(status = 422)]
    NameInvalid,
    #[error("The builder does not answer.")]
    #[error_code(status = 502)]
    UpstreamFailed,
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
    let app = Router::new()
        .route("/apps/{name}", get(app))
        .layer(EnvelopeLayer::new(Envelopes::ok_error().catalog(ApiError::CATALOG)));
    axum::serve(TcpListener::bind("127.0.0.1:3000").await?, app).await
}
