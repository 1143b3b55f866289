//! The paths of a document.

use std::collections::HashMap;

use serde_json::Value;

use crate::error::Error;
use crate::walk::pointer;

/// The operations of a path item: whatever in it has responses.
pub(super) fn operations_of(item: &mut Value) -> impl Iterator<Item = &mut Value> {
    let members = item.as_object_mut().into_iter().flatten();
    let operations = members.flat_map(|(name, member)| match &**name {
        "additionalOperations" => member.as_object_mut().map(|it| it.values_mut().collect()),
        _ => Some(vec![member]),
    });
    operations
        .flatten()
        .filter(|it| it.get("responses").is_some())
}

/// Refuses two paths that are the same but for the names of their parameters.
pub(super) fn check(document: &Value) -> Result<(), Error> {
    let mut known: HashMap<_, &String> = HashMap::new();
    let paths = document.get("paths").and_then(Value::as_object);
    for path in paths.into_iter().flat_map(|paths| paths.keys()) {
        if let Some(other) = known.insert(unnamed(path), path) {
            let why =
                format!("this is the same path as `{other}`; have one name for each parameter");
            return Err(Error::new(pointer(&["paths", path]), why));
        }
    }
    Ok(())
}

/// A path without the names of its parameters.
fn unnamed(path: &str) -> String {
    let mut parts = path.split('{');
    let mut unnamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        unnamed.push_str("{}");
        unnamed.push_str(part.split_once('}').map_or("", |(_, literal)| literal));
    }
    unnamed
}
