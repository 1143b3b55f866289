//! Schemas of what bodies are made of.
//!
//! They are written for OpenAPI and for JSON Schema alike: what stands elsewhere is given as references.

mod code;
mod detail;
mod envelope;
mod shared;
mod text;

use serde_json::{Map, Value};

pub(crate) use self::code::{Place, any_code, code_schema, codes_of, open_schema};
pub(crate) use self::envelope::{envelope, union};
pub(crate) use self::shared::{SHARED, shared_schema};

use crate::kinds::Kind;
use crate::options::OpenApiVersion;
use crate::shape::Body;

/// What schemas depend on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialect<'a> {
    pub(crate) version: OpenApiVersion,
    pub(crate) body: &'a Body,
    /// How codes are written: as texts, as numbers, or both.
    pub(crate) codes: CodeTypes,
}

/// Whether codes are names or numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeTypes {
    Names,
    Numbers,
    Both,
}

impl CodeTypes {
    pub(crate) fn of<'k>(kinds: impl IntoIterator<Item = &'k Kind>) -> Self {
        let (mut names, mut numbers) = (false, false);
        for kind in kinds {
            match kind.code {
                manila::WireCode::Name(_) => names = true,
                manila::WireCode::Number(_) => numbers = true,
            }
        }
        match (names, numbers) {
            (true, true) => Self::Both,
            (false, true) => Self::Numbers,
            (_, false) => Self::Names,
        }
    }
}

/// References to the schemas that others share, by their places in [`SHARED`].
pub(crate) type Shared = [Value; SHARED.len()];

/// An object of these members, of which some are required.
pub(crate) fn object<K: Into<String>>(
    properties: impl IntoIterator<Item = (K, Value)>,
    required: &[&str],
) -> Map<String, Value> {
    let properties: Map<_, _> = properties
        .into_iter()
        .map(|(name, schema)| (name.into(), schema))
        .collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "object".into());
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    schema.insert("properties".to_owned(), properties.into());
    schema
}
