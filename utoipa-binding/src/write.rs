//! From the completed document back to utoipa's types.
//!
//! These know some of JSON Schema's keywords, and reading a document into them drops the others in
//! silence. So what the document did not change stays as it is; what it did is read where that loses
//! nothing, and else is put together member by member, unknown ones as extensions, which utoipa
//! writes as they are. In the end both documents have to be the same.

use std::collections::BTreeMap;

use manila_openapi::bindings::lost;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::openapi::example::Example;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::schema::{Components, Object, SchemaType};
use utoipa::openapi::{Content, Header, OpenApi, RefOr, Response, Schema};

use crate::error::Error;

/// Changes the document to what its completed JSON says; leaves it alone if that cannot be.
pub(crate) fn write(document: &Value, api: &mut OpenApi) -> Result<(), Error> {
    let mut changed = api.clone();
    for (path, item) in &mut changed.paths.paths {
        operations(item, &document["paths"][path]);
    }
    if let Some(found) = document.get("components") {
        components(changed.components.get_or_insert_default(), found);
    }
    let written = serde_json::to_value(&changed).map_err(Error::json)?;
    let lost = lost(document, &written).or_else(|| lost(&written, document));
    match lost {
        Some(pointer) => Err(Error::lost(pointer)),
        None => {
            *api = changed;
            Ok(())
        }
    }
}

fn operations(item: &mut PathItem, found: &Value) {
    let known = [
        ("get", &mut item.get),
        ("put", &mut item.put),
        ("post", &mut item.post),
        ("delete", &mut item.delete),
        ("options", &mut item.options),
        ("head", &mut item.head),
        ("patch", &mut item.patch),
        ("trace", &mut item.trace),
        ("query", &mut item.query),
    ];
    for (method, operation) in known {
        if let Some(operation) = operation {
            responses(operation, &found[method]);
        }
    }
    for (method, operation) in &mut item.additional_operations {
        responses(operation, &found["additionalOperations"][method]);
    }
}

fn responses(operation: &mut Operation, found: &Value) {
    let found = found["responses"].as_object();
    let found = found.into_iter().flatten();
    let found: Map<_, _> = found.map(|(key, it)| (key.clone(), it.clone())).collect();
    let known = &mut operation.responses.responses;
    known.retain(|status, _| found.contains_key(status));
    update(known, &found, response);
}

fn components(known: &mut Components, found: &Value) {
    let part = |name: &str| found[name].as_object().cloned().unwrap_or_default();
    update(&mut known.schemas, &part("schemas"), schema);
    update(&mut known.responses, &part("responses"), response);
    update(&mut known.headers, &part("headers"), header);
    update(&mut known.examples, &part("examples"), |it| {
        exact(it).unwrap_or_else(|| RefOr::T(Example::default()))
    });
}

/// Puts what is found in the place of what is known, where they differ.
fn update<T: Serialize>(
    known: &mut BTreeMap<String, T>,
    found: &Map<String, Value>,
    read: impl Fn(&Value) -> T,
) {
    for (name, value) in found {
        let same = known.get(name).and_then(|it| serde_json::to_value(it).ok());
        if same.as_ref() != Some(value) {
            known.insert(name.clone(), read(value));
        }
    }
}

/// Reads a value where nothing of it is lost.
fn exact<T: DeserializeOwned + Serialize>(value: &Value) -> Option<T> {
    let read = serde_json::from_value::<T>(value.clone()).ok()?;
    (serde_json::to_value(&read).ok()? == *value).then_some(read)
}

fn response(value: &Value) -> RefOr<Response> {
    exact(value).unwrap_or_else(|| {
        let mut members = members(value);
        let mut response = Response::default();
        response.description = take(&mut members, "description").unwrap_or_default();
        response.headers = each(&mut members, "headers", header);
        response.content = each(&mut members, "content", content);
        response.extensions = rest(members);
        response.into()
    })
}

fn content(value: &Value) -> RefOr<Content> {
    exact(value).unwrap_or_else(|| {
        let mut members = members(value);
        let mut content = Content::default();
        content.schema = members.remove("schema").map(|it| schema(&it));
        content.examples = take(&mut members, "examples").unwrap_or_default();
        content.extensions = rest(members);
        RefOr::T(content)
    })
}

fn header(value: &Value) -> RefOr<Header> {
    exact(value).unwrap_or_else(|| {
        let mut members = members(value);
        let mut header = Header::default();
        header.schema = members.remove("schema").map(|it| schema(&it));
        header.description = take(&mut members, "description");
        header.extensions = rest(members);
        RefOr::T(header)
    })
}

fn schema(value: &Value) -> RefOr<Schema> {
    exact(value).unwrap_or_else(|| {
        let mut members = members(value);
        let mut object = Object::default();
        object.schema_type = take(&mut members, "type").unwrap_or(SchemaType::AnyValue);
        object.title = take(&mut members, "title");
        object.description = take(&mut members, "description");
        object.enum_values = take(&mut members, "enum");
        object.required = take(&mut members, "required").unwrap_or_default();
        object.properties = each(&mut members, "properties", schema);
        object.extensions = rest(members);
        Schema::Object(object).into()
    })
}

fn members(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

/// Takes a member out, where nothing of it is lost.
fn take<T: DeserializeOwned + Serialize>(
    members: &mut Map<String, Value>,
    name: &str,
) -> Option<T> {
    let taken = exact(members.get(name)?)?;
    members.remove(name);
    Some(taken)
}

fn each<T, C: FromIterator<(String, T)>>(
    members: &mut Map<String, Value>,
    name: &str,
    read: impl Fn(&Value) -> T,
) -> C {
    let found = match members.get_mut(name) {
        Some(Value::Object(found)) => std::mem::take(found),
        _ => Map::new(),
    };
    if !found.is_empty() {
        members.remove(name);
    }
    found
        .iter()
        .map(|(name, it)| (name.clone(), read(it)))
        .collect()
}

fn rest(members: Map<String, Value>) -> Option<Extensions> {
    (!members.is_empty()).then(|| members.into_iter().collect())
}
