//! What Manila's extractors refuse, and the framework's own.

use manila_examples::workbench::Framework;
use manila_probe::wire::Request;
use manila_properties::expected::{ExpectedFault, ExpectedViolation};

use super::case::{Case, catalog, reason};
use crate::expected::of_http;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// A body that Manila's `Json` cannot read: VibeHost has one code for all that can be wrong in it.
fn json(name: &'static str, body: impl Into<Vec<u8>>) -> Case {
    let request = Request::new("POST", "/json").body(JSON, body);
    Case::new(name, request, invalid())
}

/// A body that is no JSON from this place on.
fn syntax(name: &'static str, body: impl Into<Vec<u8>>, place: &'static str) -> Case {
    let case = json(name, body);
    let not_json = violation("The body is not valid JSON.");
    Case {
        error: case.error.details(place).violations([not_json]),
        ..case
    }
}

fn invalid() -> ExpectedFault {
    catalog("VALIDATION_FAILED")
}

fn violation(message: &'static str) -> ExpectedViolation {
    ExpectedViolation::new(invalid().code, message)
}

/// A body for axum's own `Json`, or for actix-web's.
fn own(name: &'static str, body: impl Into<Vec<u8>>) -> Case {
    let request = Request::new("POST", "/own/json").body(JSON, body);
    Case::new(name, request, invalid())
}

/// The bare service has no router, and no route of this kind.
fn without_tower(case: Case) -> Case {
    case.own(|framework, case| {
        if framework == Framework::Tower {
            case.error = catalog("NOT_FOUND");
        }
    })
}

fn form(name: &'static str, body: &'static str, violations: Vec<ExpectedViolation>) -> Case {
    let request = Request::new("POST", "/form").body(FORM, body);
    without_tower(Case::new(name, request, invalid().violations(violations)))
}

fn parameter(name: &'static str, path: &str, violation: ExpectedViolation) -> Case {
    without_tower(Case::get(name, path, invalid().violations([violation])))
}

fn large() -> ExpectedFault {
    of_http(413, "The content of the request is too large.")
}

/// More than `/upload` takes; over HTTP/2 there is no length that says so.
fn upload(name: &'static str) -> Case {
    let request = Request::new("POST", "/upload").body("application/octet-stream", vec![7; 65_537]);
    Case::new(name, request, large()).own(|framework, case| {
        case.detail(&match framework {
            Framework::Axum => reason("Failed to buffer the request body: length limit exceeded"),
            Framework::Actix => reason("payload reached size limit"),
            Framework::Tower => r#""limit":65536"#.to_owned(),
        });
    })
}

fn unsupported(message: &'static str, expected: &'static str) -> ExpectedFault {
    let error = of_http(415, "The media type of the request is not supported.");
    let violation = ExpectedViolation::new(error.code.clone(), message)
        .header("content-type")
        .details(expected);
    error.violations([violation])
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = bodies();
    cases.extend(values());
    cases.extend(elsewhere());
    cases.extend(frameworks_own());
    cases
}

