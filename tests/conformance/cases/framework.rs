//! What the framework and other middleware refuse.

use manila_examples::workbench::Framework;
use manila_probe::wire::Request;
use manila_properties::expected::ExpectedFault;

use super::case::{Case, catalog, reason};
use crate::expected::of_http;

fn method_not_allowed() -> ExpectedFault {
    of_http(405, "The method is not allowed at this address.")
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
        Case::get(
            "a path parameter of the wrong type",
            "/foreign/many",
            catalog("VALIDATION_FAILED"),
        )
        .own(|framework, case| match framework {
            Framework::Axum => {
                case.detail(&reason("Invalid URL: Cannot parse `many` to a `u16`"));
            }
            Framework::Actix => {
                let text = r#"can not parse \"many\" to a u16"#;
                case.error = catalog("NOT_FOUND").details(&reason(text));
            }
            Framework::Tower => case.detail(&reason("canary-foreign")),
        }),
        Case::get("a timeout", "/slow?ms=1000", catalog("SERVICE_UNAVAILABLE")),
        Case::get(
            "an inner middleware that fails",
            "/middleware-err",
            catalog("INTERNAL"),
        ),
    ]
}
