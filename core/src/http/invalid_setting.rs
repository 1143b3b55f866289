//! Settings that cannot be.

use std::fmt;

/// A setting of [`Envelopes`](crate::Envelopes) that HTTP does not allow.
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
