//! The media type of a body (RFC 9110 §8.3), which is checked before the body is read.
//!
//! A body of another type is refused rather than guessed at: a form that looks like JSON is not
//! JSON.

use crate::Condition;
use crate::fault::Fault;
use crate::fault::Violation;

/// The media type that an extractor reads, and that it answers with where it is a response as well.
///
/// ```
/// assert_eq!(manila::extract::MediaType::Form.as_str(), "application/x-www-form-urlencoded");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaType {
    /// `application/json`, or any type whose suffix is `+json` (RFC 6839 §3.1).
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
}

impl MediaType {
    /// Returns the media type without parameters, as `content-type` and `accept` have it.
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

/// Checks that the media type of a body is the one that the extractor reads. Parameters do not
/// matter, and any `application/…+json` is JSON.
///
/// ```
/// use manila::extract::{MediaType, expect_content_type};
///
/// assert!(expect_content_type(MediaType::Json, Some("application/json; charset=utf-8")).is_ok());
/// assert!(expect_content_type(MediaType::Json, Some("application/vnd.api+json")).is_ok());
///
/// let status = |content_type| {
///     let refused = expect_content_type(MediaType::Json, content_type);
///     refused.unwrap_err().http_status()
/// };
/// assert_eq!((status(Some("text/plain")), status(None)), (415, 415));
/// ```
///
/// # Errors
///
/// The condition `missing_content_type` or `unsupported_media_type`, with a violation that names
/// the header and has the expected type in its details, and with the same type in the header field
/// `accept` (RFC 9110 §15.5.16).
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
