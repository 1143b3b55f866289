//! The details that a catalog declares.

use manila::{Code, Detail, DetailType};
use serde_json::{Value, json};

use super::text::plain;
use crate::options::OpenApiVersion;

/// The schema of a detail. One that the catalog does not demand may be null, as an enum writes a field that is
/// `None`.
fn detail_schema(detail: &Detail, version: OpenApiVersion) -> Value {
    let mut schema = of_type(detail.kind());
    let values = (!detail.allowed_values().is_empty()).then(|| json!(detail.allowed_values()));
    if detail.kind() == DetailType::Array {
        let mut items = detail.item_kind().map_or_else(|| json!({}), of_type);
        if let Some(values) = values {
            items["enum"] = values;
        }
        schema["items"] = items;
    } else if let Some(values) = values {
        schema["enum"] = values;
    }
    if detail.is_required() != Some(true) {
        allow_null(&mut schema, version);
    }
    if let Some(meaning) = detail.meaning() {
        schema["description"] = plain(meaning).into();
    }
    schema
}

fn allow_null(schema: &mut Value, version: OpenApiVersion) {
    let Some(kind) = schema.get("type").cloned() else {
        return;
    };
    match version {
        OpenApiVersion::V30 => schema["nullable"] = true.into(),
        OpenApiVersion::V31 | OpenApiVersion::V32 => schema["type"] = json!([kind, "null"]),
    }
    if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        values.push(Value::Null);
    }
}

fn of_type(kind: DetailType) -> Value {
    match kind {
        DetailType::DateTime | DetailType::Date | DetailType::Uri | DetailType::Uuid => {
            json!({ "type": "string", "format": kind.as_str() })
        }
        DetailType::Any => json!({}),
        _ => json!({ "type": kind.as_str() }),
    }
}

/// The declared details as properties.
pub(super) fn properties(
    code: Option<&Code>,
    version: OpenApiVersion,
) -> impl Iterator<Item = (&'static str, Value)> {
    let details = code.map_or(&[][..], Code::details).iter();
    details.map(move |detail| (detail.name(), detail_schema(detail, version)))
}

/// The names of the details that every occurrence has.
pub(super) fn required(code: Option<&Code>) -> Vec<&'static str> {
    let details = code.map_or(&[][..], Code::details).iter();
    let required = details.filter(|detail| detail.is_required() == Some(true));
    required.map(Detail::name).collect()
}
