//! The OpenAPI document, and a page to read it.

use actix_web::web::{self, Data, Html, Json, ServiceConfig};
use manila::Envelopes;
use manila_utoipa::Document;
use utoipa::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};

#[derive(OpenApi)]
#[openapi(
    info(title = "Notes", description = "Notes of signed-in people.", license(name = "MIT OR Apache-2.0")),
    paths(crate::list, crate::create, crate::read, crate::word)
)]
struct Notes;

/// The document at `/openapi.json`.
pub fn served(envelopes: &Envelopes) -> impl FnOnce(&mut ServiceConfig) + use<> {
    let mut api = Notes::openapi();
    let token = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    api.components.get_or_insert_default().add_security_scheme("token", token);
    envelopes.document(&mut api).expect("each code is of the service's catalog");
    move |config| {
        config
            .app_data(Data::new(api))
            .route("/openapi.json", web::get().to(async |api: Data<utoipa::openapi::OpenApi>| Json(api)))
            .route("/docs", web::get().to(async || Html::new(include_str!("../../docs.html"))));
    }
}
