//! Overlays, applied as the specification says (OpenAPI Overlay 1.0, §4.4.3).

use jsonschema::Validator;
use manila_openapi::{Contract, Layout};
use serde_json::{Value, json};

use crate::catalogs::{Atlas, all, few, styles};
use crate::completing::document;
use crate::documents::{Official, VERSIONS};

/// Applies an overlay whose targets are members by their names, or the filter of an overlay for any document.
fn apply(overlay: &Value, document: &mut Value) {
    for action in overlay["actions"].as_array().unwrap() {
        let target = action["target"].as_str().unwrap();
        let places = match target.strip_prefix("$.paths.*[?(") {
            Some(filter) => filtered(filter, document),
            None => vec![place(target)],
        };
        for place in places {
            match action.get("remove") {
                Some(_) => {
                    let (parent, name) = place.rsplit_once('/').unwrap();
                    let parent = document
                        .pointer_mut(parent)
                        .unwrap()
                        .as_object_mut()
                        .unwrap();
                    parent.shift_remove(&unescaped(name)).unwrap();
                }
                None => merge(document.pointer_mut(&place).unwrap(), &action["update"]),
            }
        }
    }
}

fn merge(target: &mut Value, update: &Value) {
    match (target, update) {
        (Value::Object(target), Value::Object(update)) => {
            for (name, value) in update {
                match target.get_mut(name) {
                    Some(known) => merge(known, value),
                    None => _ = target.insert(name.clone(), value.clone()),
                }
            }
        }
        (target, update) => *target = update.clone(),
    }
}

/// The place that names lead to, as a JSON Pointer: `$['paths']['/apps']`.
fn place(target: &str) -> String {
    let mut pointer = String::new();
    let mut rest = target.strip_prefix('$').unwrap();
    while let Some(inside) = rest.strip_prefix("['") {
        let end = inside.find("']").unwrap();
        pointer += &format!("/{}", inside[..end].replace('~', "~0").replace('/', "~1"));
        rest = &inside[end + 2..];
    }
    assert_eq!(rest, "", "{target}");
    pointer
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}

/// The responses of the operations that a filter lets pass: `@.responses && !@.responses['404'])].responses`.
fn filtered(filter: &str, document: &Value) -> Vec<String> {
    let tests = filter.strip_suffix(")].responses").unwrap();
    let passes = |operation: &Value| {
        tests
            .split(" && ")
            .all(|test| match test.strip_prefix("!@.responses['") {
                Some(key) => operation["responses"]
                    .get(key.strip_suffix("']").unwrap())
                    .is_none(),
                None => operation.get(test.strip_prefix("@.").unwrap()).is_some(),
            })
    };
    let mut places = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if operation.is_object() && passes(operation) {
                places.push(format!(
                    "/paths/{}/{method}/responses",
                    path.replace('/', "~1")
                ));
            }
        }
    }
    places
}

#[test]
fn an_overlay_does_what_completing_does() {
    for version in VERSIONS {
        for catalog in few() {
            for (name, style) in styles() {
                for layout in [Layout::PerStatus, Layout::PerOperation, Layout::One] {
                    let contract = Contract::new(catalog).style(style.clone()).layout(layout);
                    let mut marked = document(version);
                    marked["paths"]["/apps"]["post"]["x-manila-codes"] = json!([]);
                    marked["paths"]["/apps/{id}"]["get"]["responses"]["x-manila-codes"] = json!([]);
                    let overlay = contract.overlay(Some(&marked)).unwrap();
                    let mut completed = marked.clone();
                    contract.complete(&mut completed).unwrap();
                    apply(&overlay, &mut marked);
                    let what = format!("{} {name} {version:?} {layout:?}", catalog.name());
                    assert!(marked == completed, "{what}");
                    let again = contract.overlay(Some(&marked)).unwrap();
                    assert_eq!(again["actions"], json!([]), "{what}");
                }
            }
        }
    }
}

#[test]
fn an_overlay_for_any_document_keeps_what_is_declared() {
    for version in VERSIONS {
        let contract = Contract::new(Atlas::CATALOG).openapi(version);
        let overlay = contract.overlay(None).unwrap();
        let mut new = json!({
            "openapi": version.as_str(), "info": { "title": "T", "version": "1" },
            "paths": {
                "/apps": {
                    "parameters": [],
                    "get": { "responses": { "200": { "description": "Apps" }, "404": { "description": "Ours" } } },
                    "post": { "requestBody": { "content": {} }, "responses": { "5XX": { "description": "Ours" } } },
                },
            },
        });
        apply(&overlay, &mut new);
        Official::of(version).assert_valid(&new, &format!("{version:?}"));
        let responses = |method: &str| &new["paths"]["/apps"][method]["responses"];
        assert_eq!(responses("get")["404"], json!({ "description": "Ours" }));
        assert!(responses("get")["410"].is_object() && responses("get")["500"].is_object());
        // A body that is too large needs one.
        assert!(responses("get")["413"].is_null() && responses("post")["413"].is_object());
        assert!(responses("post")["500"].is_null());
    }
}

/// What OpenAPI Overlay 1.0 says of an overlay (§4).
fn overlays() -> Validator {
    let text = json!({ "type": "string", "minLength": 1 });
    let action = json!({
        "type": "object", "required": ["target"], "additionalProperties": false,
        "properties": { "target": text, "description": text, "update": {}, "remove": { "type": "boolean" } },
    });
    let schema = json!({
        "type": "object", "required": ["overlay", "info", "actions"], "additionalProperties": false,
        "properties": {
            "overlay": { "const": "1.0.0" },
            "info": {
                "type": "object", "required": ["title", "version"], "additionalProperties": false,
                "properties": { "title": text, "version": text },
            },
            "actions": { "type": "array", "minItems": 1, "uniqueItems": true, "items": action },
        },
    });
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn an_overlay_is_what_its_specification_says() {
    let schema = overlays();
    for catalog in all() {
        let contract = Contract::new(catalog);
        assert!(schema.is_valid(&contract.overlay(None).unwrap()));
        let overlay = contract.overlay(Some(&document(VERSIONS[1]))).unwrap();
        assert!(schema.is_valid(&overlay));
    }
}

#[test]
fn a_quote_in_a_path_is_escaped() {
    let document = json!({
        "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
        "paths": { "/it's\\here": { "get": { "responses": {} } } },
    });
    let overlay = Contract::new(Atlas::CATALOG)
        .overlay(Some(&document))
        .unwrap();
    assert_eq!(
        overlay["actions"][1]["target"],
        r"$['paths']['/it\'s\\here']['get']['responses']"
    );
}
