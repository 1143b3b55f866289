//! The two who judge a file.

use std::sync::LazyLock;

use jsonschema::Validator;
use manila_catalog_file::{read, schema};
use serde_json::Value;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(&schema()).unwrap_or_default();
    let validator = jsonschema::draft7::new(&schema);
    validator.unwrap_or_else(|error| panic!("the schema is none: {error}"))
});

/// What the schema says against a file, or `None` if it is not TOML.
pub(super) fn refused(text: &str) -> Option<Vec<String>> {
    let mut value: Value = toml::from_str(text).ok()?;
    take_dates(&mut value);
    let errors = VALIDATOR.iter_errors(&value);
    Some(
        errors
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect(),
    )
}

/// JSON has no dates, and no key takes one: `null` stands for each.
fn take_dates(value: &mut Value) {
    if value.get("$__toml_private_datetime").is_some() {
        *value = Value::Null;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(take_dates),
        Value::Object(members) => members.values_mut().for_each(take_dates),
        _ => {}
    }
}

/// The ids of the rules that a file breaks.
pub(super) fn broken(text: &str) -> Vec<&'static str> {
    let mistakes = read(text).err().unwrap_or_default();
    mistakes.iter().map(|mistake| mistake.rule).collect()
}
