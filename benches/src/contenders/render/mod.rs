//! From an error to a response: body, status and content type, without a layer.

mod by_hand;
mod json_api;
mod languages;
mod limit;
mod ok_error;
mod on_actix;
mod problem;

use std::hint::black_box;
use std::rc::Rc;

use ::axum::body::Body;
use ::axum::response::Response;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};
use manila::Fault;
use manila::adapter::{Renderer, RequestContext};

use super::execute::{block_on, read};
use crate::work::{Contender, Expected, Work};

/// An id as every contender writes it. It is no UUID: Manila would make a URN of that too, which
/// the `http::Uri` of one peer does not hold.
const ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");
const JSON_API: HeaderValue = HeaderValue::from_static("application/vnd.api+json");

pub(super) fn works() -> Vec<Work> {
    vec![
        ok_error::fixed(),
        ok_error::with_details(),
        problem::with_id(),
        json_api::one_error(),
        json_api::twenty_violations(),
        on_actix::fixed(),
        languages::fixed(),
        languages::filled(),
    ]
}

/// Someone who makes a response of axum's.
fn contender(
    name: &'static str,
    expected: &Expected,
    respond: impl Fn() -> Response + 'static,
) -> Contender {
    let respond = Rc::new(respond);
    let once = Rc::clone(&respond);
    Contender::new(
        name,
        expected.clone(),
        move || block_on(read(once())),
        move |times| {
            for _ in 0..times {
                black_box(respond());
            }
        },
    )
}

/// A response of bytes that are finished, with its content type and no other field.
fn respond(status: StatusCode, content_type: HeaderValue, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}

/// What Manila renders, as its layers do, with its content type and no other field.
fn rendered(renderer: &Renderer, fault: &Fault, id: Option<&str>) -> Response {
    let rendered = renderer.render(fault, &RequestContext::new(id));
    let status = StatusCode::from_u16(rendered.status()).unwrap_or_default();
    // The adapters too know the media types of the built-in styles beforehand.
    let content_type = match rendered.content_type() {
        "application/json" => JSON,
        "application/problem+json" => PROBLEM,
        "application/vnd.api+json" => JSON_API,
        other => HeaderValue::from_str(other).unwrap_or(JSON),
    };
    respond(status, content_type, rendered.into_body())
}
