//! The service on actix-web alone: an error is a status and a text.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{App, HttpServer, ResponseError, web};

#[derive(Debug)]
enum ApiError {
    PlanLimitExceeded,
    AppNotFound,
    NameTaken,
    NameInvalid,
    UpstreamFailed,
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PlanLimitExceeded => "The plan's limit is reached.",
            Self::AppNotFound => "There is no app of this name.",
            Self::NameTaken => "An app has this name already.",
            Self::NameInvalid => "This is no name for an app.",
            Self::UpstreamFailed => "The builder does not answer.",
        })
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::PlanLimitExceeded => StatusCode::PAYMENT_REQUIRED,
            Self::AppNotFound => StatusCode::NOT_FOUND,
            Self::NameTaken => StatusCode::CONFLICT,
            Self::NameInvalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::UpstreamFailed => StatusCode::BAD_GATEWAY,
        }
    }
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
    HttpServer::new(|| App::new().service(web::resource("/apps/{name}").get(app)))
        .bind("127.0.0.1:3000")?
        .run()
        .await
}
