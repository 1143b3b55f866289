//! The table of cases.

use manila_examples::workbench::{Framework, Placement, Style};
use manila_probe::wire::{Protocol, Request};

use crate::expected::Error;
use crate::servers::{Cell, FRAMEWORKS, STYLES};
use crate::verify::verify;

/// A request, and the error that every adapter answers it with.
struct Case {
    request: Request,
    error: Error,
    /// Fields that are there beside those that every error has.
    kept: Vec<(&'static str, &'static str)>,
    /// What the framework itself decides.
    own: fn(Framework, &mut Self),
}

impl Case {
    fn new(request: Request, error: Error) -> Self {
        Self {
            request,
            error,
            kept: Vec::new(),
            own: |_, _| {},
        }
    }

    fn kept(self, kept: &[(&'static str, &'static str)]) -> Self {
        Self {
            kept: kept.to_vec(),
            ..self
        }
    }

    fn own(self, own: fn(Framework, &mut Self)) -> Self {
        Self { own, ..self }
    }
}

fn catalog(code: &str) -> Error {
    Error::of_catalog(code)
}

/// Every kind of error response that the workbench can be brought to make.
#[expect(clippy::too_many_lines, reason = "a table")]
fn cases() -> Vec<Case> {
    let raise = |path: &str| Request::get(format!("/raise/{path}"));
    let foreign = |status: u16| Request::get(format!("/foreign/{status}"));
    let reason = r#""reason":"canary-foreign""#;
    vec![
        // a handler's own errors
        Case::new(raise("PLAN_LIMIT_EXCEEDED"), catalog("PLAN_LIMIT_EXCEEDED")),
        Case::new(raise("UNAUTHENTICATED"), catalog("UNAUTHENTICATED")),
        Case::new(raise("ACCESS_REQUEST_COOLDOWN"), catalog("ACCESS_REQUEST_COOLDOWN")),
        Case::new(raise("INTERNAL"), catalog("INTERNAL")),
        Case::new(raise("SERVICE_UNAVAILABLE"), catalog("SERVICE_UNAVAILABLE")),
        Case::new(raise("NO_SUCH_CODE"), catalog("NOT_FOUND")),
        Case::new(
            raise("PLAN_LIMIT_EXCEEDED?details=%7B%22limit%22:5,%22a%22:%5B%22%3Cb%3E%22%5D%7D"),
            catalog("PLAN_LIMIT_EXCEEDED").details(r#""limit":5,"a":["\u003cb\u003e"]"#),
        ),
        Case::new(
            raise("CONFLICT?message=Two%20%22writers%22"),
            catalog("CONFLICT").message(r#"Two \"writers\""#),
        ),
        // a 5xx shows what its catalog makes public, and nothing else
        Case::new(
            raise("INTERNAL?message=canary-message&details=%7B%22a%22:%22canary-detail%22%7D"),
            catalog("INTERNAL"),
        ),
        Case::new(raise("CONFLICT?details=%5B1%5D"), catalog("VALIDATION_FAILED")),
        Case::new(raise("CONFLICT?status=418"), catalog("VALIDATION_FAILED")),
        Case::new(Request::get("/err"), catalog("INTERNAL")),
        // the router
        Case::new(Request::get("/missing"), catalog("NOT_FOUND")),
        Case::new(Request::get("/"), catalog("NOT_FOUND")),
        Case::new(
            Request::new("POST", "/ok"),
            Error::of_http(405, "Method Not Allowed", "The method is not allowed at this address."),
        )
        .kept(&[("allow", "GET,HEAD")])
        .own(|framework, case| {
            if framework == Framework::Actix {
                case.kept = vec![("allow", "GET, HEAD")];
            }
        }),
        Case::new(
            Request::get("/json"),
            Error::of_http(405, "Method Not Allowed", "The method is not allowed at this address."),
        )
        .kept(&[("allow", "POST")]),
        // extractors
        Case::new(
            Request::new("POST", "/json").body("application/json", "{"),
            catalog("VALIDATION_FAILED"),
        )
        .own(|framework, case| {
            let reason = match framework {
                Framework::Axum => "Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1",
                Framework::Actix => "Json deserialize error: EOF while parsing an object at line 1 column 1",
                Framework::Tower => return,
            };
            case.error.details = Some(format!(r#""reason":"{reason}""#));
        }),
        Case::new(
            Request::new("POST", "/json").body("application/json", r#"{"email":"x"}"#),
            catalog("VALIDATION_FAILED"),
        )
        .own(|framework, case| {
            let reason = match framework {
                Framework::Axum => "Failed to deserialize the JSON body into the target type: missing field `age` at line 1 column 13",
                Framework::Actix => "Json deserialize error: missing field `age` at line 1 column 13",
                Framework::Tower => return,
            };
            case.error.details = Some(format!(r#""reason":"{reason}""#));
        }),
        Case::new(
            Request::new("POST", "/json").body("text/plain", "{}"),
            Error::of_http(
                415,
                "Unsupported Media Type",
                "The media type of the request is not supported.",
            ),
        )
        .own(|framework, case| match framework {
            Framework::Axum => {
                let reason = "Expected request with `Content-Type: application/json`";
                case.error.details = Some(format!(r#""reason":"{reason}""#));
            }
            Framework::Actix => {
                case.error = catalog("VALIDATION_FAILED").details(r#""reason":"Content type error""#);
            }
            Framework::Tower => {}
        }),
        // panics
        Case::new(Request::get("/panic/str"), catalog("INTERNAL")),
        Case::new(Request::get("/panic/string"), catalog("INTERNAL")),
        Case::new(Request::get("/panic/any"), catalog("INTERNAL")),
        Case::new(Request::get("/panic/late"), catalog("INTERNAL")),
        // responses that no fault made
        Case::new(foreign(400), catalog("VALIDATION_FAILED").details(reason)),
        Case::new(foreign(401), catalog("UNAUTHENTICATED").details(reason)),
        Case::new(
            foreign(402),
            Error::of_http(402, "Payment Required", "Payment is required.").details(reason),
        ),
        Case::new(foreign(403), catalog("FORBIDDEN").details(reason)),
        Case::new(foreign(404), catalog("NOT_FOUND").details(reason)),
        Case::new(foreign(409), catalog("CONFLICT").details(reason)),
        Case::new(
            foreign(410),
            Error::of_http(410, "Gone", "The resource is gone for good.").details(reason),
        ),
        Case::new(foreign(422), catalog("VALIDATION_FAILED").details(reason)),
        Case::new(foreign(429), catalog("RATE_LIMITED").details(reason)),
        Case::new(
            foreign(499),
            Error::of_http(499, "HTTP 499", "The request could not be served.").details(reason),
        ),
        Case::new(foreign(500), catalog("INTERNAL")),
        Case::new(
            foreign(501),
            Error::of_http(501, "Not Implemented", "The server does not implement this."),
        ),
        Case::new(foreign(502), catalog("UPSTREAM_FAILED")),
        Case::new(foreign(503), catalog("SERVICE_UNAVAILABLE")),
        Case::new(
            foreign(599),
            Error::of_http(599, "HTTP 599", "Something went wrong on the server."),
        ),
        // a timeout of a catalog that answers it with 503: the text of the 408 is for nobody
        Case::new(foreign(408), catalog("SERVICE_UNAVAILABLE")),
        Case::new(Request::get("/headers"), catalog("UNAUTHENTICATED")).kept(&[
            ("set-cookie", "a=1; Path=/"),
            ("set-cookie", "b=2; Path=/"),
            ("www-authenticate", "Basic realm=\"workbench\""),
            ("www-authenticate", "Bearer realm=\"workbench\", error=\"invalid_token\""),
            ("x-custom", "one"),
            ("x-custom", "two"),
        ]),
        // middleware
        Case::new(Request::get("/slow?ms=1000"), catalog("SERVICE_UNAVAILABLE")),
        Case::new(Request::get("/middleware-err"), catalog("INTERNAL")),
        // HEAD has the headers of GET
        Case::new(Request::new("HEAD", "/raise/CONFLICT"), catalog("CONFLICT")),
        Case::new(Request::new("HEAD", "/missing"), catalog("NOT_FOUND")),
        Case::new(Request::new("HEAD", "/err"), catalog("INTERNAL")),
        Case::new(Request::new("HEAD", "/panic/str"), catalog("INTERNAL")),
        Case::new(Request::new("HEAD", "/foreign/503"), catalog("SERVICE_UNAVAILABLE")),
    ]
}

/// What one cell answers, as a list of what is wrong.
fn failures(cell: Cell, protocol: Protocol) -> Vec<(String, Option<String>)> {
    let run = |mut case: Case| {
        let own = case.own;
        own(cell.framework, &mut case);
        let outcome = verify(cell, protocol, &case.request, &case.error, &case.kept);
        let name = format!("{} {}", case.request.method, case.request.path);
        (name, outcome.err())
    };
    cases().into_iter().map(run).collect()
}

fn assert_conforms(cell: Cell) {
    for protocol in Protocol::ALL {
        let failed: Vec<_> = failures(cell, protocol)
            .into_iter()
            .filter_map(|(case, failure)| Some(format!("{case}: {}", failure?)))
            .collect();
        assert!(
            failed.is_empty(),
            "{cell:?} over {protocol:?}:\n{}",
            failed.join("\n")
        );
    }
}

#[test]
fn axum_answers_every_error_in_the_envelope() {
    for style in STYLES {
        assert_conforms(Cell::new(Framework::Axum, style));
    }
}

#[test]
fn actix_answers_every_error_in_the_envelope() {
    for style in STYLES {
        assert_conforms(Cell::new(Framework::Actix, style));
    }
}

#[test]
fn a_tower_service_answers_every_error_in_the_envelope() {
    for style in STYLES {
        assert_conforms(Cell::new(Framework::Tower, style));
    }
}

#[test]
fn every_case_fails_without_manila() {
    for framework in FRAMEWORKS {
        let cell = Cell {
            bare: true,
            ..Cell::new(framework, Style::OkError)
        };
        for protocol in Protocol::ALL {
            for (case, failure) in failures(cell, protocol) {
                assert!(
                    failure.is_some(),
                    "{case} passes on bare {framework:?}, {protocol:?}"
                );
            }
        }
    }
}

#[test]
fn a_layer_inside_the_router_covers_what_stands_before_it() {
    let inside = Placement::Inside;
    let cell = Cell {
        placement: inside,
        ..Cell::new(Framework::Axum, Style::OkError)
    };
    for protocol in Protocol::ALL {
        for path in [
            "/raise/CONFLICT",
            "/err",
            "/missing",
            "/panic/late",
            "/foreign/503",
        ] {
            let error = match path {
                "/raise/CONFLICT" => catalog("CONFLICT"),
                "/missing" => catalog("NOT_FOUND"),
                "/foreign/503" => catalog("SERVICE_UNAVAILABLE"),
                _ => catalog("INTERNAL"),
            };
            verify(cell, protocol, &Request::get(path), &error, &[]).unwrap();
        }
    }
}

#[test]
fn a_nested_router_answers_in_its_own_style() {
    for cell in Cell::all() {
        let inner = match cell.style {
            Style::JsonApi => Style::OkError,
            Style::OkError | Style::CodeData | Style::Problem => Style::JsonApi,
        };
        // The cell names the server; the style is what is expected of the nested router.
        let address = cell.address();
        for protocol in Protocol::ALL {
            for (path, code) in [
                ("/nested/raise/CONFLICT", "CONFLICT"),
                ("/nested/missing", "NOT_FOUND"),
                ("/nested/panic/str", "INTERNAL"),
                ("/nested/middleware-err", "INTERNAL"),
            ] {
                let response =
                    manila_probe::wire::send(address, protocol, &Request::get(path)).unwrap();
                let id = response.only("x-request-id").unwrap();
                assert_eq!(
                    response.text(),
                    catalog(code).body(inner, id),
                    "{cell:?} {path}"
                );
            }
        }
    }
}

#[test]
fn success_leaves_as_the_handler_made_it_but_for_the_id() {
    for cell in Cell::all() {
        for protocol in Protocol::ALL {
            let response =
                manila_probe::wire::send(cell.address(), protocol, &Request::get("/ok")).unwrap();
            assert_eq!(
                (response.status, &*response.text()),
                (200, r#"{"hello":"world"}"#)
            );
            assert_eq!(
                response.only("content-type"),
                Some("application/json"),
                "{cell:?}"
            );
            assert!(response.only("x-request-id").is_some(), "{cell:?}");
            assert!(response.only("x-error-code").is_none(), "{cell:?}");
        }
    }
}
