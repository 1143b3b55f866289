//! What a document says, for comparing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};

/// What an operation answers with, by status.
type Responses = BTreeMap<String, Value>;

/// A document as JSON.
pub(crate) fn json(api: &impl Serialize) -> Value {
    serde_json::to_value(api).unwrap()
}

/// Follows a reference.
pub(crate) fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => document
            .pointer(reference.strip_prefix('#').unwrap())
            .unwrap(),
        None => value,
    }
}

/// The responses of each operation, `POST /notes`, with those of errors alone.
pub(crate) fn errors(document: &Value) -> BTreeMap<String, Responses> {
    let mut operations = BTreeMap::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let responses = operation["responses"].as_object().unwrap();
            let errors = responses
                .iter()
                .filter(|(status, _)| status.starts_with(['4', '5']));
            let errors = errors.map(|(status, it)| {
                let mut response = resolve(document, it).clone();
                without_defaults(&mut response);
                (status.clone(), response)
            });
            let name = format!("{} {path}", method.to_uppercase());
            operations.insert(name, errors.collect());
        }
    }
    operations
}

/// The components that errors use, apart from those of the API's own types.
pub(crate) fn components(document: &Value) -> Value {
    let mut components = document["components"].clone();
    let schemas = components["schemas"].as_object_mut().unwrap();
    schemas.retain(|name, _| !["Id", "NewNote", "Note"].contains(&&**name));
    without_defaults(&mut components);
    components
}

/// aide writes the style of a header where it is the only one that there is.
fn without_defaults(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let is_style = |it: &Value| *it == "simple";
            if members.get("style").is_some_and(is_style) {
                members.remove("style");
            }
            members.values_mut().for_each(without_defaults);
        }
        Value::Array(items) => items.iter_mut().for_each(without_defaults),
        _ => {}
    }
}

/// The codes that a response can come with, in the order of the alphabet.
pub(crate) fn codes(document: &Value, response: &Value) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let mut open = vec![response];
    let mut seen = BTreeSet::new();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                if let Some(reference) = members.get("$ref").and_then(Value::as_str)
                    && seen.insert(reference)
                {
                    open.push(resolve(document, value));
                }
                let properties = members.get("properties").and_then(Value::as_object);
                codes.extend(properties.and_then(code_of));
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    codes
}

/// What a schema says of the member `code`, where it is a text.
fn code_of(properties: &Map<String, Value>) -> Option<String> {
    let code = properties.get("code")?;
    let code = code.get("const").or_else(|| code["enum"].get(0))?;
    code.as_str().map(str::to_owned)
}
