//! Documents that are none, or not what they say.

use manila_openapi::Contract;
use serde_json::{Value, json};

use crate::catalogs::Atlas;
use crate::completing::document;
use crate::documents::VERSIONS;

#[test]
fn what_is_malformed_is_told_with_its_place() {
    let with = |paths: Value| json!({ "openapi": "3.1.0", "paths": paths });
    for (document, error) in [
        (json!(7), "an OpenAPI document is an object"),
        (
            json!({}),
            "this is no OpenAPI document: it has no member `openapi`, such as \"3.1.0\"",
        ),
        (
            json!({ "swagger": "2.0" }),
            "this is Swagger 2.0; convert the document to OpenAPI 3.x",
        ),
        (
            json!({ "openapi": 3.1 }),
            "this is no OpenAPI document: it has no member `openapi`, such as \"3.1.0\"",
        ),
        (
            json!({ "openapi": "4.0.0" }),
            "/openapi: only OpenAPI 3.0, 3.1 and 3.2 are known",
        ),
        (
            json!({ "openapi": "3" }),
            "/openapi: only OpenAPI 3.0, 3.1 and 3.2 are known",
        ),
        (with(json!([])), "/paths: `paths` is an object"),
        (
            with(json!({ "/a": 7 })),
            "/paths/~1a: a path item is an object",
        ),
        (
            with(json!({ "/a": { "get": null } })),
            "/paths/~1a/get: an operation is an object",
        ),
        (
            with(json!({ "/a~b": { "get": { "responses": [] } } })),
            "/paths/~1a~0b/get/responses: `responses` is an object",
        ),
        (
            with(json!({ "/a": { "get": { "responses": { "404": "no" } } } })),
            "/paths/~1a/get/responses/404: a response is an object",
        ),
        (
            json!({ "openapi": "3.1.0", "components": [] }),
            "/components: `components` is an object",
        ),
        (
            json!({ "openapi": "3.1.0", "components": { "schemas": 7 } }),
            "/components/schemas: a section of components is an object",
        ),
    ] {
        let mut after = document.clone();
        let found = Contract::new(Atlas::CATALOG)
            .complete(&mut after)
            .unwrap_err();
        assert_eq!(found.to_string(), error);
        assert_eq!(document, after);
        assert_eq!(
            Contract::new(Atlas::CATALOG)
                .overlay(Some(&document))
                .unwrap_err(),
            found
        );
    }
}

#[test]
fn references_that_lead_nowhere_are_left_alone() {
    let mut document = json!({
        "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
        "paths": {
            "/elsewhere": { "$ref": "other.yaml#/paths/~1b" },
            "/nowhere": { "$ref": "#/components/pathItems/None" },
            "/odd": { "$ref": 7 },
            "/itself": { "$ref": "#/paths/~1itself" },
            "/a": {
                "parameters": [{ "$ref": "#/nowhere" }, { "$ref": "other.yaml" }, 7],
                "get": { "responses": {}, "tags": 7, "security": 7, "operationId": 7 },
            },
            "x-note": 7,
        },
    });
    let report = Contract::new(Atlas::CATALOG)
        .complete(&mut document)
        .unwrap();
    assert_eq!(
        (report.operations(), report.unread_paths()),
        (1, &["/elsewhere".to_owned(), "/odd".to_owned()][..])
    );
}

/// Every place of a document.
fn places(value: &Value, place: &str, all: &mut Vec<String>) {
    all.push(place.to_owned());
    let members: Vec<_> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, value)| (at.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (name, value) in members {
        let name = name.replace('~', "~0").replace('/', "~1");
        places(value, &format!("{place}/{name}"), all);
    }
}

#[test]
fn whatever_stands_wherever_nothing_panics() {
    for version in VERSIONS {
        let whole = document(version);
        let mut all = Vec::new();
        places(&whole, "", &mut all);
        let contract = Contract::new(crate::catalogs::empty());
        for place in all {
            for odd in [
                json!(null),
                json!(7),
                json!("text"),
                json!([7]),
                json!({}),
                json!({ "$ref": "#/paths" }),
            ] {
                let mut broken = whole.clone();
                *broken.pointer_mut(&place).unwrap() = odd;
                let before = broken.clone();
                if contract.complete(&mut broken).is_err() {
                    assert_eq!(broken, before, "{place}");
                }
            }
        }
    }
}
