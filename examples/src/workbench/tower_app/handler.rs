//! The routes of the bare service, which has no router.

use axum::body::Body;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use http_body::Body as _;
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use manila::{Condition, Fault};
use manila_tower::{FaultBody, request_id, response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::Reply;
use crate::workbench::options::Options;
use crate::workbench::raw::Raw;
use crate::workbench::routes::{self, Raise, Signup};

/// The largest body of `/json`, in bytes.
const BODY_LIMIT: usize = 2 * 1024 * 1024;

/// HEAD has the header of GET, and no body: without a router nobody else takes it away.
pub(super) fn without_body(mut response: Reply) -> Reply {
    let size = response.body().size_hint().exact();
    if let Some(size) = size.filter(|_| !response.headers().contains_key(header::CONTENT_LENGTH)) {
        response
            .headers_mut()
            .insert(header::CONTENT_LENGTH, size.into());
    }
    *response.body_mut() = Body::empty();
    response
}

pub(super) async fn handle(request: Request<Incoming>, options: &Options) -> Reply {
    let path = request.uri().path().to_owned();
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let raw = Raw::of(&segments);
    let is_known = raw.is_some()
        || matches!(
            segments[..],
            ["ok" | "id" | "err" | "json" | "retry" | "bad-json"] | ["raise" | "panic", _]
        );
    if !is_known {
        return refuse(options, Fault::condition(Condition::RouteNotFound));
    }
    let (is_allowed, allow) = match request.method() {
        &Method::POST => (segments == ["json"], "GET,HEAD"),
        &Method::GET | &Method::HEAD => (segments != ["json"], "POST"),
        _ if segments == ["json"] => (false, "POST"),
        _ => (false, "GET,HEAD"),
    };
    if !is_allowed {
        let fault = Fault::condition(Condition::MethodNotAllowed).header("allow", allow);
        return refuse(options, fault);
    }
    if let Some(raw) = raw {
        return raw.response();
    }
    match segments[..] {
        ["ok"] => ok(&json!({ "hello": "world" })),
        ["id"] => {
            let id = request_id(request.headers(), request.extensions());
            ok(&json!({ "request_id": id.map(|id| id.to_string()) }))
        }
        ["raise", code] => {
            let query = query::<Raise>(&request);
            refuse(
                options,
                routes::raise(options.catalog.catalog(), code, query),
            )
        }
        ["err"] => refuse(options, manila::IntoFault::into_fault(routes::broken())),
        ["panic", kind] => refuse(options, routes::panic(kind).await),
        ["retry"] => refuse(options, routes::retry(query(&request))),
        ["bad-json"] => ok(&routes::Unserializable),
        _ => match read_json(request).await {
            Ok(()) => ok(&json!({ "ok": true })),
            Err(fault) => refuse(options, fault),
        },
    }
}

/// What a handler returns: the fault, or without Manila what a service tends to answer by itself.
fn refuse(options: &Options, fault: Fault) -> Reply {
    if options.bare {
        return plain(fault.http_status(), fault.to_string());
    }
    response(fault, |fault| Body::new(FaultBody::new(fault)))
}

fn ok(value: &impl Serialize) -> Reply {
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

fn plain(status: u16, text: String) -> Reply {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, plain);
    response
}

async fn read_json(request: Request<Incoming>) -> Result<(), Fault> {
    let content_type = request.headers().get(header::CONTENT_TYPE);
    match content_type.and_then(|value| value.to_str().ok()) {
        None => return Err(Fault::condition(Condition::MissingContentType)),
        Some(value) if !value.starts_with("application/json") => {
            return Err(Fault::condition(Condition::UnsupportedMediaType));
        }
        Some(_) => {}
    }
    let body = Limited::new(request.into_body(), BODY_LIMIT)
        .collect()
        .await;
    let body = body.map_err(|error| {
        let is_large = error.is::<http_body_util::LengthLimitError>();
        let condition = if is_large {
            Condition::BodyTooLarge
        } else {
            Condition::BadRequest
        };
        Fault::condition(condition).because_of(&*error)
    })?;
    match serde_json::from_slice::<Signup>(&body.to_bytes()) {
        Ok(_) => Ok(()),
        Err(error) if error.is_data() => Err(Fault::condition(Condition::Validation)),
        Err(_) => Err(Fault::condition(Condition::InvalidJson)),
    }
}

/// The query, as far as it can be read.
pub(super) fn query<T: DeserializeOwned + Default>(request: &Request<Incoming>) -> T {
    let uri = request.uri();
    axum::extract::Query::<T>::try_from_uri(uri)
        .map(|query| query.0)
        .unwrap_or_default()
}
