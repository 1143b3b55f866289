//! The four envelopes.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{json, schema};
use crate::wire::Response;

/// The JSON shape of every error of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    pub const ALL: [Self; 4] = [Self::OkError, Self::JsonApi, Self::CodeData, Self::Problem];

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

    /// The style that most of a service's error responses are in; none where none of them is a
    /// valid envelope.
    ///
    /// ```
    /// use manila_probe::oracle::Style;
    /// use manila_probe::wire::Response;
    ///
    /// let response = Response {
    ///     status: 404,
    ///     headers: Vec::new(),
    ///     body: br#"{"ok":false,"error":{"code":"NOT_FOUND","message":"Nothing is here."}}"#.into(),
    /// };
    /// assert_eq!(Style::detect([&response]), Some(Style::OkError));
    /// ```
    #[must_use]
    pub fn detect<'r>(responses: impl IntoIterator<Item = &'r Response>) -> Option<Self> {
        let mut counts = Self::ALL.map(|style| (style, 0_usize));
        for response in responses {
            let spoken = Self::of(response);
            for (style, count) in &mut counts {
                *count += usize::from(spoken == Some(*style));
            }
        }
        // Of two that are as frequent, the first: `max_by_key` would take the last.
        let (style, count) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
        (count > 0).then_some(style)
    }

    /// The style that an error response's body is a valid envelope of.
    #[must_use]
    pub fn of(response: &Response) -> Option<Self> {
        if response.status < 400 {
            return None;
        }
        let body = json::read(&response.body).ok()?;
        let mut styles = Self::ALL.into_iter();
        styles.find(|style| schema::check(*style, &body, response.status).1.is_empty())
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
