//! What the framework and other middleware refuse.

use manila_examples::workbench::Framework;
use manila_probe::wire::Request;

use super::{Case, catalog, reason};
use crate::expected::Error;

fn method_not_allowed() -> Error {
    Error::of_http(
        405,
        "Method Not Allowed",
        "The method is not allowed at this address.",
    )
}

/// A wrong method at an address that has GET.
fn wrong_method(name: &'static str, method: &'static str) -> Case {
    Case::new(name, Request::new(method, "/ok"), method_not_allowed())
        .kept(&[("allow", "GET,HEAD")])
        .own(|framework, case| {
            if framework == Framework::Actix {
                case.kept = vec![("allow", "GET, HEAD")];
            }
        })
}

fn json(name: &'static str, body: impl Into<Vec<u8>>) -> Case {
    let request = Request::new("POST", "/json").body("application/json", body);
    Case::new(name, request, catalog("VALIDATION_FAILED"))
}

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::get("an unknown route", "/missing", catalog("NOT_FOUND")),
        Case::get("no route at the root", "/", catalog("NOT_FOUND")),
        Case::get(
            "an unknown route, percent-encoded",
            "/%FF%00%2e%2e",
            catalog("NOT_FOUND"),
        ),
        Case::new(
            "HEAD of an unknown route",
            Request::new("HEAD", "/missing"),
            catalog("NOT_FOUND"),
        ),
        Case::new(
            "an unknown method at an unknown route",
            Request::new("PROPFIND", "/missing"),
            catalog("NOT_FOUND"),
        ),
        wrong_method("a wrong method", "POST"),
        wrong_method("a method that HTTP does not know", "BREW"),
        Case::get("GET where POST is", "/json", method_not_allowed()).kept(&[("allow", "POST")]),
        json("JSON that is cut off", "{").own(|framework, case| {
            let text = match framework {
                Framework::Axum => "Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1",
                Framework::Actix => "Json deserialize error: EOF while parsing an object at line 1 column 1",
                Framework::Tower => return,
            };
            case.error.details = Some(reason(text));
        }),
        json("JSON that is not UTF-8", *b"{\"email\":\"\xff\"}").own(|framework, case| {
            let text = match framework {
                Framework::Axum => "Failed to parse the request body as JSON: email: invalid unicode code point at line 1 column 11",
                Framework::Actix => "Json deserialize error: invalid unicode code point at line 1 column 11",
                Framework::Tower => return,
            };
            case.error.details = Some(reason(text));
        }),
        json("an empty body for JSON", "").own(|framework, case| {
            let text = match framework {
                Framework::Axum => "Failed to parse the request body as JSON: EOF while parsing a value at line 1 column 0",
                Framework::Actix => "Json deserialize error: EOF while parsing a value at line 1 column 0",
                Framework::Tower => return,
            };
            case.error.details = Some(reason(text));
        }),
        json("JSON without a member", r#"{"email":"x"}"#).own(|framework, case| {
            let text = match framework {
                Framework::Axum => "Failed to deserialize the JSON body into the target type: missing field `age` at line 1 column 13",
                Framework::Actix => "Json deserialize error: missing field `age` at line 1 column 13",
                Framework::Tower => return,
            };
            case.error.details = Some(reason(text));
        }),
        Case::new(
            "a media type that is not supported",
            Request::new("POST", "/json").body("text/plain", "{}"),
            Error::of_http(
                415,
                "Unsupported Media Type",
                "The media type of the request is not supported.",
            ),
        )
        .own(|framework, case| match framework {
            Framework::Axum => {
                let text = "Expected request with `Content-Type: application/json`";
                case.error.details = Some(reason(text));
            }
            Framework::Actix => {
                case.error = catalog("VALIDATION_FAILED").details(reason("Content type error"));
            }
            Framework::Tower => {}
        }),
        Case::get(
            "a path parameter of the wrong type",
            "/foreign/many",
            catalog("VALIDATION_FAILED"),
        )
        .own(|framework, case| match framework {
            Framework::Axum => {
                case.error.details = Some(reason("Invalid URL: Cannot parse `many` to a `u16`"));
            }
            Framework::Actix => {
                let text = r#"can not parse \"many\" to a u16"#;
                case.error = catalog("NOT_FOUND").details(reason(text));
            }
            Framework::Tower => case.error.details = Some(reason("canary-foreign")),
        }),
        Case::get(
            "a timeout",
            "/slow?ms=1000",
            catalog("SERVICE_UNAVAILABLE"),
        ),
        Case::get(
            "an inner middleware that fails",
            "/middleware-err",
            catalog("INTERNAL"),
        ),
    ]
}
