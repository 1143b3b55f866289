//! The codes of an operation, by what the catalog calls it.

use manila_openapi::{Contract, Report};
use serde_json::{Value, json};

use crate::catalogs::Atlas;

/// The codes of the catalog that an operation of this method and path has.
fn codes(path: &str, method: &str, operation: &Value) -> (Vec<String>, Report) {
    let mut document = json!({
        "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
        "paths": { path: { method: operation } },
    });
    let report = Contract::new(Atlas::CATALOG)
        .complete(&mut document)
        .unwrap();
    let examples = document["components"]["examples"].as_object().unwrap();
    let codes = examples.values().filter_map(|example| {
        let code = example["value"]["error"]["code"].as_str()?;
        Atlas::CATALOG.find(code).map(|code| code.name().to_owned())
    });
    let named = codes.filter(|code| !["NOT_FOUND", "INVALID", "INTERNAL"].contains(&&**code));
    let mut named: Vec<_> = named.collect();
    named.sort_unstable();
    named.dedup();
    (named, report)
}

/// Asserts which codes an operation has.
#[track_caller]
fn check(path: &str, method: &str, operation: &Value, expected: &[&str]) {
    assert_eq!(codes(path, method, operation).0, expected);
}

/// Every code that a response can have.
const ALL: [&str; 7] = [
    "GONE",
    "MOVED",
    "NAMES_TAKEN",
    "PHONE_NOT_VERIFIED",
    "PLAN_LIMIT_EXCEEDED",
    "REGION_DOWN",
    "SCRIPT_REFUSED",
];

#[test]
fn an_operation_has_the_codes_that_name_it() {
    // By method and path, and by the group that the catalog counts it among.
    check(
        "/v1/apps",
        "post",
        &json!({}),
        &["NAMES_TAKEN", "PLAN_LIMIT_EXCEEDED"],
    );
    // By a path and all below it, with any method.
    check(
        "/v1/names/{name}/holder",
        "delete",
        &json!({}),
        &["NAMES_TAKEN"],
    );
    // By its id, and by a tag.
    check(
        "/in",
        "put",
        &json!({ "operationId": "signIn" }),
        &["PHONE_NOT_VERIFIED"],
    );
    check(
        "/in",
        "put",
        &json!({ "tags": ["Other", "Sessions"] }),
        &["PHONE_NOT_VERIFIED"],
    );
    check("/in", "put", &json!({ "tags": ["apps"] }), &["NAMES_TAKEN"]);
}

#[test]
fn an_operation_that_no_code_names_has_all() {
    check("/v1/apps", "get", &json!({}), &ALL);
    check("/v1/app", "post", &json!({}), &ALL);
    check("/v1/names", "post", &json!({}), &ALL);
    check(
        "/v1/namesakes",
        "post",
        &json!({ "operationId": "signin2" }),
        &ALL,
    );
}

#[test]
fn what_codes_name_and_the_document_lacks_is_told() {
    let (_, report) = codes("/v1/apps", "post", &json!({}));
    assert_eq!(
        report.unknown_operations(),
        ["/v1/names/*", "sessions", "signIn"]
    );
}
