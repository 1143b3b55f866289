//! Whether two documents say the same.

use serde_json::Value;

use crate::walk::escaped;

/// Returns the first place where a document does not have what is expected of it, as a JSON Pointer
/// (RFC 6901). It may have more members.
#[must_use]
pub fn lost(expected: &Value, found: &Value) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().find_map(|(name, expected)| {
                let inside = match found.get(name) {
                    Some(found) => lost(expected, found)?,
                    None => String::new(),
                };
                Some(format!("/{}{inside}", escaped(name)))
            })
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let mut items = expected.iter().zip(found).enumerate();
            items.find_map(|(index, (expected, found))| {
                lost(expected, found).map(|inside| format!("/{index}{inside}"))
            })
        }
        _ => (expected != found).then(String::new),
    }
}
