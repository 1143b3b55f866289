//! The quickstart for axum: `cargo run --bin quickstart_axum`, then `curl -i localhost:3000/apps`.

use axum::{Router, routing::get};
use manila_axum::{EnvelopeLayer, Envelopes};

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
#[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimitExceeded,
}

async fn create_app() -> Result<&'static str, ApiError> {
    Err(ApiError::PlanLimitExceeded)
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    let app = Router::new()
        .route("/apps", get(create_app))
        .layer(EnvelopeLayer::new(envelopes)); // the last call: it covers what is there
    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, app).await
}
