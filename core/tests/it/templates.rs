//! Bodies that are the same each time but for the id and the details are those that are written
//! whole.

use manila::{Condition, Envelopes, Fault, render};
use serde_json::Value;

manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }

fn body(envelopes: &Envelopes, fault: &Fault, id: &str) -> String {
    let rendered = render(fault, &envelopes.context(Some(id)));
    String::from_utf8(rendered.body().to_vec()).unwrap()
}

/// The same fault with the sentence that it has anyway, which is not known to be the same.
fn spoken(fault: &Fault, body: &str) -> Fault {
    let body: Value = serde_json::from_str(body).unwrap();
    let sentence = [
        "/errors/0/detail",
        "/detail",
        "/error/message",
        "/data/message",
        "/data",
    ]
    .iter()
    .find_map(|place| body.pointer(place)?.as_str());
    fault.clone().message(sentence.unwrap().to_owned())
}

#[test]
fn a_body_is_the_same_however_often_it_is_asked_for() {
    for envelopes in [
        Envelopes::ok_error(),
        Envelopes::ok_error().catalog(ApiError::CATALOG),
        Envelopes::code_data(),
        Envelopes::code_data().catalog(ApiError::CATALOG),
        Envelopes::json_api(),
        Envelopes::json_api().catalog(ApiError::CATALOG),
        Envelopes::problem(),
        Envelopes::problem()
            .catalog(ApiError::CATALOG)
            .reference("https://docs.example/<errors>/"),
    ] {
        for fault in [
            ApiError::PlanLimitExceeded.fault(),
            ApiError::PlanLimitExceeded.fault().detail("limit", 5),
            ApiError::Conflict
                .fault()
                .detail("since", "a \"<day>\"")
                .detail("0", [0, 1]),
            ApiError::Conflict.fault(),
            Fault::condition(Condition::RouteNotFound),
            Fault::condition(Condition::Conflict).detail("text", "x".repeat(5_000)),
            Fault::condition(Condition::Panic),
            Fault::condition(Condition::Panic).detail("secret", 1),
            Fault::foreign(404),
            Fault::foreign(499),
            Fault::foreign(799),
        ] {
            for id in [
                "01a1fca2-a9ef-75d0-a98d-d8de0d9c9949",
                "00000000-0000-0000-0000-000000000000",
                "0",
                "abc-123",
                "\"<script>\"",
                "\u{2028}",
            ] {
                let first = body(&envelopes, &fault, id);
                assert!(!first.contains("secret"), "{first}");
                let whole = body(&envelopes, &spoken(&fault, &first), id);
                assert_eq!(first, whole);
                assert_eq!(first, body(&envelopes, &fault, id));
            }
        }
    }
}

#[test]
fn a_setting_counts_whenever_it_is_made() {
    type Set = fn(Envelopes) -> Envelopes;
    let settings: [Set; 6] = [
        |envelopes| envelopes.catalog(ApiError::CATALOG),
        |envelopes| envelopes.version("2.0.0"),
        |envelopes| envelopes.api_version("2"),
        |envelopes| envelopes.datetime("UTC", "RFC 3339"),
        |envelopes| envelopes.reference("https://docs.example"),
        |envelopes| envelopes.body_limit(100),
    ];
    let faults = [
        Fault::condition(Condition::RouteNotFound),
        ApiError::Conflict.fault(),
        ApiError::Conflict.fault().detail("limit", "x".repeat(50)),
    ];
    let styles = [
        Envelopes::ok_error,
        Envelopes::code_data,
        Envelopes::json_api,
        Envelopes::problem,
    ];
    for style in styles {
        for set in settings {
            for fault in &faults {
                let used = style();
                body(&used, fault, "abc");
                assert_eq!(
                    body(&set(used), fault, "abc"),
                    body(&set(style()), fault, "abc")
                );
            }
        }
    }
}
