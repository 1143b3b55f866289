//! What clients send beside what they ask for changes no error.

use manila_examples::workbench::Style;
use manila_probe::wire::{Protocol, Request, Response, send};

use crate::cases::cases;
use crate::logs::events_of;
use crate::servers::{Cell, FRAMEWORKS};

/// Fields that no error may depend on.
pub(crate) const FIELDS: [&[(&str, &str)]; 12] = [
    &[("content-type", "application/grpc")],
    &[("content-type", "application/grpc"), ("te", "trailers")],
    &[("content-type", "application/grpc-web+proto")],
    &[("content-type", ";;/=")],
    &[("te", "trailers")],
    &[("accept", "application/grpc")],
    &[("accept", "application/x-unknown, */*;q=0")],
    &[("accept", "text/event-stream")],
    &[("accept", ";;/,,q=")],
    &[
        ("accept-encoding", "gzip, br;q=0.1"),
        ("accept-language", "tlh, *;q=0"),
    ],
    &[("origin", "http://elsewhere.example")],
    &[("x-request-id", "<script>")],
];

/// What of a response does not differ from request to request.
fn lasting(response: &Response) -> (u16, String, Vec<(String, String)>) {
    const OWN: [&str; 9] = [
        "access-control-allow-credentials",
        "access-control-allow-origin",
        "connection",
        "content-length",
        "date",
        "keep-alive",
        "transfer-encoding",
        "vary",
        "x-request-id",
    ];
    let id = response.only("x-request-id").unwrap_or_default();
    let mut fields = response.headers.clone();
    fields.retain(|(name, _)| !OWN.contains(&&**name));
    fields.sort();
    (response.status, response.text().replace(id, "ID"), fields)
}

#[test]
fn nothing_that_a_client_sends_changes_an_error() {
    for framework in FRAMEWORKS {
        let address = Cell::new(framework, Style::JsonApi).address();
        for case in cases() {
            let path = &case.request.path;
            // They take long, and what they answer with hangs on the clock.
            if !case.request.headers.is_empty() || path.starts_with("/slow") {
                continue;
            }
            let plain = send(address, Protocol::Http1, &case.request).unwrap();
            for fields in FIELDS {
                // A body without a type is refused for that; with one, for what is in it.
                if fields[0].0 == "content-type" && case.request.method == "POST" {
                    continue;
                }
                let request = fields
                    .iter()
                    .fold(case.request.clone(), |request: Request, (name, value)| {
                        request.header(name, *value)
                    });
                let response = send(address, Protocol::Http1, &request).unwrap();
                let what = format!("{framework:?} {}, {fields:?}", case.name);
                assert_eq!(lasting(&response), lasting(&plain), "{what}");
                let id = response.only("x-request-id").unwrap();
                assert_eq!(events_of(id).len(), 1, "{what}");
            }
        }
    }
}
