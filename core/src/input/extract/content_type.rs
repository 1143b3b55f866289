//! What a body says that it is.

use crate::Condition;
use crate::fault::Fault;
use crate::fault::Violation;

/// What an extractor reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaType {
    /// `application/json`, or any type whose suffix is `+json` (RFC 6839 §3.1).
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
}

impl MediaType {
    /// The type, without parameters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
        }
    }

    fn is(self, content_type: &str) -> bool {
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        let is_json = || {
            let (_, subtype) = essence.split_once('/').unwrap_or_default();
            let suffix = subtype.rsplit_once('+').map(|(_, suffix)| suffix);
            essence
                .get(.."application/".len())
                .is_some_and(|start| start.eq_ignore_ascii_case("application/"))
                && suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("json"))
        };
        essence.eq_ignore_ascii_case(self.as_str()) || (self == Self::Json && is_json())
    }
}

/// Whether a body comes as what the extractor reads.
///
/// ```
/// use manila::extract::{MediaType, expect_content_type};
///
/// assert!(expect_content_type(MediaType::Json, Some("application/json; charset=utf-8")).is_ok());
/// assert!(expect_content_type(MediaType::Json, Some("application/vnd.api+json")).is_ok());
/// assert!(expect_content_type(MediaType::Json, Some("text/plain")).is_err());
/// ```
///
/// # Errors
///
/// The condition `missing_content_type` or `unsupported_media_type`, which names the header and
/// says in `accept` what would be read (RFC 9110 §15.5.16).
pub fn expect_content_type(expected: MediaType, content_type: Option<&str>) -> Result<(), Fault> {
    let (condition, message) = match content_type {
        Some(content_type) if expected.is(content_type) => return Ok(()),
        Some(_) => (
            Condition::UnsupportedMediaType,
            "The body is of another media type.",
        ),
        None => (Condition::MissingContentType, "The body has no media type."),
    };
    let violation = Violation::new(message)
        .with_header("content-type")
        .with_detail("expected", expected.as_str());
    Err(Fault::detected(condition)
        .with_header("accept", expected.as_str())
        .with_violation(violation))
}
