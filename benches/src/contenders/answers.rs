//! What has to come back from a service.

use crate::work::{Body, Expected};

pub(super) const NOT_FOUND: &str = concat!(
    r#"{"ok":false,"error":{"code":"NOT_FOUND","#,
    r#""message":"Nothing was found at this address."}}"#
);

pub(super) const LIMIT_EXCEEDED: &str = concat!(
    r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","#,
    r#""message":"The plan's limit is reached."}}"#
);

pub(super) const BAD_REQUEST: &str = concat!(
    r#"{"ok":false,"error":{"code":"BAD_REQUEST","message":"The request is malformed.","#,
    r#""details":{"reason":"The name is too long."}}}"#
);

pub(super) const INTERNAL: &str = concat!(
    r#"{"ok":false,"error":{"code":"INTERNAL_SERVER_ERROR","#,
    r#""message":"Something went wrong on the server."}}"#
);

/// The id that the client sends, on the response.
pub(super) const THEIR_ID: &[(&str, &str)] =
    &[("x-request-id", "01a1fca2-a9ef-75d0-a98d-d8de0d9c9949")];

/// Any id.
pub(super) const AN_ID: &[(&str, &str)] = &[("x-request-id", "")];

/// The greeting of the route that succeeds.
pub(super) fn ok(header: &'static [(&'static str, &'static str)]) -> Expected {
    Expected {
        header,
        ..text(200, "hello")
    }
}

/// A body without an envelope.
pub(super) const fn text(status: u16, body: &'static str) -> Expected {
    Expected {
        status,
        body: Body::Text(body),
        header: &[],
    }
}

/// An envelope with every field of the header that Manila sets; the code is in the body too.
pub(super) fn envelope(status: u16, body: &'static str) -> Expected {
    Expected {
        status,
        body: Body::Json(body.into()),
        header: &[
            ("content-type", "application/json"),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("x-error-code", ""),
            ("x-request-id", ""),
        ],
    }
}
