//! The error document of JSON:API 1.1 agrees with the schema that jsonapi.org publishes of 1.0.

use jsonschema::Validator;
use manila::{Condition, Fault, Style};
use manila_openapi::Contract;
use serde_json::{Value, json};

use crate::bodies::body;
use crate::catalogs::{Atlas, all, envelopes};
use crate::faults::occurrences;

fn published() -> Validator {
    let schema = include_str!("../../../tests/conformance/schemas/json-api-1.0.json");
    jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
}

/// What our schema says of any error document, whoever writes it.
fn ours() -> Validator {
    let whole = Contract::new(Atlas::CATALOG)
        .style(Style::json_api())
        .json_schema();
    let schema = json!({ "$ref": "#/$defs/FailureDocument", "$defs": whole["$defs"] });
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn both_accept_what_core_writes() {
    let (published, ours) = (published(), ours());
    for catalog in all() {
        let service = envelopes(Style::json_api(), catalog)
            .version("1")
            .datetime("UTC", "ISO 8601");
        let of_codes = catalog
            .codes()
            .iter()
            .flat_map(occurrences)
            .map(|(_, fault)| fault);
        let of_http = Condition::ALL
            .iter()
            .map(|condition| Fault::condition(*condition));
        for fault in of_codes.chain(of_http) {
            let (_, document) = body(&service, &fault);
            let verdicts = (published.is_valid(&document), ours.is_valid(&document));
            assert_eq!(verdicts, (true, true), "{document:#}");
        }
    }
}

#[test]
fn both_say_the_same_of_what_either_version_has() {
    let error = json!({
        "id": "1", "status": "422", "code": "TAKEN", "title": "Taken", "detail": "The name is taken.",
        "links": { "about": "https://docs.example/taken" }, "source": { "pointer": "/data" }, "meta": { "a": 1 },
    });
    let whole = json!({
        "errors": [error], "meta": {}, "jsonapi": { "version": "1.0" }, "links": { "self": "/apps" },
    });
    let with = |place: &str, value: Value| {
        let mut document = whole.clone();
        let (parent, name) = place.rsplit_once('/').unwrap();
        document.pointer_mut(parent).unwrap()[name] = value;
        document
    };
    let mut documents = vec![
        whole.clone(),
        json!({ "errors": [] }),
        json!([]),
        json!({ "meta": {} }),
        json!(7),
    ];
    for (place, value) in [
        ("/errors", json!({})),
        ("/errors", json!([7])),
        ("/errors", json!([error, error])),
        ("/error", json!({})),
        ("/meta", json!([])),
        ("/meta", json!({ "anything": [null] })),
        ("/jsonapi", json!("1.0")),
        ("/jsonapi/version", json!(1)),
        ("/jsonapi/unknown", json!(1)),
        ("/links", json!([])),
        ("/links/self", json!(7)),
        ("/links/related", json!({ "href": "/b", "meta": {} })),
        ("/errors/0/id", json!(7)),
        ("/errors/0/status", json!(422)),
        ("/errors/0/code", json!(["TAKEN"])),
        ("/errors/0/title", json!(null)),
        ("/errors/0/detail", json!({})),
        ("/errors/0/message", json!("no member")),
        ("/errors/0/source", json!("/data")),
        ("/errors/0/source", json!({})),
        ("/errors/0/source/pointer", json!(7)),
        ("/errors/0/source/parameter", json!(true)),
        ("/errors/0/source/parameter", json!("page")),
        ("/errors/0/meta", json!("text")),
        ("/errors/0/links", json!("https://docs.example")),
        ("/errors/0/links", json!({})),
    ] {
        documents.push(with(place, value));
    }
    let (published, ours) = (published(), ours());
    let verdicts: Vec<_> = documents
        .iter()
        .map(|document| {
            let verdict = ours.is_valid(document);
            assert_eq!(published.is_valid(document), verdict, "{document:#}");
            verdict
        })
        .collect();
    assert!(verdicts.contains(&true) && verdicts.contains(&false));
}

#[test]
fn what_is_new_in_1_1_is_accepted() {
    let document = json!({
        "jsonapi": { "version": "1.1", "ext": ["https://jsonapi.org/ext/atomic"], "profile": [] },
        "links": { "self": null, "describedby": { "href": "/schema", "title": "T", "hreflang": ["en"] } },
        "errors": [{
            "code": "TAKEN", "links": { "type": "https://docs.example/taken" }, "source": { "header": "If-Match" },
            "atomic:operation": 7, "@note": "of nobody's business",
        }],
    });
    assert!(ours().is_valid(&document));
    assert!(!published().is_valid(&document));
}
