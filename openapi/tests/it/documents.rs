//! Whole documents: what OpenAPI's own schemas say of them, and how they read.

use std::path::Path;

use jsonschema::Validator;
use manila::Style;
use manila_openapi::{Contract, Layout, OpenApiVersion};
use serde_json::{Value, json};

use crate::catalogs::{Atlas, Signs, Twin, all, empty, styles};

const LAYOUTS: [Layout; 3] = [Layout::PerStatus, Layout::PerOperation, Layout::One];

pub(crate) const VERSIONS: [OpenApiVersion; 3] = [
    OpenApiVersion::V30,
    OpenApiVersion::V31,
    OpenApiVersion::V32,
];

/// What the OpenAPI Initiative says of documents of a version.
pub(crate) struct Official {
    document: Validator,
    version: OpenApiVersion,
}

impl Official {
    pub(crate) fn of(version: OpenApiVersion) -> Self {
        let schema = match version {
            OpenApiVersion::V30 => include_str!("official/openapi-3.0.json"),
            OpenApiVersion::V31 => include_str!("official/openapi-3.1.json"),
            _ => include_str!("official/openapi-3.2.json"),
        };
        let schema = serde_json::from_str(schema).unwrap();
        Self {
            document: jsonschema::validator_for(&schema).unwrap(),
            version,
        }
    }

    #[track_caller]
    pub(crate) fn assert_valid(&self, document: &Value, what: &str) {
        let mistakes: Vec<_> = self
            .document
            .iter_errors(document)
            .map(|mistake| format!("{}: {mistake}", mistake.instance_path()))
            .collect();
        assert!(mistakes.is_empty(), "{what}: {mistakes:#?}");
        // The schema of 3.1 leaves the schemas inside of a document to JSON Schema.
        let schemas = document
            .pointer("/components/schemas")
            .and_then(Value::as_object);
        for (name, schema) in schemas.into_iter().flatten() {
            if self.version > OpenApiVersion::V30 {
                assert!(
                    jsonschema::draft202012::meta::is_valid(schema),
                    "{what}: {name}"
                );
            }
        }
        for reference in references(document) {
            let place = reference.strip_prefix('#').unwrap();
            assert!(
                document.pointer(place).is_some(),
                "{what}: {reference} is nowhere"
            );
        }
    }
}

