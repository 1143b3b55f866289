//! Responses that are no errors, or the service's own.

use manila::adapter::Carrier;
use manila::{Envelopes, Success};

use super::case::{Case, GET, answer, carried, check, marked};

#[test]
fn what_is_no_error_passes() {
    let passed = Case {
        status: 200,
        events: &[],
        ..GET
    };
    let cases = [
        Case {
            name: "a success",
            service: |_| {
                answer(
                    200,
                    &[("content-type", "text/plain"), ("etag", "\"1\"")],
                    "hello",
                )
            },
            body: "hello",
            fields: &[
                ("content-type", Some("text/plain")),
                ("etag", Some("\"1\"")),
                ("x-error-code", None),
                ("x-request-id", Some("abc-123")),
            ],
            ..passed
        },
        Case {
            name: "a success to be wrapped",
            service: |_| carried(200, Carrier::success(Success::new(&[1, 2]).unwrap())),
            body: r#"{"ok":true,"data":[1,2]}"#,
            fields: &[
                ("content-type", Some("application/json")),
                ("content-length", None),
            ],
            ..passed
        },
        Case {
            name: "a success to be wrapped in JSON:API",
            envelopes: Envelopes::json_api,
            service: |_| carried(200, Carrier::success(Success::new(&[1, 2]).unwrap())),
            body: r#"{"data":[1,2],"meta":{"request_id":"abc-123"}}"#,
            fields: &[("content-type", Some("application/vnd.api+json"))],
            ..passed
        },
        Case {
            name: "an error that the service marks",
            service: |_| marked(404),
            status: 404,
            body: "<h1>own</h1>",
            fields: &[
                ("content-type", Some("text/html")),
                ("x-request-id", Some("abc-123")),
            ],
            ..passed
        },
        Case {
            name: "an upgrade",
            service: |_| answer(101, &[("upgrade", "websocket")], ""),
            status: 101,
            body: "",
            ..passed
        },
        Case {
            name: "gRPC's own response",
            service: |_| answer(503, &[("content-type", "application/grpc")], ""),
            status: 503,
            body: "",
            ..passed
        },
    ];
    cases.iter().for_each(check);
}
