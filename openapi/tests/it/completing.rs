//! Documents of others, completed.

use manila::{Condition, Style};
use manila_openapi::{Contract, Layout, OpenApiVersion};
use serde_json::{Map, Value, json};

use crate::catalogs::{Atlas, empty, few, styles};
use crate::documents::{Official, VERSIONS};

/// A document that has everything that OpenAPI lets one have.
pub(crate) fn document(version: OpenApiVersion) -> Value {
    let mut document = json!({
        "openapi": version.as_str(),
        "info": { "title": "T", "version": "1" },
        "servers": [{ "url": "https://api.example/v1" }],
        "security": [{ "token": [] }],
        "paths": {
            "/apps": {
                "post": {
                    "operationId": "createApp",
                    "requestBody": { "content": { "application/json": { "schema": { "type": "object" } } } },
                    "responses": {
                        "201": { "description": "Created" },
                        "409": { "$ref": "#/components/responses/Taken" },
                        "default": { "description": "Anything else", "x-note": [1, { "b": 1, "a": 2 }] },
                    },
                },
                "get": {
                    "parameters": [{ "$ref": "#/components/parameters/Page" }],
                    "security": [],
                    "responses": { "200": { "description": "Apps" }, "4XX": { "description": "Our own" } },
                },
            },
            "/apps/{id}": {
                "parameters": [
                    { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                ],
                "get": { "responses": { "200": { "description": "An app" } } },
                "delete": {
                    "responses": {
                        "204": { "description": "Deleted" },
                        "404": {
                            "description": "No such app",
                            "content": { "text/plain": { "schema": { "type": "string" } } },
                        },
                    },
                    "callbacks": {
                        "done": {
                            "{$request.query.url}": {
                                "post": { "responses": { "200": { "description": "Thanks" } } },
                            },
                        },
                    },
                },
            },
        },
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "parameters": { "Page": { "name": "page", "in": "query", "schema": { "type": "integer" } } },
            "schemas": { "GoneError": { "type": "string" }, "ErrorDetails": { "type": "object" } },
            "responses": { "Taken": { "description": "The name is taken" }, "MethodNotAllowed": { "description": "Not so" } },
        },
    });
    if version > OpenApiVersion::V30 {
        document["webhooks"] = json!({
            "deployed": { "post": { "responses": { "200": { "description": "Thanks" } } } },
        });
        document["paths"]["/shared"] = json!({ "$ref": "#/components/pathItems/Shared" });
        document["components"]["pathItems"] = json!({
            "Shared": { "get": { "responses": { "200": { "description": "Shared" } } } },
            "Unused": { "get": { "responses": { "200": { "description": "Unused" } } } },
        });
    }
    document
}

/// Asserts that everything of a document is in another, byte for byte.
#[track_caller]
pub(crate) fn assert_kept(old: &Value, new: &Value, place: &str) {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) if is_open(place) => {
            let kept: Vec<_> = new.keys().filter(|name| old.contains_key(*name)).collect();
            assert_eq!(kept, old.keys().collect::<Vec<_>>(), "{place}");
            for (name, value) in old {
                assert_kept(value, &new[name], &format!("{place}/{name}"));
            }
        }
        _ => assert_eq!(old.to_string(), new.to_string(), "{place}"),
    }
}

/// Whether members may be added to an object.
fn is_open(place: &str) -> bool {
    let inside = ["/paths", "/components"]
        .iter()
        .any(|of| place.starts_with(of));
    let is_response = place.contains("/responses/");
    place.is_empty() || (inside && !is_response)
}

#[test]
fn everything_that_a_document_has_stays() {
    for version in VERSIONS {
        let official = Official::of(version);
        for catalog in few() {
            for (name, style) in styles() {
                for layout in [Layout::PerStatus, Layout::PerOperation, Layout::One] {
                    let contract = Contract::new(catalog).style(style.clone()).layout(layout);
                    let old = document(version);
                    let mut new = old.clone();
                    contract.complete(&mut new).unwrap();
                    let what = format!("{} {name} {version:?} {layout:?}", catalog.name());
                    assert_kept(&old, &new, "");
                    official.assert_valid(&new, &what);
                    let once = new.to_string();
                    let report = contract.complete(&mut new).unwrap();
                    assert_eq!(new.to_string(), once, "{what}");
                    assert_eq!(report.added(), 0, "{what}");
                }
            }
        }
    }
}

