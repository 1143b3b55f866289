//! Catalog files against their JSON Schema.

use std::sync::LazyLock;

use jsonschema::Validator;
use manila_catalog_file::{read, schema};
use serde_json::Value;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(&schema()).unwrap_or_default();
    let validator = jsonschema::draft7::new(&schema);
    validator.unwrap_or_else(|error| panic!("the schema is none: {error}"))
});

/// Asserts that a text which is read as a catalog is valid.
pub(crate) fn check(text: &str) {
    if read(text).is_err() {
        return;
    }
    // The reader takes a byte order mark, which is no part of TOML.
    let value: Value = match toml::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(value) => value,
        Err(error) => panic!("read, but no TOML: {error} in {text}"),
    };
    let errors: Vec<_> = VALIDATOR.iter_errors(&value).collect();
    assert!(errors.is_empty(), "{errors:?} in what is read: {text}");
}
