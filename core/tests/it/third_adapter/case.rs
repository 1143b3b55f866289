//! A request to a service, and what leaves.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::header::HeaderName;
use manila::adapter::{CarriedBody, Carrier, StatedBody};
use manila::{Envelopes, PassThrough};

use super::adapter::{Layer, Request, Response};
use crate::support::logged;

pub(crate) type Answer = Pin<Box<dyn Future<Output = Response>>>;

/// A request to a service, and what leaves.
pub(super) struct Case {
    pub(super) name: &'static str,
    pub(super) envelopes: fn() -> Envelopes,
    pub(super) request: fn() -> Request,
    pub(super) service: fn(Request) -> Answer,
    pub(super) status: u16,
    pub(super) body: &'static str,
    /// Each field with its only value; without one, the field is absent.
    pub(super) fields: &'static [(&'static str, Option<&'static str>)],
    /// The codes that the log is told.
    pub(super) events: &'static [&'static str],
}

/// A GET with an id, to a service with `ok-error` that is not there.
pub(super) const GET: Case = Case {
    name: "",
    envelopes: Envelopes::ok_error,
    request: || request("GET", &[("x-request-id", "abc-123")]),
    service: |_| answer(404, &[], ""),
    status: 404,
    body: r#"{"ok":false,"error":{"code":"not_found","message":"Nothing was found at this address."}}"#,
    fields: &[("x-request-id", Some("abc-123"))],
    events: &["not_found"],
};

pub(super) const FORBIDDEN: &str =
    r#"{"ok":false,"error":{"code":"forbidden","message":"The request is not allowed."}}"#;

pub(super) const INTERNAL: &str = r#"{"ok":false,"error":{"code":"internal_server_error","message":"Something went wrong on the server."}}"#;

pub(crate) fn request(method: &str, fields: &[(&'static str, &str)]) -> Request {
    let mut request = Request::new(());
    *request.method_mut() = method.parse().unwrap();
    *request.uri_mut() = "/apps?page=2".parse().unwrap();
    for (name, value) in fields {
        let name = HeaderName::from_static(name);
        request.headers_mut().append(name, value.parse().unwrap());
    }
    request
}

pub(super) fn response(
    status: u16,
    fields: &[(&'static str, &str)],
    body: &'static str,
) -> Response {
    let mut response = Response::new(CarriedBody::plain(Bytes::from(body)));
    *response.status_mut() = status.try_into().unwrap();
    for (name, value) in fields {
        let name = HeaderName::from_static(name);
        response.headers_mut().append(name, value.parse().unwrap());
    }
    response
}

pub(crate) fn answer(status: u16, fields: &[(&'static str, &str)], body: &'static str) -> Answer {
    let response = response(status, fields, body);
    Box::pin(async { response })
}

/// A response that states something about itself.
pub(crate) fn carried(status: u16, (carrier, body): (Carrier, StatedBody)) -> Answer {
    let mut response =
        response(status, &[("content-type", "text/html")], "").map(|_| CarriedBody::from(body));
    response.extensions_mut().insert(carrier);
    Box::pin(async { response })
}

/// An error page that the service marks as its own.
pub(super) fn marked(status: u16) -> Answer {
    let mut response = response(status, &[("content-type", "text/html")], "<h1>own</h1>");
    response.extensions_mut().insert(PassThrough);
    Box::pin(async { response })
}

pub(crate) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
}

pub(super) fn check(case: &Case) {
    let layer = Layer::new((case.envelopes)());
    let (response, events) = logged("code", || {
        runtime().block_on(layer.call((case.request)(), case.service))
    });
    assert_is(case, response, &events);
}

pub(super) fn assert_is(case: &Case, response: Response, events: &[String]) {
    let name = case.name;
    assert_eq!(response.status(), case.status, "{name}");
    for (field, expected) in case.fields {
        let mut found = response.headers().get_all(*field).iter();
        let only = found.next().map(|value| value.to_str().unwrap());
        assert_eq!(only, *expected, "{name}: {field}");
        assert_eq!(found.next(), None, "{name}: {field}");
    }
    assert_eq!(events, case.events, "{name}");
    assert_eq!(read(response.into_body()), case.body, "{name}");
}

fn read(mut body: CarriedBody) -> String {
    let context = Context::from_waker(Waker::noop());
    let Poll::Ready(data) = body.poll(&context) else {
        panic!("a body that is all there is pending");
    };
    String::from_utf8(data.unwrap_or_default().to_vec()).unwrap()
}
