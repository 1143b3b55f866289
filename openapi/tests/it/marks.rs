//! Marks that bindings leave.

use manila_openapi::{Contract, MARK, mark_of, mark_of_codes};
use serde_json::{Value, json};

use crate::catalogs::{Atlas, Signs, Twin};

fn document(operation: &Value) -> Value {
    json!({
        "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
        "paths": { "/a": { "get": operation }, "/b": { "get": { "responses": {} } } },
    })
}

fn contract() -> Contract {
    Contract::new(Atlas::CATALOG)
        .and_catalog(Signs::CATALOG)
        .and_catalog(Twin::CATALOG)
        .only_marked()
}

/// The statuses of both operations, without those of the framework.
fn statuses(mut document: Value) -> (String, String) {
    contract().complete(&mut document).unwrap();
    assert!(!document.to_string().contains(MARK), "{document:#}");
    let of = |path: &str| {
        let responses = document["paths"][path]["get"]["responses"]
            .as_object()
            .unwrap();
        let always = ["405", "406", "408", "429", "500", "503", "504"];
        let keys = responses.keys().map(String::as_str);
        keys.filter(|key| !always.contains(key))
            .collect::<Vec<_>>()
            .join(" ")
    };
    (of("/a"), of("/b"))
}

#[test]
fn a_mark_stands_wherever_a_binding_can_put_it() {
    let mark = || mark_of(Signs::CATALOG);
    for operation in [
        json!({ "responses": {}, MARK: mark() }),
        json!({ "responses": {}, MARK: [mark()] }),
        json!({ MARK: mark() }),
        json!({ "responses": { "default": { "description": "", MARK: mark() } } }),
        json!({ "responses": { MARK: mark() } }),
        json!({ "responses": { "x-manila-codes-signs": [mark()] } }),
        json!({ "responses": { "x-manila-codes": { "description": "", MARK: [mark()] } } }),
    ] {
        assert_eq!(
            statuses(document(&operation)),
            ("421 422".to_owned(), String::new())
        );
    }
}

#[test]
fn marks_of_several_enums_add_up() {
    let gone = Twin::CATALOG.find("GONE").unwrap();
    let operation = json!({ "responses": {
        "x-manila-codes-signs": mark_of_codes(Signs::CATALOG, [Signs::InvalidEmail.code()]),
        "x-manila-codes-twin": mark_of_codes(Twin::CATALOG, [gone]),
        "200": { "description": "Fine" },
    } });
    assert_eq!(statuses(document(&operation)).0, "200 410 422");
}

#[test]
fn a_mark_without_codes_goes_by_operations() {
    let mut document = json!({
        "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
        "paths": { "/v1/apps": { "post": { "responses": {}, MARK: mark_of(Atlas::CATALOG) } } },
    });
    contract().complete(&mut document).unwrap();
    let responses = &document["paths"]["/v1/apps"]["post"]["responses"];
    assert!(
        responses["402"].is_object() && responses["409"].is_object() && responses["410"].is_null()
    );
}

#[test]
fn a_retired_code_of_a_mark_is_left_out() {
    let burnt = Atlas::CATALOG.find("BURNT").unwrap();
    let operation = json!({ MARK: mark_of_codes(Atlas::CATALOG, [burnt]) });
    assert_eq!(statuses(document(&operation)).0, "");
}

#[test]
fn a_mark_that_cannot_be_followed_is_an_error_and_changes_nothing() {
    for (mark, pointer, says) in [
        (
            json!(7),
            "",
            "a mark is an object with the name of a `catalog`",
        ),
        (json!({}), "", "a mark is an object"),
        (
            json!([mark_of(Twin::CATALOG), 7]),
            "/1",
            "a mark is an object",
        ),
        (
            json!({ "catalog": "other" }),
            "/catalog",
            "no catalog \"other\"; add it by `and_catalog`",
        ),
        (
            json!({ "catalog": "twin", "codes": "GONE" }),
            "/codes",
            "an array of their names",
        ),
        (
            json!({ "catalog": "twin", "codes": [7] }),
            "/codes",
            "an array of their names",
        ),
        (
            json!({ "catalog": "twin", "codes": ["GONE", "GNOE"] }),
            "/codes/1",
            "no code \"GNOE\"",
        ),
    ] {
        let before = document(&json!({ "responses": {}, MARK: mark }));
        let mut after = before.clone();
        let error = contract().complete(&mut after).unwrap_err();
        assert_eq!(error.pointer(), format!("/paths/~1a/get/{MARK}{pointer}"));
        assert!(error.to_string().contains(says), "{error}");
        assert_eq!(before, after);
    }
}
