//! The apps on actix-web.

use std::future::{Ready, ready};
use std::net::TcpListener;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{self, ServiceConfig};
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, HttpServer};
use manila_actix::{
    EnvelopeLayer, Form, InputConfig, Json, JsonAll, Path, Query, Reply, garde, validator,
};

use super::app::{App, FOREIGN, INPUT_LIMIT};
use super::input::{Header, Newcomer, Page, Signup, Slug, Whole};
use super::stopping::{impatient, limited};

/// Serves to the end of the process.
pub(super) fn serve(listener: TcpListener, app: App) {
    let routes = match app {
        App::Rules => rules,
        App::Input => input,
        App::Replies => replies,
        App::Hiding | App::Silent => |config: &mut ServiceConfig| {
            config.route("/{status}", web::get().to(foreign));
        },
        App::Stopped => |config: &mut ServiceConfig| {
            let number = || web::post().to(async |Json(number): Json<u64>| number.to_string());
            config
                .service(
                    web::resource("/slow")
                        .route(number())
                        .wrap(from_fn(impatient)),
                )
                .service(
                    web::resource("/long")
                        .route(number())
                        .wrap(from_fn(limited)),
                );
        },
        App::Nested => |config: &mut ServiceConfig| {
            let inner = web::scope("/inner").route("/", web::get().to(async || "fine"));
            let layer = EnvelopeLayer::new(App::Nested.envelopes());
            config.service(inner.wrap(layer));
        },
        App::OwnStyle(_) => |config: &mut ServiceConfig| {
            config.route(
                "/",
                web::get().to(async || HttpResponse::Conflict().finish()),
            );
        },
    };
    let envelopes = app.envelopes();
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .configure(routes)
            .wrap(EnvelopeLayer::new(envelopes.clone()))
    });
    let server = server.workers(1).disable_signals().listen(listener);
    let system = actix_web::rt::System::new();
    system.block_on(server.unwrap().run()).unwrap();
}

fn rules(config: &mut ServiceConfig) {
    let by_garde = web::scope("/garde")
        .route(
            "/json",
            web::post().to(async |_: garde::Valid<Json<Signup>>| "valid"),
        )
        .route(
            "/form",
            web::post().to(async |_: garde::Valid<Form<Page>>| "valid"),
        )
        .route(
            "/query",
            web::get().to(async |_: garde::Valid<Query<Page>>| "valid"),
        )
        .route(
            "/path/{pageSize}",
            web::get().to(async |_: garde::Valid<Path<Page>>| "valid"),
        )
        .route(
            "/header",
            web::get().to(async |_: garde::Valid<Header>| "valid"),
        )
        .route(
            "/whole",
            web::post().to(async |_: garde::Valid<JsonAll<Whole>>| "valid"),
        );
    let by_validator = web::scope("/validator")
        .route(
            "/json",
            web::post().to(async |_: validator::Valid<Json<Newcomer>>| "valid"),
        )
        .route(
            "/form",
            web::post().to(async |_: validator::Valid<Form<Page>>| "valid"),
        )
        .route(
            "/query",
            web::get().to(async |_: validator::Valid<Query<Page>>| "valid"),
        )
        .route(
            "/path/{pageSize}",
            web::get().to(async |_: validator::Valid<Path<Page>>| "valid"),
        )
        .route(
            "/header",
            web::get().to(async |_: validator::Valid<Header>| "valid"),
        );
    config.service(by_garde).service(by_validator);
}

impl FromRequest for Header {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let page_size = request.headers().get("page-size").unwrap();
        ready(Ok(Self::read(page_size.as_bytes())))
    }
}

/// With Manila's extractors, and under `/its` with actix-web's own.
fn input(config: &mut ServiceConfig) {
    InputConfig::new().body_limit(INPUT_LIMIT).apply(config);
    config
        .route(
            "/number",
            web::post().to(async |Json(number): Json<u8>| number.to_string()),
        )
        .route("/one/{id}", web::to(async |id: Path<u8>| id.0.to_string()))
        .route(
            "/two/{id}/{at}",
            web::to(async |Path((id, at)): Path<(u8, u8)>| (id + at).to_string()),
        )
        .route(
            "/fewer/{id}/{at}",
            web::to(async |id: Path<u8>| id.0.to_string()),
        )
        .route("/other/{id}", web::to(async |slug: Path<Slug>| slug.0.slug))
        .route(
            "/foreign/coding",
            web::post().to(async || {
                let codings = (header::ACCEPT_ENCODING, "gzip, br");
                HttpResponse::UnsupportedMediaType()
                    .insert_header(codings)
                    .finish()
            }),
        )
        .route(
            "/foreign/type",
            web::post().to(HttpResponse::UnsupportedMediaType),
        )
        .route(
            "/its/number",
            web::post().to(async |number: web::Json<u8>| number.to_string()),
        )
        .route(
            "/its/bytes",
            web::post().to(async |bytes: web::Bytes| bytes.len().to_string()),
        )
        .route(
            "/its/text",
            web::post().to(async |text: String| text.len().to_string()),
        )
        .route(
            "/its/form",
            web::post().to(async |form: web::Form<Vec<(String, String)>>| form.len().to_string()),
        )
        .route(
            "/its/one/{id}",
            web::to(async |id: web::Path<u8>| id.to_string()),
        )
        .route(
            "/its/fewer/{id}/{at}",
            web::to(async |id: web::Path<u8>| id.to_string()),
        )
        .route(
            "/its/other/{id}",
            web::to(async |slug: web::Path<Slug>| slug.into_inner().slug),
        );
}

async fn foreign(status: web::Path<u16>) -> HttpResponse {
    let mut response = HttpResponse::build(StatusCode::from_u16(*status).unwrap());
    for field in FOREIGN {
        response.append_header(field);
    }
    response.body("canary-text")
}

fn replies(config: &mut ServiceConfig) {
    let reply = web::resource("/{status}").get(async || Reply([1, 2]));
    config.service(reply.wrap(from_fn(with_status)));
}

/// Gives the response another status, and takes the content away where that has none, or only a part.
async fn with_status(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse, Error> {
    let status = request.match_info().get("status").unwrap();
    let status = StatusCode::from_u16(status.parse().unwrap()).unwrap();
    let mut response = next.call(request).await?;
    *response.response_mut().status_mut() = status;
    if matches!(status.as_u16(), 204..=206 | 304) {
        response.headers_mut().remove(header::CONTENT_TYPE);
        return Ok(response.map_body(|_, _| BoxBody::new(())));
    }
    Ok(response.map_into_boxed_body())
}