fn bodies() -> Vec<Case> {
    vec![
        syntax("JSON that is cut off", "{", r#""line":1,"column":1"#),
        json("an empty body for JSON", "").broken(vec![violation("The request has no body.")]),
        syntax(
            "a text that is no JSON",
            "email=x",
            r#""line":1,"column":1"#,
        ),
        syntax(
            "a byte order mark before JSON",
            "\u{feff}{}",
            r#""line":1,"column":1"#,
        ),
        syntax(
            "JSON that is not UTF-8",
            *b"{\"email\":\"\xff\"}",
            r#""line":1,"column":11"#,
        )
        .broken(vec![violation(
            "A string in the body is not valid Unicode text.",
        )]),
        syntax(
            "JSON that nests 10,000 levels deep",
            "[".repeat(10_000),
            r#""line":1,"column":10000"#,
        ),
        Case::new(
            "a media type that is not supported",
            Request::new("POST", "/json").body("text/plain", "{}"),
            unsupported(
                "The body is of another media type.",
                r#""expected":"application/json""#,
            ),
        )
        .kept(&[("accept", JSON)]),
        Case::new(
            "a body without a media type",
            Request::new("POST", "/json"),
            unsupported(
                "The body has no media type.",
                r#""expected":"application/json""#,
            ),
        )
        .kept(&[("accept", JSON)]),
        upload("an upload that is too large"),
    ]
}

fn values() -> Vec<Case> {
    let signup = |rest: &str| format!(r#"{{"email":"a@example.com","age":30{rest}}}"#);
    vec![
        json("JSON without a member", r#"{"email":"x"}"#).broken(vec![
            violation("A required member is missing.")
                .pointer("")
                .details(r#""member":"age""#),
        ]),
        json(
            "JSON with a member that is not known",
            signup(r#","a/b":1"#),
        )
        .broken(vec![
            violation("This member is not known.").pointer("/a~1b"),
        ]),
        json("JSON with a member twice", signup(r#","age":31"#)).broken(vec![
            violation("This member appears more than once.").pointer("/age"),
        ]),
        json(
            "JSON with a value of the wrong type",
            signup(r#","tags":["a",2]"#),
        )
        .broken(vec![
            violation("Must be a string.")
                .pointer("/tags/1")
                .details(r#""expected":"string""#),
        ]),
        json(
            "JSON with a number that nothing holds",
            r#"{"email":"x","age":1e400}"#,
        )
        .broken(vec![
            violation("Must be between -9223372036854775808 and 9223372036854775807.")
                .pointer("/age")
                .details(r#""min":-9223372036854775808,"max":9223372036854775807"#),
        ]),
        json(
            "four broken rules",
            r#"{"email":"x","age":7,"tags":["aaaaaaaaaaaaaaaaaaaaaaaaa"],"address":{}}"#,
        )
        .broken(vec![
            violation("Must be a valid email address.").pointer("/email"),
            violation("Must be at least 18.")
                .pointer("/age")
                .details(r#""min":18"#),
            violation("Must have a length of at most 20.")
                .pointer("/tags/0")
                .details(r#""max":20"#),
            violation("A required member is missing.")
                .pointer("/address")
                .details(r#""member":"city""#),
        ]),
        json(
            "a text of 1 MiB that breaks a rule",
            format!(
                r#"{{"email":"{}","age":30,"address":{{"city":"Lima"}}}}"#,
                "x".repeat(1 << 20)
            ),
        )
        .broken(vec![
            violation("Must be a valid email address.").pointer("/email"),
        ]),
    ]
}

fn elsewhere() -> Vec<Case> {
    vec![
        form(
            "a form with a value of the wrong type",
            "email=a%40example.com&age=old",
            vec![
                violation("Must be an integer.")
                    .pointer("/age")
                    .details(r#""expected":"integer""#),
            ],
        ),
        form(
            "a form that breaks two rules",
            "email=x&age=121",
            vec![
                violation("Must be a valid email address.").pointer("/email"),
                violation("Must be at most 120.")
                    .pointer("/age")
                    .details(r#""max":120"#),
            ],
        ),
        parameter(
            "a query without its parameter",
            "/query",
            violation("A required parameter is missing.").parameter("limit"),
        ),
        parameter(
            "a query with a value of the wrong type",
            "/query?limit=many",
            violation("Must be an integer.")
                .parameter("limit")
                .details(r#""expected":"integer""#),
        ),
        parameter(
            "a query that breaks a rule",
            "/query?limit=101",
            violation("Must be at most 100.")
                .parameter("limit")
                .details(r#""max":100"#),
        ),
        parameter(
            "a path with a value of the wrong type",
            "/path/seven",
            violation("Must be an integer.")
                .parameter("id")
                .details(r#""expected":"integer""#),
        ),
    ]
}

/// The framework's own extractors say what they say, and it is kept as the reason.
fn frameworks_own() -> Vec<Case> {
    vec![
        own("the framework's own reader of JSON, on JSON that is cut off", "{").own(
            |framework, case| match framework {
                Framework::Axum => case.detail(&reason("Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1")),
                Framework::Actix => case.detail(&reason("Json deserialize error: EOF while parsing an object at line 1 column 1")),
                Framework::Tower => case.error = catalog("NOT_FOUND"),
            },
        ),
        own("the framework's own reader of JSON, on a missing member", r#"{"email":"x"}"#).own(
            |framework, case| match framework {
                Framework::Axum => case.detail(&reason("Failed to deserialize the JSON body into the target type: missing field `age` at line 1 column 13")),
                Framework::Actix => case.detail(&reason("Json deserialize error: missing field `age` at line 1 column 13")),
                Framework::Tower => case.error = catalog("NOT_FOUND"),
            },
        ),
        Case::new(
            "the framework's own reader of JSON, on another media type",
            Request::new("POST", "/own/json").body("text/plain", "{}"),
            of_http(415, "The media type of the request is not supported.",
            ),
        )
        .own(|framework, case| match framework {
            Framework::Axum => {
                let text = "Expected request with `Content-Type: application/json`";
                case.detail(&reason(text));
            }
            Framework::Actix => case.error = invalid().details(&reason("Content type error")),
            Framework::Tower => case.error = catalog("NOT_FOUND"),
        }),
    ]
}
