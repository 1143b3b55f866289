//! actix-web, with actix-cors, its compression and its logger.

use std::net::TcpListener;

use actix_cors::Cors;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, Logger};
use actix_web::{App, Error, HttpResponse, HttpServer, Responder, body::MessageBody, web};
use manila_actix::{EnvelopeLayer, Envelopes, Json, Path, Query, Reply};
use manila_probe::assert_enveloped_with;
use manila_probe::oracle::Style;
use serde::Deserialize;

use super::{ROUTES, check_clean};

/// What the service refuses.
#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
#[error_code(catalog = "apps", case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("There is no such app.")]
    #[error_code(status = 404)]
    AppNotFound,
}

#[derive(Deserialize)]
struct New {
    name: String,
}

#[derive(Deserialize)]
struct Page {
    limit: Option<u32>,
}

async fn list(Query(page): Query<Page>) -> impl Responder {
    Reply(page.limit)
}

async fn create(Json(app): Json<New>) -> impl Responder {
    Reply(app.name)
}

async fn read(Path(_): Path<u64>) -> Result<HttpResponse, ApiError> {
    Err(ApiError::AppNotFound)
}

async fn delete() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

fn apps(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/apps").get(list).post(create))
        .service(web::resource("/apps/{id}").get(read).delete(delete));
}

fn service() -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let nested = web::scope("/v2")
        .configure(apps)
        .wrap(EnvelopeLayer::new(Envelopes::json_api()));
    App::new()
        .configure(apps)
        .service(nested)
        .wrap(EnvelopeLayer::new(Envelopes::ok_error()))
        .wrap(Cors::default().allowed_origin("http://apps.example"))
        .wrap(Compress::default())
        .wrap(Logger::default())
}

/// Serves the app as long as the process runs.
fn serve() -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = HttpServer::new(service).workers(1).disable_signals();
            server.listen_auto_h2c(listener).unwrap().run().await
        })
    });
    format!("http://{address}")
}

#[test]
fn a_stock_service_on_actix_is_clean() {
    check_clean(&serve());
}

#[actix_web::test]
async fn a_stock_service_on_actix_is_enveloped() {
    assert_enveloped_with(service, |probe| {
        probe.routes(["GET /apps", "GET /v2/apps/{id}"])
    })
    .await;
    assert_enveloped_with(service, |probe| {
        let probe = probe.with_routes(ROUTES.parse().unwrap()).unsafe_methods();
        probe.style(Style::OkError).style_of("/v2", Style::JsonApi)
    })
    .await;
}

#[test]
fn a_strict_probe_fails_because_of_the_server() {
    let (code, out, _) = super::manila(&serve(), &["--strict"]);
    assert_eq!(code, 1, "{out}");
    for told in ["preflight", "malformed-request-line"] {
        assert!(out.contains(told), "{told}\n{out}");
    }
    let (code, out, _) = super::manila(&serve(), &[]);
    assert_eq!(code, 0, "{out}");
    for told in [
        "outside the service: the HTTP server refuses requests by itself (",
        "outside the service: CORS around the envelope refuses a preflight",
    ] {
        assert!(out.contains(told), "{told}\n{out}");
    }
}
