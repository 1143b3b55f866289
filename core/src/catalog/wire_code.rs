//! Codes as they leave.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

/// A code as it goes on the wire.
///
/// The two kinds are all that JSON has for an identifier, so that the enum is exhaustive on purpose.
///
/// ```
/// use manila::WireCode;
///
/// assert_eq!(WireCode::Number(-403).to_text(), "-403");
/// assert_eq!(serde_json::to_string(&WireCode::Number(-403)).unwrap(), "-403");
/// assert_eq!(serde_json::to_string(&WireCode::Name("gone".into())).unwrap(), r#""gone""#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum WireCode {
    /// A string.
    Name(Cow<'static, str>),
    /// An integer.
    Number(i32),
}

impl WireCode {
    /// Returns the code as text, as headers and JSON:API carry it.
    #[must_use]
    pub fn to_text(&self) -> Cow<'static, str> {
        match self {
            Self::Name(name) => name.clone(),
            Self::Number(number) => Cow::Owned(number.to_string()),
        }
    }

    /// [`to_text`](Self::to_text), without a copy.
    pub(crate) fn into_text(self) -> Cow<'static, str> {
        match self {
            Self::Name(name) => name,
            Self::Number(number) => Cow::Owned(number.to_string()),
        }
    }
}

impl fmt::Display for WireCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Number(number) => number.fmt(f),
        }
    }
}

/// A string or an integer, as on the wire.
impl Serialize for WireCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Name(name) => serializer.serialize_str(name),
            Self::Number(number) => serializer.serialize_i32(*number),
        }
    }
}