fn completed(contract: &Contract) -> Value {
    let mut document = document(OpenApiVersion::V31);
    contract.complete(&mut document).unwrap();
    document
}

fn statuses(document: &Value, place: &str) -> Vec<String> {
    let responses = document.pointer(place).unwrap()["responses"]
        .as_object()
        .unwrap();
    responses.keys().cloned().collect()
}

#[test]
fn the_framework_answers_where_it_can() {
    let document = completed(&Contract::new(empty()));
    let always = "405 406 408 429 500 503 504";
    let of = |place: &str| statuses(&document, place).join(" ");
    assert_eq!(
        of("/paths/~1apps/post"),
        "201 409 default 400 401 403 405 406 408 413 415 422 429 500 503 504"
    );
    assert_eq!(of("/paths/~1apps/get"), "200 4XX 500 503 504");
    assert_eq!(
        of("/paths/~1apps~1{id}/get"),
        format!("200 400 401 403 404 {always}")
    );
    assert_eq!(
        of("/components/pathItems/Shared/get"),
        format!("200 401 403 {always}")
    );
    // These are answered by others.
    for place in [
        "/webhooks/deployed/post",
        "/components/pathItems/Unused/get",
        "/paths/~1apps~1{id}/delete/callbacks/done/{$request.query.url}/post",
    ] {
        assert_eq!(of(place), "200", "{place}");
    }
}

#[test]
fn conditions_have_the_codes_and_statuses_of_the_catalog() {
    let contract = Contract::new(manila_catalogs::Credicorp::CATALOG);
    let document = completed(&contract);
    // Credicorp answers a body that is too large with 422.
    let post = &document["paths"]["/apps"]["post"]["responses"];
    assert!(post["413"].is_null());
    let all = document.to_string();
    assert!(all.contains("request_body_too_large"));
}

#[test]
fn conditions_that_are_left_out_are_not_described() {
    let contract = Contract::new(empty()).without([Condition::Timeout, Condition::RateLimited]);
    let document = completed(&contract);
    assert_eq!(
        statuses(&document, "/components/pathItems/Shared/get").join(" "),
        "200 401 403 405 406 500 503"
    );
}

#[test]
fn conditions_that_are_added_are_described_everywhere() {
    let contract = Contract::new(empty()).and_conditions([Condition::UpstreamFailed]);
    let document = completed(&contract);
    for place in ["/paths/~1apps/post", "/components/pathItems/Shared/get"] {
        let statuses = statuses(&document, place);
        assert!(
            statuses.contains(&"502".to_owned()),
            "{place}: {statuses:?}"
        );
    }
    // A condition that the framework has for some operations alone.
    let contract = Contract::new(empty()).and_conditions([Condition::ResourceNotFound]);
    let statuses = statuses(&completed(&contract), "/paths/~1apps/post");
    assert!(statuses.contains(&"404".to_owned()), "{statuses:?}");
}

#[test]
fn what_answers_head_has_no_content() {
    let mut document = json!({
        "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
        "paths": { "/a": { "head": { "responses": {} }, "get": { "responses": {} } } },
    });
    Contract::new(Atlas::CATALOG)
        .complete(&mut document)
        .unwrap();
    let response = &document["paths"]["/a"]["head"]["responses"]["410"];
    assert!(response["content"].is_null(), "{response}");
    assert!(
        response["headers"]["x-error-code"].is_object(),
        "{response}"
    );
    assert!(document["paths"]["/a"]["get"]["responses"]["410"]["$ref"].is_string());
}