/// Every reference of a document.
fn references(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(members) => {
            let own = members.get("$ref").and_then(Value::as_str);
            let below = members.values().flat_map(references);
            own.into_iter().chain(below).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn documents_are_what_openapi_says() {
    for version in VERSIONS {
        let official = Official::of(version);
        for catalog in all().into_iter().chain([empty()]) {
            for (name, style) in styles() {
                let contract = Contract::new(catalog)
                    .style(style)
                    .openapi(version)
                    .also_json();
                for layout in LAYOUTS {
                    let document = contract.clone().layout(layout).discriminator().document();
                    let what = format!("{} {name} {version:?} {layout:?}", catalog.name());
                    official.assert_valid(&document, &what);
                }
            }
        }
    }
}

#[test]
fn a_schema_of_openapi_that_is_broken_is_refused() {
    for version in VERSIONS {
        let official = Official::of(version);
        let mut document = Contract::new(Atlas::CATALOG).openapi(version).document();
        document["components"]["responses"]["Broken"] = json!({ "description": "T", "content": 7 });
        assert!(!official.document.is_valid(&document), "{version:?}");
    }
}

#[test]
fn names_of_components_are_names_that_openapi_allows() {
    let contract = Contract::new(Signs::CATALOG)
        .and_catalog(Twin::CATALOG)
        .and_catalog(Atlas::CATALOG);
    let document = contract.document();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for name in [
        "AuthInvalidEmailError",
        "KvRegionNotLeaderError",
        "KvRegionNotLeader2Error",
    ] {
        assert!(schemas.contains_key(name), "{name}: {:?}", schemas.keys());
    }
    // Codes of two catalogs that are spelled alike are two schemas, and a union says that either may be meant.
    assert!(schemas.contains_key("GoneError") && schemas.contains_key("GoneError2"));
    let response =
        &document["components"]["responses"]["GoneErrors"]["content"]["application/json"];
    assert_eq!(
        response["schema"]["properties"]["error"]["anyOf"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
    let is_name = |name: &str| {
        name.chars()
            .all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
    };
    for section in document["components"].as_object().unwrap().values() {
        assert!(
            section
                .as_object()
                .unwrap()
                .keys()
                .all(|name| is_name(name))
        );
    }
}

#[test]
fn retired_codes_are_left_out_and_deprecated_ones_say_so() {
    let document = Contract::new(Atlas::CATALOG).document();
    let schemas = &document["components"]["schemas"];
    assert!(schemas["BurntError"].is_null());
    assert_eq!(schemas["MovedError"]["deprecated"], true);
    assert!(schemas["GoneError"]["deprecated"].is_null());
    let schema = Contract::new(Atlas::CATALOG).json_schema();
    assert!(schema["$defs"]["BURNT"].is_null() && schema["$defs"]["GONE"].is_object());
}

#[test]
fn codes_of_jobs_and_violations_are_schemas_and_no_responses() {
    let document = Contract::new(Atlas::CATALOG).document();
    let components = &document["components"];
    assert!(components["schemas"]["ImportFailedError"].is_object());
    assert!(components["schemas"]["TooLongError"].is_object());
    let responses = components["responses"].to_string();
    assert!(!responses.contains("ImportFailed") && !responses.contains("TooLong"));
    // Where violations are errors of their own, their codes are members of the union.
    let document = Contract::new(Atlas::CATALOG)
        .style(Style::json_api())
        .document();
    let responses = &document["components"]["responses"];
    assert!(
        responses["UnprocessableContentErrors"]
            .to_string()
            .contains("TooLongError")
    );
    assert!(!responses["GoneErrors"].to_string().contains("TooLongError"));
}

#[test]
fn texts_are_descriptions_that_end_no_comment_and_are_no_html() {
    let document = Contract::new(Atlas::CATALOG).document();
    let schema = &document["components"]["schemas"]["ScriptRefusedError"];
    assert_eq!(
        schema["description"],
        "`SCRIPT_REFUSED`: Script refused\n\nNo &lt;script> & no * / here."
    );
    let example = &document["components"]["examples"]["ScriptRefused"]["value"];
    assert_eq!(example["error"]["message"], "No <script> & no */ here.");
    let plan = document["components"]["schemas"]["PlanLimitExceededError"]["description"]
        .as_str()
        .unwrap();
    assert!(
        plan.contains("Offer a larger plan.") && !plan.contains("table of plans"),
        "{plan}"
    );
}

#[test]
fn header_fields_stand_where_they_occur() {
    let document = Contract::new(Atlas::CATALOG).document();
    let fields = |response: &str| {
        let response = &document["components"]["responses"][response]["headers"];
        let fields: Vec<_> = response
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        fields.join(" ")
    };
    let always = "x-request-id x-error-code";
    assert_eq!(fields("GoneErrors"), always);
    assert_eq!(fields("MethodNotAllowed"), format!("{always} allow"));
    assert_eq!(fields("Unauthorized"), format!("{always} www-authenticate"));
    assert_eq!(fields("TooManyRequests"), format!("{always} retry-after"));
    assert_eq!(
        fields("ServiceUnavailableErrors"),
        format!("{always} retry-after x-should-retry")
    );
    assert_eq!(
        fields("PlanLimitExceeded"),
        format!("{always} x-should-retry")
    );
    let silent = manila::Envelopes::ok_error()
        .catalog(Atlas::CATALOG)
        .no_www_authenticate();
    let named = silent.request_id_header("x-correlation-id").unwrap();
    let document = Contract::from_envelopes(&named).document();
    let fields = document["components"]["responses"]["Unauthorized"]["headers"]
        .as_object()
        .unwrap();
    let fields: Vec<_> = fields.keys().collect();
    assert_eq!(fields, ["x-correlation-id", "x-error-code"]);
}

#[test]
fn media_types_are_those_of_the_style_and_json_if_asked_for() {
    let types = |contract: Contract| {
        let document = contract.document();
        let content = document["components"]["responses"]["GoneErrors"]["content"].clone();
        content
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    let contract = Contract::new(Atlas::CATALOG);
    assert_eq!(types(contract.clone()), ["application/json"]);
    assert_eq!(types(contract.clone().also_json()), ["application/json"]);
    let problem = contract.style(Style::problem());
    assert_eq!(types(problem.clone()), ["application/problem+json"]);
    assert_eq!(
        types(problem.also_json()),
        ["application/json", "application/problem+json"]
    );
}

#[test]
fn a_discriminator_has_strings_alone() {
    let union = |contract: Contract| {
        let document = contract.discriminator().document();
        document["components"]["responses"]
            .to_string()
            .contains("discriminator")
    };
    assert!(union(Contract::new(Atlas::CATALOG)));
    assert!(union(Contract::new(Atlas::CATALOG).style(Style::problem())));
    assert!(!union(
        Contract::new(Atlas::CATALOG).style(Style::code_data())
    ));
    assert!(!union(Contract::new(manila_catalogs::Cpi::CATALOG)));
    assert!(union(
        Contract::new(manila_catalogs::Cpi::CATALOG).style(Style::json_api())
    ));
    let plain = Contract::new(Atlas::CATALOG).document();
    assert!(!plain.to_string().contains("discriminator"));
}

#[test]
fn one_envelope_has_an_open_enumeration() {
    let document = Contract::new(Atlas::CATALOG).layout(Layout::One).document();
    let code =
        &document["components"]["schemas"]["AnyError"]["properties"]["error"]["properties"]["code"];
    let known = code["anyOf"][0]["enum"].as_array().unwrap();
    assert!(known.contains(&json!("GONE")) && !known.contains(&json!("BURNT")));
    assert_eq!(code["anyOf"][1], json!({ "type": "string" }));
}

/// A small service, whose documents are files.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "apps", case = "SCREAMING_SNAKE_CASE")]
enum Apps {
    #[error("There is no such app.")]
    #[error_code(status = 404, condition = "resource_not_found")]
    AppNotFound,
    #[error("The plan includes {limit} apps.")]
    #[error_code(status = 402, retry = "never", operations = ["POST /apps"])]
    PlanLimit {
        #[error_code(detail, required, meaning = "how many apps the plan includes")]
        limit: u32,
    },
}

#[test]
fn the_documents_of_a_small_service_are_what_their_files_say() {
    let _ = [Apps::AppNotFound, Apps::PlanLimit { limit: 1 }];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden");
    let document: Value = serde_json::from_str(include_str!("golden/apps.json")).unwrap();
    let mut stale = Vec::new();
    let mut compare = |name: String, value: &Value| {
        let text = format!("{value:#}\n");
        let file = folder.join(&name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &text).unwrap();
        }
        if std::fs::read_to_string(&file).unwrap_or_default() != text {
            stale.push(name);
        }
    };
    for (name, style) in styles() {
        let contract = Contract::new(Apps::CATALOG).style(style);
        let mut completed = document.clone();
        contract.complete(&mut completed).unwrap();
        Official::of(OpenApiVersion::V31).assert_valid(&completed, name);
        compare(format!("apps.{name}.json"), &completed);
        compare(format!("apps.{name}.schema.json"), &contract.json_schema());
    }
    let overlay = Contract::new(Apps::CATALOG)
        .overlay(Some(&document))
        .unwrap();
    compare("apps.overlay.json".to_owned(), &overlay);
    assert!(
        stale.is_empty(),
        "{stale:?} are others; `UPDATE_GOLDEN=1 cargo test -p manila-openapi` writes them anew"
    );
}
