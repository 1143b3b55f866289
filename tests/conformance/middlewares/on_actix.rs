//! The middlewares on actix-web.

use std::net::TcpListener;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_cors::Cors;
use actix_web::body::{BodySize, BoxBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::{
    Compress, DefaultHeaders, ErrorHandlerResponse, ErrorHandlers, Logger, Next, from_fn,
};
use actix_web::{App, Error, HttpResponse, HttpServer, Scope, web};
use bytes::Bytes;
use manila_actix::{EnvelopeLayer, Reply};

use super::sources::{CARD, FOREIGN, PAGE, envelopes, taken};

/// Longer than any test takes.
const LONG: Duration = Duration::from_secs(60);

/// Serves to the end of the process.
pub(super) fn serve(listener: TcpListener) {
    let server = HttpServer::new(move || {
        App::new()
            .configure(harmless)
            .configure(changing)
            .wrap(EnvelopeLayer::new(envelopes()))
    });
    let server = server.workers(1).disable_signals().listen(listener);
    let system = actix_web::rt::System::new();
    system.block_on(server.unwrap().run()).unwrap();
}

fn sources(path: &str) -> Scope {
    web::scope(path)
        .route(
            "/fault",
            web::get().to(async || -> manila_actix::Result<HttpResponse> { Err(taken())? }),
        )
        .route("/reply", web::get().to(async || Reply(CARD)))
        .route(
            "/foreign",
            web::get().to(async || HttpResponse::InternalServerError().body(FOREIGN)),
        )
}

fn harmless(config: &mut web::ServiceConfig) {
    let other_errors = ErrorHandlers::new().handler(StatusCode::IM_A_TEAPOT, |response| {
        Ok(ErrorHandlerResponse::Response(
            response.map_into_left_body(),
        ))
    });
    config
        .service(sources("/none"))
        .service(sources("/compression").wrap(Compress::default()))
        .service(sources("/trace").wrap(Logger::default()))
        .service(sources("/timeout").wrap(from_fn(timeout)))
        .service(sources("/body-timeout").wrap(from_fn(hand_on)))
        .service(sources("/collector").wrap(from_fn(collect)))
        .service(
            sources("/two-collectors")
                .wrap(from_fn(collect))
                .wrap(from_fn(collect)),
        )
        .service(sources("/boxed-body").wrap(from_fn(boxed)))
        .service(
            sources("/two-wrappers")
                .wrap(from_fn(hand_on))
                .wrap(from_fn(boxed)),
        )
        .service(sources("/header").wrap(DefaultHeaders::new().add(("x-custom", "1"))))
        .service(sources("/cors").wrap(Cors::permissive()))
        .service(sources("/metrics").wrap(Logger::new("%b %D")))
        .service(sources("/catch").wrap(other_errors))
        .service(sources("/limit").wrap(from_fn(hand_on)));
}

async fn timeout(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    tokio::time::timeout(LONG, next.call(request))
        .await
        .unwrap()
}

async fn hand_on(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?;
    Ok(response.map_body(|_, body| BoxBody::new(Handed(body.boxed()))))
}

async fn boxed(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    Ok(next.call(request).await?.map_into_boxed_body())
}

async fn collect(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let (response, bytes) = read(next.call(request).await?).await;
    Ok(response.map_body(|_, ()| BoxBody::new(bytes)))
}

/// Takes the body out of a response, and reads it.
async fn read(response: ServiceResponse<impl MessageBody>) -> (ServiceResponse<()>, Bytes) {
    let (request, response) = response.into_parts();
    let (response, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body).await else {
        panic!("the body failed");
    };
    (ServiceResponse::new(request, response), bytes)
}

/// A body that hands on what it is asked, and no size.
struct Handed(BoxBody);

impl MessageBody for Handed {
    type Error = Box<dyn std::error::Error>;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.0).poll_next(cx)
    }
}

/// What a middleware makes of a response without its body, and of the bytes that were in it.
type Change = fn(ServiceResponse<()>, Bytes) -> ServiceResponse<BoxBody>;

/// The handlers behind a middleware that makes another response of each.
fn changed(path: &str, change: Change) -> impl actix_web::dev::HttpServiceFactory + 'static {
    sources(path).wrap(from_fn(
        move |request: ServiceRequest, next: Next<_>| async move {
            change_one(change, request, next).await
        },
    ))
}

async fn change_one(
    change: Change,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let (response, bytes) = read(next.call(request).await?).await;
    Ok(change(response, bytes))
}

/// The response under another status, with these bytes for its body.
fn with(
    mut response: ServiceResponse<()>,
    status: Option<StatusCode>,
    body: impl MessageBody + 'static,
) -> ServiceResponse<BoxBody> {
    if let Some(status) = status {
        *response.response_mut().status_mut() = status;
    }
    response.map_body(|_, ()| body.boxed())
}

fn changing(config: &mut web::ServiceConfig) {
    config
        .service(sources("/status").wrap(from_fn(status)))
        .service(changed("/empty-404", |response, _| {
            with(response, Some(StatusCode::NOT_FOUND), ())
        }))
        .service(changed("/redirect", |mut response, _| {
            let login = HeaderValue::from_static("/login");
            response.headers_mut().insert(header::LOCATION, login);
            with(response, Some(StatusCode::SEE_OTHER), ())
        }))
        .service(changed("/page", |response, _| {
            with(response, Some(StatusCode::OK), PAGE)
        }))
        .service(changed("/error-page", |response, _| {
            with(response, Some(StatusCode::SERVICE_UNAVAILABLE), PAGE)
        }))
        .service(changed("/redaction", |response, _| {
            with(response, None, "***")
        }))
        .service(sources("/beside").wrap(from_fn(beside)))
        .service(changed("/emptied", |response, _| with(response, None, ())))
        .service(changed("/appended", |response, bytes| {
            with(response, None, [&bytes[..], b" "].concat())
        }))
        .service(changed("/truncated", |response, bytes| {
            with(response, None, bytes.slice(..bytes.len() - 1))
        }))
        .service(sources("/extensions").wrap(from_fn(extensions)))
        .service(changed("/another-response", |response, _| {
            let (request, _) = response.into_parts();
            ServiceResponse::new(request, HttpResponse::NotFound().finish())
        }));
}

async fn status(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let mut response = next.call(request).await?;
    *response.response_mut().status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    Ok(response)
}

async fn extensions(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let mut response = next.call(request).await?;
    response.response_mut().extensions_mut().clear();
    Ok(response)
}

async fn beside(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?;
    Ok(response.map_body(|_, old| {
        BoxBody::new(Beside {
            _old: old.boxed(),
            new: PAGE,
        })
    }))
}

/// A body, and the one that it takes the place of.
struct Beside {
    _old: BoxBody,
    new: &'static str,
}

impl MessageBody for Beside {
    type Error = std::convert::Infallible;

    fn size(&self) -> BodySize {
        self.new.size()
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.new).poll_next(cx)
    }
}