#[test]
fn a_union_that_one_operation_has_is_called_after_it() {
    let with = |paths: Value| {
        let mut document =
            json!({ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": paths });
        let contract = Contract::new(Atlas::CATALOG).layout(Layout::PerOperation);
        contract.complete(&mut document).unwrap();
        let schemas = document["components"]["schemas"].as_object().unwrap();
        let unions = schemas.keys().filter(|name| name.ends_with("Errors"));
        unions.cloned().collect::<Vec<_>>().join(" ")
    };
    let body = json!({ "content": { "application/json": { "schema": {} } } });
    let post = json!({ "operationId": "create_app", "requestBody": body, "responses": {} });
    let get = json!({ "responses": {} });
    let paths = json!({ "/apps": { "post": post, "get": get } });
    assert_eq!(with(paths), "CreateAppErrors GetAppsErrors");
    // What another operation has is no matter of the name.
    let paths = json!({ "/all": { "get": get }, "/apps": { "post": post, "get": get } });
    assert_eq!(with(paths), "OperationErrors CreateAppErrors");
    let paths = json!({ "/apps": { "post": { "operationId": "作成", "responses": {} } } });
    assert_eq!(with(paths), "OperationErrors");
}

#[test]
fn a_response_that_operations_share_stands_once() {
    let document = completed(&Contract::new(Atlas::CATALOG));
    let of = |path: &str, method: &str, status: &str| {
        &document["paths"][path][method]["responses"][status]
    };
    assert_eq!(
        of("/apps/{id}", "delete", "410"),
        of("/apps/{id}", "get", "410")
    );
    let reference = of("/apps/{id}", "get", "410")["$ref"].as_str().unwrap();
    assert_eq!(reference, "#/components/responses/GoneErrors");
    // The names that the document has are taken.
    let union = document
        .pointer("/components/responses/GoneErrors/content/application~1json/schema")
        .unwrap();
    let refs = union["properties"]["error"]["oneOf"].as_array().unwrap();
    assert!(
        refs.contains(&json!({ "$ref": "#/components/schemas/GoneError2" })),
        "{union}"
    );
    assert_eq!(
        of("/apps", "post", "405")["$ref"],
        "#/components/responses/MethodNotAllowed2"
    );
}

#[test]
fn progenitor_gets_one_schema_for_the_errors_of_an_operation() {
    let document = completed(&Contract::new(Atlas::CATALOG).layout(Layout::PerOperation));
    let get = &document["paths"]["/apps/{id}"]["get"]["responses"];
    let schema = |range: &str| {
        let response = match get[range]["$ref"].as_str() {
            Some(place) => document.pointer(place.strip_prefix('#').unwrap()).unwrap(),
            None => &get[range],
        };
        response["content"]["application/json"]["schema"].clone()
    };
    assert_eq!(schema("4XX"), schema("5XX"));
    assert!(schema("4XX")["$ref"].is_string());
}

#[test]
fn an_operation_without_responses_gets_some() {
    let mut document = json!({
        "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": { "/a": { "get": {} } },
    });
    Contract::new(Atlas::CATALOG)
        .complete(&mut document)
        .unwrap();
    assert!(document["paths"]["/a"]["get"]["responses"]["410"].is_object());
}

#[test]
fn methods_of_3_2_are_operations() {
    let mut document = json!({
        "openapi": "3.2.0", "info": { "title": "T", "version": "1" },
        "paths": { "/a": {
            "query": { "responses": {} },
            "additionalOperations": { "PURGE": { "responses": {} } },
        } },
    });
    let report = Contract::new(Atlas::CATALOG)
        .complete(&mut document)
        .unwrap();
    assert_eq!(report.operations(), 2);
    let item = &document["paths"]["/a"];
    assert!(item["query"]["responses"]["410"].is_object());
    assert!(item["additionalOperations"]["PURGE"]["responses"]["410"].is_object());
}

#[test]
fn a_document_that_grows_keeps_the_names_of_what_was_added() {
    let contract = Contract::new(Atlas::CATALOG).style(Style::problem());
    let mut document = document(OpenApiVersion::V31);
    contract.complete(&mut document).unwrap();
    let before = document["components"].clone();
    document["paths"]["/new/{id}"] = json!({ "get": { "responses": {} } });
    contract.complete(&mut document).unwrap();
    assert_kept(
        &before["schemas"],
        &document["components"]["schemas"],
        "/components",
    );
    let of_new = &document["paths"]["/new/{id}"]["get"]["responses"]["410"];
    assert_eq!(of_new["$ref"], "#/components/responses/GoneErrors");
    assert_eq!(before["schemas"], document["components"]["schemas"]);
}

#[test]
fn many_codes_and_operations_take_their_time_and_no_more() {
    let operation = json!({ "responses": { "200": { "description": "Fine" } } });
    let paths: Map<_, _> = (0..2_000)
        .map(|at| (format!("/p{at}/{{id}}"), json!({ "get": operation })))
        .collect();
    let mut document =
        json!({ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": paths });
    let contract = Contract::new(manila_catalogs::Mxcep::CATALOG);
    let start = std::time::Instant::now();
    let report = contract.complete(&mut document).unwrap();
    assert_eq!(report.operations(), 2_000);
    // Seconds in a debug build; work for each pair of a code and an operation would be minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
