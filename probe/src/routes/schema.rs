//! What a schema of OpenAPI says of a parameter.

use serde_json::Value;

use super::operation::WRONG;

/// A value that a parameter of a path takes.
pub(super) fn value(example: Option<&Value>, schema: Option<&Value>) -> String {
    let of_schema = |member| schema.and_then(|schema| schema.get(member));
    let listed = of_schema("enum").and_then(|values| values.get(0));
    let given = [example, of_schema("example"), of_schema("default"), listed];
    let given = given.into_iter().flatten().find_map(|value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    });
    if let Some(given) = given.filter(|given| is_plain(given)) {
        return given;
    }
    let format = of_schema("format").and_then(Value::as_str);
    match (types(schema).first().copied(), format) {
        (Some("integer" | "number"), _) => "0",
        (Some("boolean"), _) => "false",
        (_, Some("uuid")) => "00000000-0000-0000-0000-000000000000",
        _ => WRONG,
    }
    .to_owned()
}

/// Whether a text stands for itself in a path and in a query.
pub(super) fn is_plain(text: &str) -> bool {
    let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    !text.is_empty() && text.len() <= 256 && text.bytes().all(is_unreserved)
}

/// Whether a text that is no number and no boolean does not fit.
pub(super) fn is_typed(schema: Option<&Value>) -> bool {
    let types = types(schema);
    let is_typed = |it: &&str| matches!(*it, "integer" | "number" | "boolean");
    !types.is_empty() && types.iter().all(is_typed)
}

/// The types of a schema, of which 3.1 may give several.
fn types(schema: Option<&Value>) -> Vec<&str> {
    match schema.and_then(|schema| schema.get("type")) {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => {
            let types = several.iter().filter_map(Value::as_str);
            types.filter(|it| *it != "null").collect()
        }
        _ => Vec::new(),
    }
}
