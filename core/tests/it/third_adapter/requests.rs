//! What of a request decides about its answer: its method, its id, its media types, its protocol, and
//! the layers that it comes through.

use http::Version;
use manila::adapter::{CarriedBody, Carrier};
use manila::{Condition, Envelopes, Fault, NewRequest, RequestId};

use super::adapter::{Layer, Request};
use super::case::{
    Answer, Case, GET, answer, assert_is, carried, check, request, response, runtime,
};
use crate::support::logged;

#[test]
fn head_has_the_header_of_get_and_no_body() {
    check(&Case {
        name: "HEAD",
        request: || request("HEAD", &[("x-request-id", "abc-123")]),
        body: "",
        fields: &[
            ("content-length", None),
            ("content-type", Some("application/json")),
            ("x-error-code", Some("not_found")),
        ],
        ..GET
    });
}

#[test]
fn the_id_is_the_requests() {
    fn echo(request: &Request, name: &str) -> Answer {
        let id = request.headers()[name].to_str().unwrap().to_owned();
        answer(200, &[("x-seen", &id)], "")
    }
    let seen = Case {
        service: |request| echo(&request, "x-request-id"),
        status: 200,
        body: "",
        events: &[],
        ..GET
    };
    let cases = [
        Case {
            name: "its own",
            fields: &[
                ("x-seen", Some("abc-123")),
                ("x-request-id", Some("abc-123")),
            ],
            ..seen
        },
        Case {
            name: "under another name",
            envelopes: || {
                Envelopes::ok_error()
                    .request_id_header("x-correlation-id")
                    .unwrap()
            },
            request: || request("GET", &[("x-correlation-id", "abc-123")]),
            service: |request| echo(&request, "x-correlation-id"),
            fields: &[
                ("x-seen", Some("abc-123")),
                ("x-correlation-id", Some("abc-123")),
                ("x-request-id", None),
            ],
            ..seen
        },
        Case {
            name: "made by a generator that sees the request, where the client's does not fit",
            envelopes: || {
                Envelopes::ok_error().id_generator(|new: &NewRequest<'_>| {
                    let tenant = new.field("x-tenant").unwrap_or_default();
                    let path = new.path().trim_start_matches('/');
                    RequestId::parse(&format!("{tenant}-{}-{path}", new.method())).unwrap()
                })
            },
            request: || request("GET", &[("x-request-id", "a b"), ("x-tenant", "acme")]),
            fields: &[
                ("x-seen", Some("acme-GET-apps")),
                ("x-request-id", Some("acme-GET-apps")),
            ],
            ..seen
        },
        Case {
            name: "the one that the service has put on its response",
            service: |_| answer(404, &[("x-request-id", "own-1")], ""),
            status: 404,
            body: GET.body,
            fields: &[("x-request-id", Some("own-1"))],
            events: GET.events,
            ..seen
        },
    ];
    cases.iter().for_each(check);
}

#[test]
fn a_fresh_id_is_a_uuid() {
    let layer = Layer::new(Envelopes::ok_error());
    let answered = layer.call(request("GET", &[]), |_| answer(200, &[], ""));
    let response = runtime().block_on(answered);
    assert_eq!(response.headers()["x-request-id"].len(), 36);
}

#[test]
fn a_request_of_the_wrong_media_type_never_arrives() {
    let checked = Case {
        envelopes: || Envelopes::json_api().check_media_types::<&str>([]),
        service: |_| panic!("it has arrived"),
        ..GET
    };
    check(&Case {
        name: "a parameter that JSON:API forbids",
        request: || {
            let fields = [
                ("x-request-id", "abc-123"),
                ("content-type", "application/vnd.api+json; charset=utf-8"),
            ];
            request("POST", &fields)
        },
        status: 415,
        body: r#"{"errors":[{"status":"415","code":"unsupported_media_type","title":"Unsupported Media Type","detail":"Of the media type's parameters only `ext`, with extensions that are supported, and `profile` can be used.","source":{"header":"content-type"}}],"meta":{"request_id":"abc-123","code":"unsupported_media_type"}}"#,
        fields: &[("vary", Some("accept"))],
        events: &["unsupported_media_type"],
        ..checked
    });
}

