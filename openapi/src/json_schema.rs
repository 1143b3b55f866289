//! The error document as JSON Schema.

use serde_json::{Value, json};

use crate::contract::Contract;

impl Contract {
    /// Returns the JSON Schema (2020-12) of an error's body.
    #[must_use]
    pub fn json_schema(&self) -> Value {
        json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": self.title() })
    }
}
