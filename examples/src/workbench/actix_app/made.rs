//! The routes of what handlers and the middleware around them make.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::{Next, from_fn};
use actix_web::{HttpRequest, HttpResponse, Responder, web};
use manila::{Condition, Fault};
use manila_actix::{Error, Json, Reply};
use tracing::Instrument as _;

use super::middleware::timeout;
use super::resource::{get, post};
use super::respond::{raw_response, reply};
use crate::workbench::input::Signup;
use crate::workbench::made::{self, Made, bare_text, location};
use crate::workbench::meddle::{self, Change};
use crate::workbench::options::Options;
use crate::workbench::relay::{self, Relay, Relayed};
use crate::workbench::routes;

pub(super) fn routes(config: &mut web::ServiceConfig, options: &Options) {
    for path in made::PATHS {
        config.service(get(options, path, make));
    }
    let slow_body = async |_: Json<Signup>| web::Json(routes::hello());
    config
        .service(get(options, "/meddle/{what}", make).wrap(from_fn(meddle)))
        .service(get(options, "/relay", relay))
        .service(get(options, "/span", span))
        .service(post("/slow-body", slow_body).wrap(from_fn(timeout)));
}

async fn make(
    options: web::Data<Options>,
    request: HttpRequest,
) -> Result<HttpResponse, actix_web::Error> {
    let made = Made::at(&options, request.path(), request.uri().query());
    Ok(match made {
        Made::Fault(fault) => return refuse(&options, fault),
        Made::Under(status, fault) => under(status, respond(refuse(&options, fault))),
        Made::Unserializable(status) if options.bare => under(
            status,
            web::Json(routes::Unserializable)
                .respond_to(&request)
                .map_into_boxed_body(),
        ),
        Made::Unserializable(status) => {
            under(status, Reply(routes::Unserializable).respond_to(&request))
        }
        Made::Reply => reply(options, request).await,
        Made::Raw(raw) => raw_response(&raw),
    })
}

/// The fault, or without Manila what a service tends to answer by itself.
fn refuse(options: &Options, fault: Fault) -> Result<HttpResponse, actix_web::Error> {
    if !options.bare {
        return Err(Error::from(fault).into());
    }
    let status = StatusCode::from_u16(fault.http_status()).unwrap_or_default();
    Ok(HttpResponse::build(status).body(bare_text(&fault)))
}

fn respond(refused: Result<HttpResponse, actix_web::Error>) -> HttpResponse {
    refused.unwrap_or_else(|error| error.error_response())
}

/// The response under the status that the handler gives it.
fn under(status: u16, mut response: HttpResponse) -> HttpResponse {
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    if let Some(location) = location(status) {
        let location = HeaderValue::from_static(location);
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

async fn meddle(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let change = Change::at(request.path());
    let response = next.call(request).await?.map_into_boxed_body();
    Ok(match change {
        Some(change) => apply(change, response),
        None => response,
    })
}

fn apply(change: Change, mut response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let head = response.response_mut();
    match change {
        Change::Status => {
            *head.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        }
        Change::Body => return response.map_body(|_, _| BoxBody::new(meddle::BODY)),
        Change::Empty => return response.map_body(|_, _| BoxBody::new(())),
        Change::Phrase => head.head_mut().reason = Some(meddle::PHRASE),
        Change::Cache => put(head, header::CACHE_CONTROL, meddle::CACHE),
        Change::Id => put(head, HeaderName::from_static("x-request-id"), meddle::ID),
        Change::Redirect => {
            *head.status_mut() = StatusCode::SEE_OTHER;
            put(head, header::LOCATION, "/ok");
            return response.map_body(|_, _| BoxBody::new(()));
        }
        Change::Extensions => head.extensions_mut().clear(),
    }
    response
}

fn put(response: &mut HttpResponse, name: HeaderName, value: &'static str) {
    response
        .headers_mut()
        .insert(name, HeaderValue::from_static(value));
}

async fn relay(
    options: web::Data<Options>,
    query: web::Query<Relay>,
) -> Result<HttpResponse, actix_web::Error> {
    match relay::relay(&query).await {
        Ok(relayed) => Ok(relayed_response(relayed)),
        Err(error) => refuse(
            &options,
            Fault::condition(Condition::UpstreamFailed).because(error),
        ),
    }
}

/// A proxy's answer: all that the upstream has said, its phrase with it.
fn relayed_response(relayed: Relayed) -> HttpResponse {
    let status = StatusCode::from_u16(relayed.status).unwrap_or(StatusCode::BAD_GATEWAY);
    let mut response = HttpResponse::build(status);
    response.content_type("text/html");
    if let Some(phrase) = everlasting(relayed.phrase) {
        response.reason(phrase);
    }
    response.body(relayed.body)
}

/// The phrase for as long as the process lives, as actix-web wants it; none once there are too many.
fn everlasting(phrase: String) -> Option<&'static str> {
    const MOST: usize = 100;
    static PHRASES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut phrases = PHRASES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(phrase) = phrases.get(&*phrase) {
        return Some(phrase);
    }
    if phrases.len() >= MOST {
        return None;
    }
    let phrase: &'static str = Box::leak(phrase.into_boxed_str());
    phrases.insert(phrase);
    Some(phrase)
}

/// Fails inside of a span, and hands the error on with `?`.
async fn span(options: web::Data<Options>) -> Result<HttpResponse, actix_web::Error> {
    async fn inner() -> manila_actix::Result<&'static str> {
        Err(routes::broken())?
    }
    async fn handler() -> manila_actix::Result<&'static str> {
        let text = inner()
            .instrument(tracing::info_span!("inner", canary_span = 7))
            .await?;
        Ok(text)
    }
    match handler().await {
        Ok(text) => Ok(HttpResponse::Ok().body(text)),
        Err(error) => refuse(&options, error.into_fault()),
    }
}

/// `/no-layer`
pub(super) async fn fail() -> manila_actix::Result<&'static str> {
    Err(routes::broken())?
}
