//! What handlers and the middleware around them make.

use axum::body::Body;
use http::{HeaderValue, Request, StatusCode, header};
use hyper::body::Incoming;
use manila::{Condition, Fault, Success};
use manila_tower::fault_response;

use super::respond::{Reply, ok, plain, query, reply};
use crate::workbench::made::{Made, bare_text, location};
use crate::workbench::meddle::Change;
use crate::workbench::options::Options;
use crate::workbench::relay;
use crate::workbench::routes;

/// What the handler makes, after the middleware that `/meddle` is behind.
pub(super) fn respond(options: &Options, made: Made, path: &str) -> Reply {
    let mut response = make(options, made);
    if path.starts_with("/meddle/")
        && let Some(change) = Change::at(path)
    {
        change.apply(&mut response);
    }
    response
}

fn make(options: &Options, made: Made) -> Reply {
    match made {
        Made::Fault(fault) => refuse(options, fault),
        Made::Under(status, fault) => under(status, refuse(options, fault)),
        Made::Unserializable(status) => match Success::new(&routes::Unserializable) {
            Err(fault) if !options.bare => under(status, refuse(options, fault)),
            _ => under(status, ok(&routes::Unserializable)),
        },
        Made::Reply if options.bare => ok(&routes::hello()),
        Made::Reply => reply(&routes::hello()),
        Made::Raw(raw) => raw.response(),
    }
}

/// The fault, or without Manila what a service tends to answer by itself.
fn refuse(options: &Options, fault: Fault) -> Reply {
    if options.bare {
        return plain(fault.http_status(), bare_text(&fault));
    }
    fault_response(fault, Body::new)
}

/// The response under the status that the handler gives it.
fn under(status: u16, mut response: Reply) -> Reply {
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    if let Some(location) = location(status) {
        let location = HeaderValue::from_static(location);
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// `/relay`
pub(super) async fn relay(options: &Options, request: &Request<Incoming>) -> Reply {
    match relay::relay(&query(request)).await {
        Ok(relayed) => relayed.response(),
        Err(error) => refuse(
            options,
            Fault::condition(Condition::UpstreamFailed).because(error),
        ),
    }
}
