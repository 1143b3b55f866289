//! The schemas accept what core writes.

use jsonschema::Validator;
use manila::{Catalog, Condition, Envelopes, Fault};
use manila_openapi::{Contract, OpenApiVersion};
use serde_json::{Value, json};

use crate::catalogs::{all, envelopes, styles};
use crate::faults::{bare, occurrences};

const ID: &str = "01a1fca2-a9ef-75d0-a98d-d8de0d9c9949";

pub(crate) fn body(envelopes: &Envelopes, fault: &Fault) -> (u16, Value) {
    let rendered = envelopes.render(fault, Some(ID));
    (
        rendered.status(),
        serde_json::from_slice(rendered.body()).unwrap(),
    )
}

/// Asserts that a schema accepts a document.
#[track_caller]
pub(crate) fn assert_accepts(schema: &Validator, document: &Value, what: &str) {
    let mistakes: Vec<_> = schema
        .iter_errors(document)
        .map(|mistake| mistake.to_string())
        .collect();
    assert!(mistakes.is_empty(), "{what}: {mistakes:?}\n{document:#}");
}

fn faults(catalog: &'static Catalog) -> impl Iterator<Item = (String, Fault)> {
    let codes = catalog
        .codes()
        .iter()
        .filter(|code| code.retired().is_none());
    codes.flat_map(|code| {
        let occurrences = occurrences(code).into_iter();
        let with_statuses = occurrences.flat_map(|(what, fault)| {
            let statuses = code.statuses().iter();
            statuses.map(move |status| {
                (
                    format!("{code} {status} {what}"),
                    fault.clone().with_status(*status),
                )
            })
        });
        with_statuses.collect::<Vec<_>>()
    })
}

#[test]
fn json_schema_accepts_every_code_in_every_style() {
    for catalog in all() {
        for (name, style) in styles() {
            let service = envelopes(style, catalog);
            let contract = Contract::from_envelopes(&service);
            let open = jsonschema::validator_for(&contract.json_schema()).unwrap();
            let closed = jsonschema::validator_for(&contract.closed().json_schema()).unwrap();
            for (what, fault) in faults(catalog) {
                let (_, document) = body(&service, &fault);
                let what = format!("{} {name} {what}", catalog.name());
                assert_accepts(&open, &document, &what);
                assert_accepts(&closed, &document, &what);
            }
        }
    }
}

#[test]
fn json_schema_accepts_what_the_framework_answers() {
    for catalog in all() {
        for (name, style) in styles() {
            let service = envelopes(style, catalog);
            let open = Contract::from_envelopes(&service).json_schema();
            let open = jsonschema::validator_for(&open).unwrap();
            let conditions = Condition::ALL
                .iter()
                .map(|condition| Fault::condition(*condition));
            for fault in conditions.chain((400..=600).map(Fault::foreign)) {
                let (status, document) = body(&service, &fault);
                // HTTP's own codes are not retired codes, whose details nobody promises.
                assert_accepts(
                    &open,
                    &document,
                    &format!("{} {name} {status}", catalog.name()),
                );
            }
        }
    }
}

/// The response of each status, as a schema of bodies.
fn responses(document: &Value, status: u16, media_type: &str) -> Vec<Validator> {
    let all = document["components"]["responses"].as_object().unwrap();
    let prefix = manila::Status::new(status).unwrap().phrase().to_lowercase();
    let of_status = all.iter().filter(|(_, response)| {
        let description = response["description"].as_str().unwrap().to_lowercase();
        description.starts_with(&format!("{prefix}."))
    });
    let schemas = of_status.map(|(_, response)| {
        let mut schema = response["content"][media_type]["schema"].clone();
        schema["components"] = document["components"].clone();
        jsonschema::validator_for(&schema).unwrap()
    });
    schemas.collect()
}

