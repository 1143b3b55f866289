//! The forms that a response is read as.

use std::fmt;

/// What a response was read as: one of the envelopes, or none of them.
///
/// ```
/// use manila_client::{ReadAs, decode};
///
/// let json = [("content-type", "application/json")];
/// let remote = decode(403, json, br#"{"code":-403,"data":"Marketplace pro is required."}"#);
/// assert_eq!(remote.read_as(), ReadAs::CodeData);
/// let remote = decode(502, [("content-type", "text/html")], b"<h1>502 Bad Gateway</h1>");
/// assert_eq!(remote.read_as(), ReadAs::Foreign);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReadAs {
    /// `{"ok":false,"error":{…}}`.
    OkError,
    /// An error document of JSON:API 1.1.
    JsonApi,
    /// `{"code":-403,"data":…}`.
    CodeData,
    /// Problem details (RFC 9457) with a code.
    Problem,
    /// The Markdown that a service sends to a client which asks for it (RFC 7763).
    Markdown,
    /// None of them: a proxy's page, another API's error, a body that is empty, cut off or no text. The
    /// code, if there is one, is that of the header field `x-error-code`.
    Foreign,
}

impl ReadAs {
    /// Returns the name of the style, or `foreign`.
    ///
    /// ```
    /// assert_eq!(manila_client::ReadAs::OkError.as_str(), "ok-error");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OkError => "ok-error",
            Self::JsonApi => "json-api",
            Self::CodeData => "code-data",
            Self::Problem => "problem",
            Self::Markdown => "markdown",
            Self::Foreign => "foreign",
        }
    }
}

impl fmt::Display for ReadAs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
