//! The workbench on actix-web.

mod input;
mod made;
mod middleware;
mod resource;
mod respond;

use std::future::ready;
use std::sync::Arc;
use std::time::Duration;

use actix_cors::Cors;
use actix_web::dev::Server;
use actix_web::http::StatusCode;
use actix_web::middleware::{Condition as When, from_fn};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use actix_ws::Message;
use manila::Fault;
use manila_actix::{EnvelopeLayer, Error, RequestId, reference};
use serde_json::json;
use tokio::sync::Semaphore;

use self::middleware::{failing, one_at_a_time, timeout};
use self::resource::get;
use self::respond::{raw_response, reply};
use crate::workbench::options::Options;
use crate::workbench::raw;
use crate::workbench::routes::{self, Raise, RetryAfter, Sleep};
use crate::workbench::stop::{GRACE, Stop};

/// How long a connection may be silent, and how long the head of a request may take. The framework
/// ends one after five seconds, which a busy machine may take for an answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Serves until it is told to stop.
pub(super) async fn serve(
    listener: std::net::TcpListener,
    options: &Options,
    stop: Stop,
) -> std::io::Result<()> {
    let options = options.clone();
    let turns = Arc::new(Semaphore::new(1));
    let site = options.site().map(web::Data::new);
    let factory = move || {
        let cors = Cors::default()
            .allowed_origin(routes::ORIGIN)
            .allow_any_method()
            .supports_credentials();
        let scope = web::scope("/nested")
            .wrap(When::new(
                !options.bare,
                EnvelopeLayer::new(options.nested_envelopes()),
            ))
            .configure(|config| faults(config, &turns, &options))
            .default_service(web::to(HttpResponse::NotFound));
        App::new()
            .app_data(web::Data::new(options.clone()))
            .app_data(input::input_config(&options))
            .service(scope)
            .configure(|config| faults(config, &turns, &options))
            .configure(|config| observed(config, &options))
            .configure(|config| {
                if let Some(site) = &site {
                    config.service(reference("/errors", site.clone()));
                }
            })
            .wrap(When::new(
                !options.bare,
                EnvelopeLayer::new(options.envelopes()),
            ))
            .wrap(cors)
    };
    let server = HttpServer::new(factory)
        .workers(2)
        .disable_signals()
        .shutdown_timeout(GRACE.as_secs())
        .client_request_timeout(PATIENCE)
        .keep_alive(PATIENCE)
        .listen_auto_h2c(listener)?
        .run();
    run(server, stop).await
}

/// Serves `/no-layer`, which no envelope layer is around, until it is told to stop.
pub(super) async fn serve_without_layer(
    listener: std::net::TcpListener,
    stop: Stop,
) -> std::io::Result<()> {
    let server = HttpServer::new(|| App::new().route("/no-layer", web::get().to(made::fail)))
        .workers(1)
        .disable_signals()
        .shutdown_timeout(GRACE.as_secs())
        .client_request_timeout(PATIENCE)
        .keep_alive(PATIENCE)
        .listen_auto_h2c(listener)?
        .run();
    run(server, stop).await
}

/// Runs a server until it is told to stop.
async fn run(server: Server, stop: Stop) -> std::io::Result<()> {
    let handle = server.handle();
    actix_web::rt::spawn(async move {
        stop.await;
        handle.stop(true).await;
    });
    server.await
}

/// The routes, which the nested scope has too.
fn faults(config: &mut web::ServiceConfig, turns: &Arc<Semaphore>, options: &Options) {
    let turns = Arc::clone(turns);
    raw_routes(config, options);
    input::routes(config, options);
    made::routes(config, options);
    config
        .service(get(options, "/ok", || async { web::Json(routes::hello()) }))
        .service(get(options, "/reply", reply))
        .service(get(options, "/id", |id: RequestId| async move {
            web::Json(json!({ "request_id": id.as_str() }))
        }))
        .service(get(options, "/raise/{code}", raise))
        .service(get(options, "/err", err))
        .service(get(options, "/std-error", std_error))
        .service(get(options, "/panic/{kind}", panic))
        .service(get(options, "/retry", retry))
        .service(get(options, "/bad-json", || async {
            web::Json(routes::Unserializable)
        }))
        .service(web::resource("/ws").route(web::get().to(echo)))
        .service(get(options, "/slow", sleep).wrap(from_fn(timeout)))
        .service(
            get(options, "/busy", sleep).wrap(from_fn(move |request, next| {
                one_at_a_time(Arc::clone(&turns), request, next)
            })),
        )
        .service(get(options, "/middleware-err", || async { "never" }).wrap(from_fn(failing)));
}

fn observed(config: &mut web::ServiceConfig, options: &Options) {
    if options.observe {
        let observed = options.observed.clone();
        let route = move || ready(web::Json(observed.to_json()));
        config.service(get(options, "/observed", route));
    }
}

/// What a handler returns: the fault, or without Manila what a service tends to answer by itself.
fn refuse(options: &Options, fault: Fault) -> Result<HttpResponse, Error> {
    if !options.bare {
        return Err(fault.into());
    }
    let status = StatusCode::from_u16(fault.http_status()).unwrap_or_default();
    Ok(HttpResponse::build(status).body(fault.to_string()))
}

async fn raise(
    options: web::Data<Options>,
    code: web::Path<String>,
    query: web::Query<Raise>,
) -> Result<HttpResponse, Error> {
    refuse(
        &options,
        routes::raise(options.catalog.catalog(), &code, query.into_inner()),
    )
}

async fn err(options: web::Data<Options>) -> Result<HttpResponse, Error> {
    if options.bare {
        let cause = manila::IntoFault::into_fault(routes::broken());
        let cause = cause.cause().map(manila::Cause::chain).unwrap_or_default();
        return Ok(HttpResponse::InternalServerError().body(cause));
    }
    Err(routes::broken())?
}

/// The framework's own `Result` takes errors of the standard library.
async fn std_error() -> actix_web::Result<String> {
    Ok(routes::read_settings()?)
}

async fn panic(
    options: web::Data<Options>,
    kind: web::Path<String>,
) -> Result<HttpResponse, Error> {
    refuse(&options, routes::panic(&kind).await)
}

async fn retry(
    options: web::Data<Options>,
    query: web::Query<RetryAfter>,
) -> Result<HttpResponse, Error> {
    refuse(&options, routes::retry(query.into_inner()))
}

async fn echo(
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, actix_web::Error> {
    let (response, mut session, mut messages) = actix_ws::handle(&request, payload)?;
    actix_web::rt::spawn(async move {
        while let Some(Ok(message)) = messages.recv().await {
            let sent = match message {
                Message::Text(text) => session.text(text).await,
                Message::Binary(bytes) => session.binary(bytes).await,
                Message::Ping(bytes) => session.pong(&bytes).await,
                _ => break,
            };
            if sent.is_err() {
                return;
            }
        }
        // Whoever asked may have gone already.
        let _ = session.close(None).await;
    });
    Ok(response)
}

fn raw_routes(config: &mut web::ServiceConfig, options: &Options) {
    for (name, raw) in raw::BY_STATUS {
        let route = move |status: web::Path<u16>| ready(raw_response(&raw(*status)));
        config.service(get(options, &format!("/{name}/{{status}}"), route));
    }
    for (name, raw) in raw::FIXED {
        let route = move || ready(raw_response(&raw));
        config.service(get(options, &format!("/{name}"), route));
    }
}

async fn sleep(query: web::Query<Sleep>) -> &'static str {
    query.into_inner().run().await;
    "done"
}