#[test]
fn a_grpc_call_is_answered_in_header_fields() {
    check(&Case {
        name: "gRPC",
        envelopes: || Envelopes::ok_error().grpc(),
        request: || {
            let fields = [
                ("x-request-id", "abc-123"),
                ("content-type", "application/grpc"),
                ("te", "trailers"),
            ];
            let mut request = request("POST", &fields);
            *request.version_mut() = Version::HTTP_2;
            request
        },
        service: |_| answer(403, &[("content-type", "text/plain")], "no"),
        status: 200,
        body: "",
        fields: &[("grpc-status", Some("7"))],
        events: &["forbidden"],
    });
}

#[test]
fn the_layer_next_to_the_service_answers() {
    let inner = Layer::new(Envelopes::code_data());
    let outer = Layer::new(Envelopes::ok_error());
    let case = Case {
        name: "nested",
        body: r#"{"code":-404,"data":"Nothing was found at this address."}"#,
        ..GET
    };
    let (response, events) = logged("code", || {
        let answered = outer.call((case.request)(), |request| {
            inner.call(request, case.service)
        });
        runtime().block_on(answered)
    });
    assert_is(&case, response, &events);
}

#[test]
fn members_of_vary_are_there_once() {
    fn jsonapi() -> Envelopes {
        let none: [&str; 0] = [];
        Envelopes::json_api().check_media_types(none)
    }
    let fields =
        |vary: &[&'static str]| -> Vec<_> { vary.iter().map(|member| ("vary", *member)).collect() };
    for (status, set_by_fault) in [(200, None), (404, None), (409, Some("Accept, origin"))] {
        for (kept, left) in [
            (&[][..], &["accept"][..]),
            (&["Accept"], &["Accept"]),
            (&["origin, ACCEPT"], &["origin, ACCEPT"]),
            (&["origin", "accept"], &["origin", "accept"]),
            (&["accept-language"], &["accept-language", "accept"]),
            (&["*"], &["*"]),
        ] {
            let layer = Layer::new(jsonapi());
            let response = runtime().block_on(layer.call(request("GET", &[]), |_| {
                let mut inner = match set_by_fault {
                    None => response(status, &[], ""),
                    Some(vary) => {
                        let fault = Fault::condition(Condition::Conflict).with_header("vary", vary);
                        let (carrier, body) = Carrier::fault(fault);
                        let mut carried =
                            response(status, &[], "").map(|_| CarriedBody::from(body));
                        carried.extensions_mut().insert(carrier);
                        carried
                    }
                };
                for (name, value) in fields(kept) {
                    inner.headers_mut().append(name, value.parse().unwrap());
                }
                Box::pin(async { inner })
            }));
            let members = |vary: &[&str]| -> Vec<String> {
                let members = vary.iter().flat_map(|value| value.split(','));
                let mut members: Vec<_> = members
                    .map(|member| member.trim().to_ascii_lowercase())
                    .collect();
                members.sort();
                members
            };
            let mut expected = members(left);
            if set_by_fault.is_some() && expected != ["*"] && !left.join(",").contains("origin") {
                expected.push("origin".to_owned());
                expected.sort();
            }
            let vary = response.headers().get_all("vary").iter();
            let vary: Vec<_> = vary.map(|value| value.to_str().unwrap()).collect();
            assert_eq!(members(&vary), expected, "{status} {kept:?}");
        }
    }
}

#[test]
fn a_star_in_vary_stands_alone() {
    let none: [&str; 0] = [];
    let layer = Layer::new(Envelopes::json_api().check_media_types(none));
    let response = runtime().block_on(layer.call(request("GET", &[]), |_| {
        let fault = Fault::condition(Condition::Conflict).with_header("vary", "*");
        carried(409, Carrier::fault(fault))
    }));
    let vary: Vec<_> = response.headers().get_all("vary").iter().collect();
    assert_eq!(vary, ["*"]);
}

#[test]
fn an_envelope_of_a_service_that_a_handler_has_handed_its_id_leaves_as_it_is() {
    let inner = Layer::new(Envelopes::code_data());
    let outer = Layer::new(Envelopes::ok_error());
    let case = Case {
        name: "a service inside of a handler",
        body: r#"{"code":-404,"data":"Nothing was found at this address."}"#,
        ..GET
    };
    let (response, events) = logged("code", || {
        let answered = outer.call((case.request)(), |asked| {
            let id = asked.headers()["x-request-id"].to_str().unwrap();
            let own = request("GET", &[("x-request-id", id)]);
            inner.call(own, case.service)
        });
        runtime().block_on(answered)
    });
    assert_is(&case, response, &events);
}
