//! The error of settings that HTTP does not allow (RFC 9110 §5.1, §5.5), or that would do harm.
//!
//! Names and values of header fields, and what they consist of, are the only settings that can be
//! wrong, so that one type is enough.

use std::borrow::Cow;
use std::fmt;

use super::header::{in_lower_case, is_field_name};

/// A setting of [`Envelopes`](crate::Envelopes), [`IdPolicy`](crate::IdPolicy) or
/// [`Style`](crate::Style) that HTTP does not allow, such as a header name with a blank in it, or
/// that would do harm, such as a header of credentials for ids.
///
/// It is found when the service starts, not when a response is written. The text quotes the value,
/// names the setting and says why.
///
/// ```
/// use manila::Envelopes;
///
/// let error = Envelopes::ok_error().keep_header("no name").unwrap_err();
/// assert_eq!(error.to_string(), r#""no name" cannot be a header name: HTTP does not allow it"#);
/// let error = Envelopes::ok_error().request_id_header("cookie").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     r#""cookie" cannot be a request id header: it carries credentials"#,
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidSetting {
    pub(crate) what: &'static str,
    pub(crate) value: String,
    pub(crate) why: &'static str,
}

/// Why a setting is refused that HTTP's grammar does not have.
pub(crate) const NOT_HTTP: &str = "HTTP does not allow it";

/// A header name in lower case, if HTTP allows it (RFC 9110 §5.1) and `unfit` has nothing against it.
pub(crate) fn header_setting(
    what: &'static str,
    name: Cow<'static, str>,
    unfit: fn(&str) -> Option<&'static str>,
) -> Result<Cow<'static, str>, InvalidSetting> {
    let name = in_lower_case(name);
    let why = if is_field_name(&name) {
        unfit(&name)
    } else {
        Some(NOT_HTTP)
    };
    match why {
        None => Ok(name),
        Some(why) => Err(InvalidSetting {
            what,
            value: name.into_owned(),
            why,
        }),
    }
}

impl fmt::Display for InvalidSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} cannot be a {}: {}",
            self.value, self.what, self.why
        )
    }
}

impl std::error::Error for InvalidSetting {}
