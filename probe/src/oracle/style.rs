//! The four envelopes.

use std::fmt;

use serde::{Serialize, Serializer};

/// The JSON shape of every error of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Style {
    /// `{"ok":false,"error":{…}}`
    OkError,
    /// An error document of JSON:API 1.1.
    JsonApi,
    /// `{"code":-403,"data":…}`
    CodeData,
    /// Problem details (RFC 9457).
    Problem,
}

impl Style {
    /// Every style.
    pub const ALL: &'static [Self] = &[Self::OkError, Self::JsonApi, Self::CodeData, Self::Problem];

    /// The name on a command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OkError => "ok-error",
            Self::JsonApi => "json-api",
            Self::CodeData => "code-data",
            Self::Problem => "problem",
        }
    }

    /// The content type, which has no parameters.
    ///
    /// JSON defines none (RFC 8259 §11), and JSON:API forbids them but for extensions
    /// (<https://jsonapi.org/format/1.1/#content-negotiation-all>).
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::OkError | Self::CodeData => "application/json",
            Self::JsonApi => "application/vnd.api+json",
            Self::Problem => "application/problem+json",
        }
    }
}

impl fmt::Display for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for Style {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
