//! The service on actix-web with Manila, as its README shows.

use actix_web::{App, HttpServer, web};
use manila_actix::{EnvelopeLayer, Envelopes};

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
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

async fn app(name: web::Path<String>) -> Result<&'static str, ApiError> {
    match &**name {
        "" => Err(ApiError::NameInvalid),
        "sixth" => Err(ApiError::PlanLimitExceeded),
        "taken" => Err(ApiError::NameTaken),
        "missing" => Err(ApiError::AppNotFound),
        "unreachable" => Err(ApiError::UpstreamFailed),
        _ => Ok("an app"),
    }
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    HttpServer::new(move || {
        App::new()
            .wrap(EnvelopeLayer::new(envelopes.clone()))
            .service(web::resource("/apps/{name}").get(app))
    })
    .bind("127.0.0.1:3000")?
    .run()
    .await
}
