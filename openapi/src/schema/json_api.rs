//! Error documents of JSON:API 1.1, whoever writes them.

use serde_json::{Value, json};

/// Returns the JSON Schema (2020-12) of an error document of JSON:API 1.1 ("Top Level", "Error Objects", "Links",
/// "JSON:API Object").
///
/// Members of extensions have a colon in their names, and @-members may stand anywhere.
pub(crate) fn failure_document() -> Value {
    let meta = json!({ "type": "object" });
    let reference = json!({ "type": "string", "format": "uri-reference" });
    let link = json!({
        "anyOf": [
            { "type": ["string", "null"], "format": "uri-reference" },
            {
                "type": "object",
                "required": ["href"],
                "properties": {
                    "href": reference,
                    "rel": { "type": "string" },
                    "describedby": { "$ref": "#/$defs/FailureDocument/$defs/link" },
                    "title": { "type": "string" },
                    "type": { "type": "string" },
                    "hreflang": {
                        "anyOf": [
                            { "type": "string" },
                            { "type": "array", "items": { "type": "string" } },
                        ],
                    },
                    "meta": meta,
                },
                "patternProperties": extensions(),
                "additionalProperties": false,
            },
        ],
    });
    let links = json!({
        "type": "object",
        "additionalProperties": { "$ref": "#/$defs/FailureDocument/$defs/link" },
    });
    let error = json!({
        "type": "object",
        "minProperties": 1,
        "properties": {
            "id": { "type": "string" },
            "links": links,
            "status": { "type": "string" },
            "code": { "type": "string" },
            "title": { "type": "string" },
            "detail": { "type": "string" },
            "source": {
                "type": "object",
                "properties": {
                    "pointer": { "type": "string" },
                    "parameter": { "type": "string" },
                    "header": { "type": "string" },
                },
            },
            "meta": meta,
        },
        "patternProperties": extensions(),
        "additionalProperties": false,
    });
    let uris = json!({ "type": "array", "items": { "type": "string", "format": "uri" } });
    json!({
        "description": "An error document of JSON:API 1.1.",
        "type": "object",
        "required": ["errors"],
        "properties": {
            "errors": { "type": "array", "items": error, "uniqueItems": true },
            "meta": meta,
            "jsonapi": {
                "type": "object",
                "properties": {
                    "version": { "type": "string" },
                    "ext": uris,
                    "profile": uris,
                    "meta": meta,
                },
                "patternProperties": extensions(),
                "additionalProperties": false,
            },
            "links": links,
        },
        "patternProperties": extensions(),
        "additionalProperties": false,
        "$defs": { "link": link },
    })
}

/// The names that are not JSON:API's own.
fn extensions() -> Value {
    json!({ "^@|:": {} })
}
