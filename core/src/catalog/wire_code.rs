//! The form that a code has on the wire.
//!
//! Catalogs identify errors by a name or by a number. Bodies keep that difference (a JSON string or
//! integer); header fields and JSON:API, which have no numbers, carry either as text.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

/// A code as it goes on the wire: a name or a number, as the catalog has it.
///
/// The two kinds are all that JSON has for an identifier, so that the enum is exhaustive on
/// purpose. A style of your own writes a name as a string and a number as an integer; serializing
/// one does the same:
///
/// ```
/// use manila::{Envelopes, Object, PublicFault, Style, WireCode};
///
/// manila::catalog! { pub enum ByName = "../catalogs/vibehost.toml" }
/// manila::catalog! { pub enum ByNumber = "../catalogs/cpi.toml" }
///
/// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
///     match fault.code() {
///         WireCode::Name(name) => body.string("code", name),
///         WireCode::Number(number) => body.integer("code", (*number).into()),
///     }
/// }
///
/// let style = Style::custom("application/json", write).unwrap();
/// let envelopes = Envelopes::new(style);
/// let by_name = envelopes.render(&ByName::Conflict.fault(), None);
/// assert_eq!(by_name.body(), br#"{"code":"CONFLICT"}"#);
/// let by_number = envelopes.render(&ByNumber::Forbidden.fault(), None);
/// assert_eq!(by_number.body(), br#"{"code":-403}"#);
///
/// assert_eq!(serde_json::to_string(&WireCode::Number(-403)).unwrap(), "-403");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum WireCode {
    /// A name in the catalog's spelling, a string in JSON. Its grammar needs no escapes.
    Name(Cow<'static, str>),
    /// A number, an integer in JSON. It may be negative.
    Number(i32),
}

impl WireCode {
    /// Returns the code as text: the value of `x-error-code`, and of `code` in JSON:API, where it
    /// has to be a string.
    ///
    /// ```
    /// assert_eq!(manila::WireCode::Number(-403).to_text(), "-403");
    /// ```
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

/// Serializes as a string or an integer, as on the wire.
impl Serialize for WireCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Name(name) => serializer.serialize_str(name),
            Self::Number(number) => serializer.serialize_i32(*number),
        }
    }
}
