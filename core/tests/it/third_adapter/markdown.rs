//! Who gets Markdown, and in which head.

use manila::adapter::Carrier;
use manila::{Condition, Envelopes, Fault, PassEnveloped};

use super::case::{Answer, Case, GET, answer, carried, check, request, response};

#[test]
fn a_request_that_asks_for_markdown_gets_it() {
    const MARKDOWN: &str = "---\ncode: \"not_found\"\nstatus: \"404\"\nrequest_id: \"abc-123\"\n---\n\n\
        ## What happened\n\nNothing was found at this address.\n\n\
        ## What to do\n\nThe service gives no advice about this error.\n";
    let fields = &[
        ("content-type", Some("text/markdown; charset=utf-8")),
        ("x-error-code", Some("not_found")),
        ("vary", Some("accept")),
    ];
    let asking = Case {
        envelopes: || Envelopes::ok_error().markdown(),
        request: || {
            let fields = [
                ("x-request-id", "abc-123"),
                ("accept", "text/html"),
                ("accept", "text/markdown"),
            ];
            request("GET", &fields)
        },
        body: MARKDOWN,
        fields,
        ..GET
    };
    const JSON: Option<&str> = Some("application/json");
    let cases = [
        Case {
            name: "foreign",
            ..asking
        },
        Case {
            name: "a fault",
            service: |_| {
                carried(
                    404,
                    Carrier::fault(Fault::condition(Condition::RouteNotFound)),
                )
            },
            ..asking
        },
        Case {
            name: "HEAD",
            request: || {
                request(
                    "HEAD",
                    &[("x-request-id", "abc-123"), ("accept", "text/markdown")],
                )
            },
            body: "",
            ..asking
        },
        Case {
            name: "members of vary that are there",
            service: |_| answer(404, &[("vary", "origin, Accept")], ""),
            fields: &[("vary", Some("origin, Accept"))],
            ..asking
        },
        Case {
            name: "not asked",
            request: GET.request,
            body: GET.body,
            fields: &[("content-type", JSON), ("vary", Some("accept"))],
            ..asking
        },
        Case {
            name: "not offered",
            envelopes: GET.envelopes,
            body: GET.body,
            fields: &[("content-type", JSON), ("vary", None)],
            ..asking
        },
        Case {
            name: "a success",
            service: |_| answer(200, &[("content-type", "text/html")], "<p>"),
            status: 200,
            body: "<p>",
            fields: &[("content-type", Some("text/html")), ("vary", None)],
            events: &[],
            ..asking
        },
    ];
    cases.iter().for_each(check);
}

#[test]
fn an_envelope_of_a_service_behind_passes_in_the_form_that_was_asked_for() {
    fn upstream(content_type: &'static str) -> Answer {
        let fields = [
            ("content-type", content_type),
            ("x-error-code", "of_upstream"),
        ];
        let mut response = response(404, &fields, "---\n");
        response.extensions_mut().insert(PassEnveloped);
        Box::pin(async { response })
    }
    let passed = Case {
        envelopes: || Envelopes::ok_error().markdown(),
        request: || {
            request(
                "GET",
                &[("x-request-id", "abc-123"), ("accept", "text/markdown")],
            )
        },
        service: |_| upstream("text/markdown;charset=UTF-8"),
        body: "---\n",
        fields: &[("x-error-code", Some("of_upstream"))],
        events: &[],
        ..GET
    };
    let replaced = Case {
        body: GET.body,
        fields: GET.fields,
        events: GET.events,
        ..passed
    };
    let cases = [
        Case {
            name: "its Markdown",
            ..passed
        },
        Case {
            name: "its envelope",
            service: |_| upstream("application/json"),
            ..passed
        },
        Case {
            name: "Markdown that nobody asked for",
            request: GET.request,
            ..replaced
        },
        Case {
            name: "Markdown that is not offered",
            envelopes: GET.envelopes,
            ..replaced
        },
    ];
    cases.iter().for_each(check);
}
