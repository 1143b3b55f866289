//! The envelope around an error, or around one of several.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::code::codes_of;
use super::dialect::{Dialect, Shared, object};
use super::shared::META;
use crate::kinds::Kind;
use crate::shape::Shape;

/// Returns the body that has an error of this schema.
pub(crate) fn envelope(error: Value, dialect: Dialect<'_>, shared: &Shared) -> Value {
    match dialect.body.shape {
        Shape::OkError => {
            let ok = dialect.version.constant(false);
            object([("ok", ok), ("error", error)], &["ok", "error"]).into()
        }
        Shape::JsonApi => {
            let errors = json!({ "type": "array", "minItems": 1, "items": error });
            let members = [("errors", errors), ("meta", shared[META].clone())];
            object(members, &["errors", "meta"]).into()
        }
        Shape::CodeData | Shape::Problem | Shape::Own => error,
    }
}

/// Returns one of several errors, each given with the reference to its schema.
pub(crate) fn union(
    kinds: &[(&Kind, String)],
    has_discriminator: bool,
    dialect: Dialect<'_>,
) -> Value {
    let refs: Vec<_> = kinds.iter().map(|(_, at)| json!({ "$ref": at })).collect();
    if let [only] = &refs[..] {
        return only.clone();
    }
    if !are_distinct(kinds, dialect) {
        return json!({ "anyOf": refs });
    }
    let mut schema = Map::new();
    schema.insert("oneOf".to_owned(), refs.into());
    if has_discriminator && let Some(mapping) = mapping(kinds, dialect) {
        let discriminator = json!({ "propertyName": "code", "mapping": mapping });
        schema.insert("discriminator".to_owned(), discriminator);
    }
    schema.into()
}

/// Whether a code tells which error it is: codes of several catalogs may be spelled alike, and so may those
/// that `code-data` makes of a status.
fn are_distinct(kinds: &[(&Kind, String)], dialect: Dialect<'_>) -> bool {
    let mut known = HashSet::new();
    let mut codes = kinds.iter().flat_map(|(kind, _)| codes_of(kind, dialect));
    dialect.body.shape != Shape::Own && codes.all(|code| known.insert(code.to_string()))
}

/// Which schema a code belongs to; `None` if codes are not strings, which alone a discriminator can have.
fn mapping(kinds: &[(&Kind, String)], dialect: Dialect<'_>) -> Option<Map<String, Value>> {
    let codes = kinds.iter().flat_map(|(kind, at)| {
        let codes = codes_of(kind, dialect).into_iter();
        codes.map(move |code| Some((code.as_str()?.to_owned(), at.clone().into())))
    });
    codes.collect()
}
