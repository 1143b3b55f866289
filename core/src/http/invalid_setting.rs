//! The error of settings that HTTP does not allow (RFC 9110 §5.1, §5.5).
//!
//! Names and values of header fields are the only settings that can be wrong, so that one type is
//! enough.

use std::fmt;

/// A setting of [`Envelopes`](crate::Envelopes), [`IdPolicy`](crate::IdPolicy) or
/// [`Style`](crate::Style) that HTTP does not allow, such as a header name with a blank in it.
///
/// It is found when the service starts, not when a response is written. The text quotes the value
/// and names the setting.
///
/// ```
/// use manila::Envelopes;
///
/// let error = Envelopes::ok_error().keep_header("no name").unwrap_err();
/// assert_eq!(error.to_string(), r#""no name" cannot be a header name: HTTP does not allow it"#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidSetting {
    pub(crate) what: &'static str,
    pub(crate) value: String,
}

impl fmt::Display for InvalidSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} cannot be a {}: HTTP does not allow it",
            self.value, self.what
        )
    }
}

impl std::error::Error for InvalidSetting {}
