//! The details that a catalog declares.

use manila::{Code, Detail, DetailType};
use serde_json::{Value, json};

use super::text::plain;

/// The schema of a detail.
pub(super) fn detail_schema(detail: &Detail) -> Value {
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
    if let Some(meaning) = detail.meaning() {
        schema["description"] = plain(meaning).into();
    }
    schema
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
pub(super) fn properties(code: Option<&Code>) -> impl Iterator<Item = (&'static str, Value)> {
    let details = code.map_or(&[][..], Code::details).iter();
    details.map(|detail| (detail.name(), detail_schema(detail)))
}

/// The names of the details that every occurrence has.
pub(super) fn required(code: Option<&Code>) -> Vec<&'static str> {
    let details = code.map_or(&[][..], Code::details).iter();
    let required = details.filter(|detail| detail.is_required() == Some(true));
    required.map(Detail::name).collect()
}
