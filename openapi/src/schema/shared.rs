//! The schemas that those of many codes refer to.

use manila::Owner;
use serde_json::{Map, Value, json};

use super::dialect::{CodeTypes, Dialect, Shared, object};
use crate::shape::{Body, Shape};

pub(super) const RETRY: usize = 0;
pub(super) const REMEDY: usize = 1;
pub(super) const SOURCE: usize = 2;
pub(super) const VIOLATION: usize = 3;
pub(super) const DETAILS: usize = 4;
pub(super) const META: usize = 5;

/// Returns one of the shared schemas, if the shape has it.
pub(crate) fn shared_schema(at: usize, dialect: Dialect<'_>, shared: &Shared) -> Option<Value> {
    let is_json_api = dialect.body.shape == Shape::JsonApi;
    let schema = match at {
        _ if dialect.body.shape == Shape::Own => return None,
        RETRY => retry(),
        REMEDY if dialect.body.has_remedies => remedy(),
        SOURCE if is_json_api => source(),
        VIOLATION if !is_json_api => violation(dialect),
        DETAILS => details(dialect, shared),
        META if is_json_api => meta(dialect, shared),
        _ => return None,
    };
    Some(schema.into())
}

fn retry() -> Map<String, Value> {
    let schema = object(
        [
            ("after_seconds", json!({ "type": "integer", "minimum": 0 })),
            (
                "applied",
                json!({ "type": "string", "enum": ["no", "yes", "unknown"] }),
            ),
        ],
        &[],
    );
    described(
        "When the same request can succeed, and whether it had its effect.",
        schema,
    )
}

fn remedy() -> Map<String, Value> {
    let owners = Owner::ALL.iter().map(|owner| owner.as_str());
    let steps = json!({ "type": "array", "minItems": 1, "items": { "type": "string" } });
    let schema = object(
        [
            (
                "owner",
                json!({ "type": "string", "enum": owners.collect::<Vec<_>>() }),
            ),
            ("steps", steps),
            ("next", json!({ "type": "string" })),
            (
                "documentation",
                json!({ "type": "string", "format": "uri-reference" }),
            ),
        ],
        &[],
    );
    described(
        "The way out: who can act, what the caller does, the request that mends it, and where to read more.",
        schema,
    )
}

fn source() -> Map<String, Value> {
    let mut schema = object(
        [
            ("pointer", json!({ "type": "string" })),
            ("parameter", json!({ "type": "string" })),
            ("header", json!({ "type": "string" })),
        ],
        &[],
    );
    schema.insert("minProperties".to_owned(), 1.into());
    described(
        "The place in the request: a JSON Pointer, a parameter, or a header field.",
        schema,
    )
}

fn violation(dialect: Dialect<'_>) -> Map<String, Value> {
    let message = match dialect.body.shape {
        Shape::Problem => "detail",
        _ => "message",
    };
    let pointer = match dialect.body.shape {
        Shape::Problem => "A JSON Pointer as a URI fragment.",
        _ => "A JSON Pointer.",
    };
    let mut properties = vec![
        ("code", dialect.any_code()),
        (message, json!({ "type": "string" })),
        (
            "pointer",
            json!({ "type": "string", "description": pointer }),
        ),
        ("parameter", json!({ "type": "string" })),
        ("header", json!({ "type": "string" })),
        ("details", json!({ "type": "object" })),
    ];
    if let Some(name) = source_message(dialect.body) {
        properties.push((name, json!({ "type": "string" })));
    }
    let schema = object(properties, &["code", message]);
    described("What is wrong with one place in the request.", schema)
}

/// Returns the member that has the sentence of the catalog's own language beside a translated one, if bodies
/// have it. In JSON:API it stands among the details.
pub(super) const fn source_message(body: &Body) -> Option<&'static str> {
    match body.shape {
        Shape::OkError | Shape::CodeData if body.has_source_message => Some("source_message"),
        Shape::Problem if body.has_source_message => Some("source_detail"),
        _ => None,
    }
}

fn details(dialect: Dialect<'_>, shared: &Shared) -> Map<String, Value> {
    let schema = object(common_details(dialect.body, shared), &[]);
    described("What else is known of the error.", schema)
}

fn meta(dialect: Dialect<'_>, shared: &Shared) -> Map<String, Value> {
    let datetime = object(
        [
            ("timezone", json!({ "type": "string" })),
            ("format", json!({ "type": "string" })),
        ],
        &["timezone", "format"],
    );
    let code = "The code of the error as a whole, where `errors` are what is wrong with places in the request.";
    let mut properties = vec![
        ("version", json!({ "type": "string" })),
        ("api_version", json!({ "type": "string" })),
        ("request_id", json!({ "type": "string" })),
        ("datetime", datetime.into()),
        ("code", json!({ "type": "string", "description": code })),
        ("details", json!({ "type": "object" })),
        ("more", json!({ "type": "boolean" })),
        ("truncated", json!({ "type": "integer", "minimum": 1 })),
    ];
    if dialect.body.has_remedies {
        properties.push(("remedy", shared[REMEDY].clone()));
    }
    object(properties, &["request_id"])
}

/// What the details of any error may have beside those that its code declares.
pub(super) fn common_details(body: &Body, shared: &Shared) -> Vec<(&'static str, Value)> {
    let shape = body.shape;
    let mut properties = vec![
        ("reason", json!({ "type": "string" })),
        ("retry", shared[RETRY].clone()),
    ];
    if body.has_remedies {
        properties.push(("remedy", shared[REMEDY].clone()));
    }
    if body.has_source_message && shape == Shape::JsonApi {
        properties.push(("source_message", json!({ "type": "string" })));
    }
    if shape == Shape::OkError {
        let errors = json!({ "type": "array", "items": shared[VIOLATION] });
        properties.push(("errors", errors));
    }
    if shape != Shape::JsonApi {
        properties.push(("more", json!({ "type": "boolean" })));
        properties.push(("truncated", json!({ "type": "integer", "minimum": 1 })));
    }
    properties
}

fn described(text: &str, schema: Map<String, Value>) -> Map<String, Value> {
    let mut described = Map::from_iter([("description".to_owned(), text.into())]);
    described.extend(schema);
    described
}

impl Dialect<'_> {
    /// Any code, known or not, as bodies have it but for `code-data`.
    pub(super) fn any_code(&self) -> Value {
        match self.codes {
            _ if self.body.shape == Shape::JsonApi => json!({ "type": "string" }),
            CodeTypes::Names => json!({ "type": "string" }),
            CodeTypes::Numbers => json!({ "type": "integer" }),
            CodeTypes::Both => json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }] }),
        }
    }
}
