//! Responses, and what is read of requests, by hand.

use axum::body::Body;
use http::{HeaderValue, Request, Response, StatusCode, header};
use hyper::body::Incoming;
use manila::Success;
use manila_tower::{fault_response, success_response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::workbench::made::read;

/// What every route answers with.
pub(super) type Reply = Response<Body>;

/// The data, for the layer to wrap.
pub(super) fn reply(data: &impl Serialize) -> Reply {
    match Success::new(data) {
        Ok(success) => success_response(success, Body::new),
        Err(fault) => fault_response(fault, Body::new),
    }
}

pub(super) fn ok(value: &impl Serialize) -> Reply {
    match serde_json::to_string(value) {
        Ok(body) => {
            let mut response = Response::new(Body::from(body));
            let json = HeaderValue::from_static("application/json");
            response.headers_mut().insert(header::CONTENT_TYPE, json);
            response
        }
        // As axum's and actix-web's `Json` do.
        Err(error) => plain(500, error.to_string()),
    }
}

pub(super) fn plain(status: u16, text: String) -> Reply {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, plain);
    response
}

/// The query, as far as it can be read.
pub(super) fn query<T: DeserializeOwned + Default>(request: &Request<Incoming>) -> T {
    read(request.uri().query())
}
