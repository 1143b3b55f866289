//! The choices of how a contract is written.

use serde_json::{Value, json};

use crate::error::Error;

/// How the errors of an operation are laid out in an OpenAPI document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Layout {
    /// A response for each status, which is a union of the codes that come with it. Most generators make
    /// types of it that narrow by code.
    #[default]
    PerStatus,
    /// One union of all codes of the operation, under `4XX` and `5XX`: for generators that take one type of
    /// error for each operation, as progenitor does.
    PerOperation,
    /// One envelope for all operations, under `4XX` and `5XX`, whose code is an open enumeration.
    One,
}

/// The version of OpenAPI that a document is written in.
///
/// ```
/// use manila_openapi::OpenApiVersion;
///
/// assert_eq!(OpenApiVersion::V30.as_str(), "3.0.4");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum OpenApiVersion {
    /// OpenAPI 3.0, whose schemas are a dialect of their own.
    V30,
    /// OpenAPI 3.1, whose schemas are JSON Schema 2020-12.
    #[default]
    V31,
    /// OpenAPI 3.2.
    V32,
}

impl OpenApiVersion {
    /// Returns the version as a document states it in `openapi`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V30 => "3.0.4",
            Self::V31 => "3.1.2",
            Self::V32 => "3.2.0",
        }
    }

    /// The version of a document.
    pub(crate) fn of(document: &Value) -> Result<Self, Error> {
        let Some(members) = document.as_object() else {
            return Err(Error::new("", "an OpenAPI document is an object"));
        };
        let Some(stated) = members.get("openapi").and_then(Value::as_str) else {
            let why = match members.contains_key("swagger") {
                true => "this is Swagger 2.0; convert the document to OpenAPI 3.x",
                false => {
                    "this is no OpenAPI document: it has no member `openapi`, such as \"3.1.0\""
                }
            };
            return Err(Error::new("", why));
        };
        let mut parts = stated.split('.');
        match (parts.next(), parts.next()) {
            (Some("3"), Some("0")) => Ok(Self::V30),
            (Some("3"), Some("1")) => Ok(Self::V31),
            (Some("3"), Some("2")) => Ok(Self::V32),
            _ => Err(Error::new(
                "/openapi",
                "only OpenAPI 3.0, 3.1 and 3.2 are known",
            )),
        }
    }

    /// The schema of one value: `const`, or its like in OpenAPI 3.0. The type is for generators.
    pub(crate) fn constant(self, value: impl Into<Value>) -> Value {
        let value = value.into();
        let kind = match &value {
            Value::Bool(_) => "boolean",
            Value::Number(_) => "integer",
            _ => "string",
        };
        match self {
            Self::V30 => json!({ "type": kind, "enum": [value] }),
            Self::V31 | Self::V32 => json!({ "type": kind, "const": value }),
        }
    }
}
