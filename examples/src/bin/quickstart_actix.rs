//! The quickstart for actix-web: `cargo run --bin quickstart_actix`, then
//! `curl -i localhost:3000/apps`.

use actix_web::{App, HttpServer, web};
use manila_actix::{EnvelopeLayer, Envelopes};

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
#[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimitExceeded,
}

async fn create_app() -> Result<&'static str, ApiError> {
    Err(ApiError::PlanLimitExceeded)
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    HttpServer::new(move || {
        App::new()
            .wrap(EnvelopeLayer::new(envelopes.clone()))
            .service(web::resource("/apps").get(create_app))
    })
    .bind("127.0.0.1:3000")?
    .run()
    .await
}
