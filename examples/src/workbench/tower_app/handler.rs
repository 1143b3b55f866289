//! The routes of the bare service, which has no router.

use axum::body::Body;
use bytes::Bytes;
use http::{HeaderValue, Method, Request, header};
use http_body::Body as _;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming;
use manila::extract::{
    self, MAX_NODES, MediaType, body_error, expect_content_type, expect_no_coding, expect_nodes,
    too_large,
};
use manila::validate::{Input, garde};
use manila::{Condition, Fault};
use manila_tower::{fault_response, request_id};
use serde_json::json;

use super::made;
use super::respond::{Reply, ok, plain, query, reply};
use crate::workbench::input::{Signup, UPLOAD_LIMIT};
use crate::workbench::made::Made;
use crate::workbench::options::Options;
use crate::workbench::raw::Raw;
use crate::workbench::routes::{self, Raise};

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
    let made = Made::of(options, &segments, request.uri().query());
    let is_known = raw.is_some()
        || made.is_some()
        || options.observe && segments == ["observed"]
        || matches!(
            segments[..],
            ["ok"
                | "reply"
                | "id"
                | "err"
                | "std-error"
                | "json"
                | "upload"
                | "retry"
                | "bad-json"
                | "relay"]
                | ["raise" | "panic", _]
        );
    if !is_known {
        return refuse(options, Fault::condition(Condition::RouteNotFound));
    }
    let takes_input = matches!(segments[..], ["json" | "upload"]);
    let (allowed, allow) = if takes_input {
        (&[Method::POST][..], "POST")
    } else {
        (&[Method::GET, Method::HEAD][..], "GET,HEAD")
    };
    let is_call = options.settings.grpc && request.method() == Method::POST;
    if !allowed.contains(request.method()) && !is_call {
        let fault = Fault::condition(Condition::MethodNotAllowed).with_header("allow", allow);
        return refuse(options, fault);
    }
    if let Some(raw) = raw {
        return raw.response();
    }
    if let Some(made) = made {
        return made::respond(options, made, &path);
    }
    match segments[..] {
        ["relay"] => made::relay(options, &request).await,
        ["ok"] => ok(&routes::hello()),
        ["observed"] => ok(&options.observed.to_json()),
        ["reply"] if options.bare => ok(&routes::hello()),
        ["reply"] => reply(&routes::hello()),
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
        ["std-error"] => match routes::read_settings() {
            Ok(settings) => ok(&settings),
            Err(error) => refuse(options, manila::IntoFault::into_fault(error)),
        },
        ["panic", kind] => refuse(options, routes::panic(kind).await),
        ["retry"] => refuse(options, routes::retry(query(&request))),
        ["bad-json"] => ok(&routes::Unserializable),
        _ => {
            let outcome = if segments == ["upload"] {
                read_body(request, UPLOAD_LIMIT).await.map(drop)
            } else {
                read_json(request, options.max_nodes.unwrap_or(MAX_NODES)).await
            };
            match outcome {
                Ok(()) => ok(&json!({ "ok": true })),
                Err(fault) => refuse(options, fault),
            }
        }
    }
}

/// What a handler returns: the fault, or without Manila what a service tends to answer by itself.
fn refuse(options: &Options, fault: Fault) -> Reply {
    if options.bare {
        return plain(fault.http_status(), fault.to_string());
    }
    fault_response(fault, Body::new)
}

async fn read_json(request: Request<Incoming>, max_nodes: usize) -> Result<(), Fault> {
    let content_type = request.headers().get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    expect_content_type(MediaType::Json, content_type)?;
    let codings = request.headers().get_all(header::CONTENT_ENCODING);
    expect_no_coding(codings.into_iter().map(HeaderValue::as_bytes))?;
    let body = read_body(request, BODY_LIMIT).await?;
    expect_nodes(&body, max_nodes)?;
    let signup: Signup = extract::json(&body)?;
    garde(&signup, &(), Input::Body)
}

async fn read_body(request: Request<Incoming>, limit: usize) -> Result<Bytes, Fault> {
    let body = Limited::new(request.into_body(), limit).collect().await;
    let body = body.map_err(|error| match error.is::<LengthLimitError>() {
        true => too_large(Some(limit)),
        false => body_error(&*error),
    })?;
    Ok(body.to_bytes())
}
