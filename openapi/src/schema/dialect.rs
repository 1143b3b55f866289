//! What schemas depend on, and what they are made of.

use manila::WireCode;
use serde_json::{Map, Value};

use crate::kinds::Kind;
use crate::options::OpenApiVersion;
use crate::shape::Body;

/// The schemas that others share, in an order in which each refers to those before it alone.
pub(crate) const SHARED: [&str; 6] = [
    "ErrorRetry",
    "ErrorRemedy",
    "ErrorSource",
    "ErrorViolation",
    "ErrorDetails",
    "ErrorMeta",
];

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
                WireCode::Name(_) => names = true,
                WireCode::Number(_) => numbers = true,
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
