//! The marks that a binding leaves where its tool makes an operation, beside those of codes.

use manila::{Catalog, Envelopes};
use serde_json::{Map, Value, json};

use super::paths::operations_of;
use crate::mark::{MARK, mark_of};

/// The beginning of the name of an entry of `responses` that is a success, which is to be put under
/// its status unless the operation declares that itself; and the member of it that says so: the
/// status, and the schemas that its own refers to.
pub const SUCCESS: &str = "x-manila-success";

/// The member of [`SUCCESS`] that is the status.
pub const STATUS: &str = "status";

/// The member of [`SUCCESS`] that has schemas by their names.
pub const SCHEMAS: &str = "schemas";

/// Returns the mark of a handler that answers with any code of the service.
#[must_use]
pub fn any_code() -> Value {
    json!({ "catalog": null })
}

/// Adds a mark to those of an operation, once.
pub fn add_mark(marks: &mut Value, mark: Value) {
    match marks {
        Value::Array(marks) if marks.contains(&mark) => {}
        Value::Array(marks) => marks.push(mark),
        _ => *marks = Value::Array(vec![mark]),
    }
}

/// Puts the service's catalog into the marks that mean it, and successes under their statuses.
pub(super) fn settle(envelopes: &Envelopes, document: &mut Value) {
    let catalog = envelopes.condition_catalog();
    let mut schemas = Map::new();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flat_map(Map::values_mut) {
        for operation in operations_of(item) {
            settle_operation(operation, catalog, &mut schemas);
        }
    }
    add_schemas(schemas, document);
    let known = document["components"]["schemas"].clone();
    if let Value::Object(known) = known {
        refer_in_successes(document, &known);
    }
}

fn settle_operation(
    operation: &mut Value,
    catalog: Option<&Catalog>,
    schemas: &mut Map<String, Value>,
) {
    if let Some(marks) = operation.get_mut(MARK) {
        name_catalog(marks, catalog);
    }
    let responses = operation.get_mut("responses");
    let Some(responses) = responses.and_then(Value::as_object_mut) else {
        return;
    };
    for mark in responses.values_mut().filter_map(|it| it.get_mut(MARK)) {
        name_catalog(mark, catalog);
    }
    let is_success = |key: &&String| key.starts_with(SUCCESS);
    let successes: Vec<_> = responses.keys().filter(is_success).cloned().collect();
    for key in successes {
        if let Some(response) = responses.remove(&key) {
            place(response, responses, schemas);
        }
    }
}

/// A service without a catalog of its own has HTTP's codes, which need no mark.
fn name_catalog(marks: &mut Value, catalog: Option<&Catalog>) {
    let any = any_code();
    match (marks, catalog) {
        (Value::Array(marks), Some(catalog)) => {
            let any = marks.iter_mut().filter(|mark| **mark == any);
            any.for_each(|mark| *mark = mark_of(catalog));
        }
        (Value::Array(marks), None) => marks.retain(|mark| *mark != any),
        (mark, Some(catalog)) if *mark == any => *mark = mark_of(catalog),
        (mark, None) if *mark == any => *mark = json!([]),
        _ => {}
    }
}

/// Puts a success where its status belongs.
fn place(
    mut response: Value,
    responses: &mut Map<String, Value>,
    schemas: &mut Map<String, Value>,
) {
    let mark = &mut response[SUCCESS];
    let Some(status) = mark[STATUS].as_str().map(str::to_owned) else {
        return;
    };
    if responses.contains_key(&status) {
        return;
    }
    if let Value::Object(more) = mark[SCHEMAS].take() {
        for (name, schema) in more {
            schemas.entry(name).or_insert(schema);
        }
    }
    responses.insert(status, response);
}

fn add_schemas(schemas: Map<String, Value>, document: &mut Value) {
    if schemas.is_empty() {
        return;
    }
    let known = &mut document["components"]["schemas"];
    for (name, schema) in schemas {
        if known.get(&name).is_none() {
            known[name] = schema;
        }
    }
}

/// Removes the marks of successes, and lets their schemas refer to those that have a name: a list
/// has its items in itself.
fn refer_in_successes(value: &mut Value, known: &Map<String, Value>) {
    match value {
        Value::Object(members) => match members.remove(SUCCESS) {
            Some(_) => members.values_mut().for_each(|it| refer(it, known)),
            None => members
                .values_mut()
                .for_each(|it| refer_in_successes(it, known)),
        },
        Value::Array(items) => items
            .iter_mut()
            .for_each(|it| refer_in_successes(it, known)),
        _ => {}
    }
}

fn refer(value: &mut Value, known: &Map<String, Value>) {
    if value.get("properties").is_some()
        && let Some((name, _)) = known.iter().find(|(_, schema)| *schema == value)
    {
        *value = json!({ "$ref": format!("#/components/schemas/{name}") });
        return;
    }
    match value {
        Value::Object(members) => members.values_mut().for_each(|it| refer(it, known)),
        Value::Array(items) => items.iter_mut().for_each(|it| refer(it, known)),
        _ => {}
    }
}