#[test]
fn the_response_of_a_status_accepts_its_codes() {
    for catalog in all() {
        for (name, style) in styles() {
            let service = envelopes(style.clone(), catalog);
            for version in [OpenApiVersion::V30, OpenApiVersion::V31] {
                // The schemas of 3.0 differ in how they spell a constant and a null: a short list shows it.
                if version == OpenApiVersion::V30 && catalog.codes().len() > 100 {
                    continue;
                }
                let document = Contract::from_envelopes(&service)
                    .openapi(version)
                    .document();
                for status in 400..600 {
                    let is_of_response =
                        |code: &&manila::Code| code.scope().contains(&manila::Scope::Response);
                    let codes = catalog.codes().iter().filter(is_of_response);
                    let codes = codes.filter(|code| code.retired().is_none());
                    let codes: Vec<_> = codes
                        .filter(|code| code.statuses().iter().any(|of| of.get() == status))
                        .collect();
                    if codes.is_empty() {
                        continue;
                    }
                    let schemas = responses(&document, status, style.media_type());
                    for code in codes {
                        let status = manila::Status::new(status).unwrap();
                        for fault in [bare(code), occurrences(code).remove(2).1] {
                            let (_, document) = body(&service, &fault.with_status(status));
                            let accepted = schemas.iter().any(|schema| schema.is_valid(&document));
                            assert!(
                                accepted,
                                "{} {name} {code} {status}\n{document:#}",
                                catalog.name()
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn an_id_in_the_body_is_promised() {
    let catalog = crate::catalogs::Atlas::CATALOG;
    for (name, style) in styles() {
        let service = envelopes(style, catalog).request_id_in_body();
        let schema = Contract::from_envelopes(&service).json_schema();
        let schema = jsonschema::validator_for(&schema).unwrap();
        let (_, document) = body(&service, &Fault::condition(Condition::Gone));
        assert_accepts(&schema, &document, name);
        let without = service.render(&Fault::condition(Condition::Gone), None);
        let without: Value = serde_json::from_slice(without.body()).unwrap();
        assert!(!schema.is_valid(&without), "{name}: {without}");
    }
}

/// Every way out that a body says.
fn remedies(body: &mut Value) -> Vec<&mut Value> {
    match body {
        Value::Object(members) => members
            .iter_mut()
            .flat_map(|(name, member)| match &**name {
                "remedy" => vec![member],
                _ => remedies(member),
            })
            .collect(),
        Value::Array(items) => items.iter_mut().flat_map(remedies).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_way_out_is_described_where_the_service_asks_for_it() {
    let catalog = crate::catalogs::Atlas::CATALOG;
    for (name, style) in styles() {
        let silent = envelopes(style, catalog);
        let service = silent.clone().remedies();
        let contract = Contract::from_envelopes(&service);
        let schemas = [contract.json_schema(), contract.closed().json_schema()];
        let schemas = schemas.map(|schema| jsonschema::validator_for(&schema).unwrap());
        let mut count = 0;
        for (what, fault) in faults(catalog) {
            let (_, mut document) = body(&service, &fault);
            for schema in &schemas {
                assert_accepts(schema, &document, &format!("{name} {what}"));
            }
            for remedy in remedies(&mut document) {
                remedy["owner"] = json!("somebody");
                count += 1;
            }
            // A closed schema has nothing beside the codes that it lists, so that it sees every mistake.
            assert!(
                !schemas[1].is_valid(&document),
                "{name} {what}: {document:#}"
            );
        }
        assert!(count > 20, "{name}: {count}");
        let described = |service: &Envelopes| {
            let contract = Contract::from_envelopes(service);
            let document = contract.clone().openapi(OpenApiVersion::V31).document();
            let schemas = &document["components"]["schemas"];
            (
                schemas["ErrorRemedy"].is_object(),
                contract.json_schema().to_string(),
            )
        };
        let (is_described, schema) = described(&service);
        assert!(is_described && schema.contains("ErrorRemedy"), "{name}");
        let (is_described, schema) = described(&silent);
        assert!(!is_described && !schema.contains("emedy"), "{name}");
    }
}

#[test]
fn what_a_service_says_of_itself_is_accepted() {
    let service = Envelopes::json_api()
        .catalog(crate::catalogs::Atlas::CATALOG)
        .version("1.2.3")
        .api_version("v1")
        .datetime("UTC", "ISO 8601")
        .reference_url("https://docs.example/errors");
    let schema = Contract::from_envelopes(&service).json_schema();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let (_, document) = body(&service, &Fault::condition(Condition::RouteNotFound));
    assert_eq!(document["meta"]["datetime"]["timezone"], "UTC");
    assert_accepts(&schema, &document, "meta");
}

#[test]
fn a_style_of_ones_own_is_an_object_of_its_media_type() {
    let write = |fault: &manila::PublicFault<'_>, body: &mut manila::Object<'_>| {
        body.string("oops", fault.message());
    };
    let service = Envelopes::custom("application/vnd.acme+json", write).unwrap();
    let contract = Contract::from_envelopes(&service.catalog(crate::catalogs::Atlas::CATALOG));
    assert_eq!(contract.json_schema()["type"], "object");
    let document = contract.document();
    let gone = &document["components"]["examples"]["Gone"]["value"];
    assert_eq!(*gone, json!({ "oops": "It is gone." }));
    let response = &document["components"]["responses"]["NotFound"];
    assert!(response["content"]["application/vnd.acme+json"]["schema"].is_object());
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "regions")]
enum Regions {
    #[error("The region is down.")]
    #[error_code(status = 409)]
    RegionDown {
        #[error_code(detail, required)]
        region: &'static str,
        #[error_code(detail, required = false)]
        until: Option<&'static str>,
    },
}

#[test]
fn a_detail_that_an_enum_does_not_have_is_accepted() {
    for (name, style) in styles() {
        let service = envelopes(style, Regions::CATALOG);
        let schema = Contract::from_envelopes(&service).json_schema();
        let schema = jsonschema::validator_for(&schema).unwrap();
        for until in [None, Some("2030-01-01")] {
            let fault = Regions::RegionDown {
                region: "eu-west-1",
                until,
            }
            .fault();
            assert_accepts(&schema, &body(&service, &fault).1, name);
        }
    }
}
